from pathlib import Path

from extractors.corpora.kinds import KINDS
from extractors.corpora.samples import Entity, Sample
from training.storing import read_samples, write_samples


def test_samples_come_back_as_they_were(tmp_path: Path) -> None:
    samples = [
        Sample("Anna", "test", "d", frozenset(KINDS), (Entity(0, 4, "Person"),), ((0, 2),)),
        Sample("—", "test", "e", frozenset()),
    ]
    write_samples(samples, tmp_path / "new" / "samples.jsonl")
    assert read_samples(tmp_path / "new" / "samples.jsonl") == samples
