from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from spacy.language import Language

from extractors.encoder.component import Encoder
from graph.calibration import UNFITTED, Calibration

TEXT = "Rebels attacked Torvik on Monday. Anna Lund left. "


def test_without_a_fit_the_network_is_taken_at_its_word() -> None:
    assert UNFITTED.apply(0.8125) == 0.8125


def test_a_slope_under_one_makes_less_sure_and_keeps_the_order() -> None:
    fitted = Calibration(slope=0.5, offset=-0.5)
    shares = [0.0, 0.2, 0.6, 0.9, 1.0]
    applied = [fitted.apply(share) for share in shares]
    assert applied == sorted(applied)
    assert fitted.apply(0.9) == pytest.approx(0.6453, abs=1e-4)
    assert 0 < applied[0] < applied[-1] < 1


def test_a_calibrated_reader_finds_the_same_names_with_other_confidences(
    nlp: Language, files: Mapping[str, bytes]
) -> None:
    def read(**more: object) -> list[tuple[int, int, str, float]]:
        labels = json.loads(files["labels.json"]) | {"entity_threshold": 0.3} | more
        changed = {**files, "labels.json": json.dumps(labels).encode()}
        doc = Encoder(nlp.vocab).load(changed)(nlp.make_doc(TEXT * 9))
        spans = [*doc.spans["entities"], *doc.spans["events"]]
        return [(span.start, span.end, span.label_, span._.confidence) for span in spans]

    plain = read()
    fitted = read(calibration={"entity": [0.4, 0.1], "trigger": [0.4, 0.1]})
    assert [one[:3] for one in plain] == [one[:3] for one in fitted]
    expected = [Calibration(0.4, 0.1).apply(one[3]) for one in plain]
    assert [one[3] for one in fitted] == pytest.approx(expected, abs=1e-6)
    assert plain
