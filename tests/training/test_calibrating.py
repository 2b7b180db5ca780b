import random

import pytest

from extractors.evaluation.calibration import expected_error
from graph.calibration import UNFITTED, Calibration
from training.calibrating import fit


def draw(truth: Calibration, count: int, seed: int) -> list[tuple[float, bool]]:
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    shares = [chance.uniform(0.5, 1) for _ in range(count)]
    return [(share, chance.random() < truth.apply(share)) for share in shares]


def test_the_slope_and_offset_that_made_the_findings_are_found_again() -> None:
    truth = Calibration(slope=0.4, offset=-0.3)
    fitted = fit(draw(truth, 20_000, 1))
    assert fitted.slope == pytest.approx(truth.slope, abs=0.05)
    assert fitted.offset == pytest.approx(truth.offset, abs=0.1)


def test_a_fit_makes_what_was_not_fitted_on_calibrated_too() -> None:
    truth = Calibration(slope=0.4, offset=-0.3)
    fitted, others = fit(draw(truth, 3_000, 1)), draw(truth, 3_000, 2)
    assert expected_error(others) > 10
    assert expected_error((fitted.apply(share), right) for share, right in others) < 5


def test_what_is_all_right_or_nothing_is_not_fitted() -> None:
    assert fit([(0.9, True), (0.8, True)]) == UNFITTED
    assert fit([]) == UNFITTED
