import pytest

from extractors.files.words import _load, months, openings, words


def test_every_word_is_a_lower_case_string() -> None:
    # YAML takes a bare "on" or "no" for a truth value.
    lists = {name: entries for name, entries in _load().items() if name != "months"}
    listed = [word for entries in lists.values() for word in entries]
    assert all(isinstance(word, str) and word == word.lower() for word in [*listed, *months()])


def test_longer_openings_come_first() -> None:
    found = openings("date_labels")
    assert found.index("published on") < found.index("published")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        words("nothing")
