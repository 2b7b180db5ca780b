"""Trains the readers: ``python -m training all --corpora FOLDER --work FOLDER``."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final

from training import stages
from training.assembling import assemble, measure
from training.folders import Folders

# Each stage with the output, under the work folder, that tells it is done.
_STAGES: Final[dict[str, tuple[Callable[[Folders], None], str]]] = {
    "learn": (stages.learn_accurate, "accurate/finished"),
    "further": (stages.learn_further, "accurate/finished"),
    "write": (stages.write_accurate, "accurate/written"),
    "label": (stages.label, "silver.jsonl"),
    "vectors": (stages.vectorize, "vectors/config.cfg"),
    "prepare": (stages.prepare, "names.tune.spacy"),
    "trees": (stages.learn_trees, "trees/model-last"),
    "names": (stages.learn_names, "names/model-last"),
    "renamed": (stages.learn_renamed, "renamed/model-last"),
    "assemble": (assemble, "assembled"),
    "score": (measure, "scored"),
}


def main() -> None:
    """Run one stage, or all that are not done yet."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("stage", choices=["all", *_STAGES])
    parser.add_argument("--corpora", type=Path, default=Path("corpora"))
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--readers", type=Path, default=Path("extractors/readers"))
    chosen = parser.parse_args()
    folders = Folders(chosen.corpora, chosen.work, chosen.readers)
    folders.work.mkdir(parents=True, exist_ok=True)
    for name, (run, output) in _STAGES.items():
        done = (folders.work / output).exists()
        if name == chosen.stage or (chosen.stage == "all" and not done):
            print(f"stage: {name}", flush=True)
            run(folders)
        elif chosen.stage == "all":
            print(f"stage: {name} (done)", flush=True)


if __name__ == "__main__":
    main()
