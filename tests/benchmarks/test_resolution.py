from benchmarks.resolution import EVENTS, NAMES, make_findings, measure


def test_the_same_texts_are_made_each_time() -> None:
    first, second = make_findings(3), make_findings(3)
    assert first == second
    assert {len(found.mentions) for found in first} == {NAMES + EVENTS}


def test_a_line_tells_the_size_and_the_cost() -> None:
    assert measure(2).split()[:4] == ["2", "documents", "40", "mentions"]
