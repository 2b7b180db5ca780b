from extractors.words.tables import read_table, word_sets


def test_a_table_taken_apart_is_whole_when_read_again() -> None:
    read_table("places").clear()
    assert "kinds" in read_table("places")


def test_lists_become_sets_under_their_names() -> None:
    assert word_sets({"a": ["x", "x"], "b": []}) == {"a": frozenset({"x"}), "b": frozenset()}
