from __future__ import annotations

import pytest

from benchmarks.growth import Growth, Watch, compare, show
from extractors import pipeline
from extractors.reader import load_reader
from ontology.lexicons import load_lexicon


def test_a_step_that_grows_more_than_its_text_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    show([Growth("prose", "even", 1.0, 2.0), Growth("prose", "square", 1.0, 4.0)])
    worst, even = capsys.readouterr().out.splitlines()[2:]
    assert worst == "| prose | square | 1.00 | 4.00 | 4.0 | over |"
    assert even == "| prose | even | 1.00 | 2.00 | 2.0 |  |"


def test_the_functions_that_a_module_takes_from_others_are_watched_for_a_while() -> None:
    watch, before = Watch(), vars(pipeline)["find_times"]
    with watch.watching(pipeline):
        assert vars(pipeline)["find_times"] is not before
        vars(pipeline)["find_times"]("It rained on 4 May 1987.", None)
        assert len(pipeline.EXTRACTORS) > 1
    assert vars(pipeline)["find_times"] is before
    assert set(watch.seconds) == {"find_times"}


@pytest.mark.reader
def test_every_step_of_a_short_text_is_measured() -> None:
    finder = pipeline.Pipeline(load_reader(), load_lexicon([]))
    growths = compare("prose", 20, finder)
    assert all(one.once > 0 and one.text == "prose" for one in growths)
