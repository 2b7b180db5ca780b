"""Trains the reader: ``python -m training all --corpora FOLDER --work FOLDER``."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from training import stages
from training.assembling import measure
from training.calibrating import calibrate
from training.folders import Folders
from training.linking.growing import grow_links

Stage = Callable[[Folders], None]

STAGES: Final[dict[str, Stage]] = {
    "learn": stages.learn_accurate,
    "write": stages.write_accurate,
    "calibrate": calibrate,
    "score": measure,
    "link": grow_links,
}
"""The chain from zero, in its order."""

INSTEAD: Final[dict[str, tuple[str, Stage]]] = {"further": ("learn", stages.learn_further)}
"""Stages that may be run instead of one of the chain, which is then done."""


def run_stages(chosen: str, folders: Folders) -> Iterator[str]:
    """Run one stage, or with "all" those that are not done; yields the name of each before it.

    A stage is done once it came to its end, whatever files one that was broken off has left.
    """
    done = folders.work / "done"
    done.mkdir(parents=True, exist_ok=True)
    chain = {name: (name, run) for name, run in STAGES.items()}
    known = chain | INSTEAD
    names = [*chain] if chosen == "all" else [chosen]
    for name in names:
        stands_for, run = known[name]
        mark = done / stands_for
        if chosen != "all" or not mark.exists():
            yield name
            mark.unlink(missing_ok=True)
            run(folders)
            mark.touch()


def main() -> None:
    """Run one stage, or all that are not done yet."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("stage", choices=["all", *STAGES, *INSTEAD])
    parser.add_argument("--corpora", type=Path, default=Path("corpora"))
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--readers", type=Path, default=Path("extractors/readers"))
    chosen = parser.parse_args()
    folders = Folders(chosen.corpora, chosen.work, chosen.readers)
    for name in run_stages(chosen.stage, folders):
        print(f"stage: {name}", flush=True)


if __name__ == "__main__":
    main()
