"""Keeps samples between stages, one JSON object a line."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractors.corpora.samples import Entity, Sample


def write_samples(samples: Iterable[Sample], path: Path) -> None:
    """Write samples so that ``read_samples`` gives them back."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # An unfinished file must not be taken for a finished stage.
    unfinished = path.with_suffix(".part")
    with unfinished.open("w", encoding="utf-8") as lines:
        for sample in samples:
            lines.write(json.dumps(_to_record(sample), ensure_ascii=False) + "\n")
    unfinished.replace(path)


def read_samples(path: Path) -> list[Sample]:
    """Read samples that ``write_samples`` wrote."""
    with path.open(encoding="utf-8") as lines:
        return [_from_record(json.loads(line)) for line in lines]


def _to_record(sample: Sample) -> dict[str, object]:
    return {
        "text": sample.text,
        "source": sample.source,
        "document": sample.document,
        "kinds": sorted(sample.kinds),
        "entities": [[name.start, name.end, name.kind] for name in sample.entities],
        "unknown": sample.unknown,
    }


def _from_record(record: dict[str, Any]) -> Sample:
    return Sample(
        text=record["text"],
        source=record["source"],
        document=record["document"],
        kinds=frozenset(record["kinds"]),
        entities=tuple(Entity(start, end, kind) for start, end, kind in record["entities"]),
        unknown=tuple((start, end) for start, end in record["unknown"]),
    )
