"""The stages of training, each from files to files, so that a broken run resumes.

`__main__.py` notes which of them came to their end, and does not run those again.
"""

from training.accurate.lessons import gather_lessons
from training.assembling import assemble_accurate
from training.folders import Folders


def learn_accurate(folders: Folders) -> None:
    """Train the accurate reader's encoder on every corpus."""
    from training.accurate.learn import train  # noqa: PLC0415  # PyTorch only here

    train(gather_lessons(folders.corpora), folders.work / "accurate")


def learn_further(folders: Folders) -> None:
    """Go on with the accurate reader that lies there, where there is no checkpoint of it."""
    from training.accurate.learn import FURTHER, train  # noqa: PLC0415  # PyTorch only here

    begin = folders.readers / "accurate" / "encoder"
    lessons = gather_lessons(folders.corpora)
    train(lessons, folders.work / "accurate", course=FURTHER, begin=begin)


def write_accurate(folders: Folders) -> None:
    """Write the accurate reader: the encoder in 8-bit integers, in a spaCy pipeline."""
    from training.accurate.export import export_checkpoint  # noqa: PLC0415  # PyTorch only here

    files = folders.work / "accurate" / "encoder"
    lessons = gather_lessons(folders.corpora)["train"]
    export_checkpoint(folders.work / "accurate", files, lessons)
    assemble_accurate(files, folders.readers / "accurate")
