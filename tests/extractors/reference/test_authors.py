from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.reading import Reading
from extractors.reference.authors import author_at, find_author
from graph.model import Form

Write = Callable[..., Reading]


def stands_for_her(reading: Reading, word: str) -> bool:
    """Whether the last place of the word stands for the author."""
    token = [token for token in reading.doc if token.text == word][-1]
    found = author_at(reading, token)
    return found is not None and found.label == "Ada Berg"


@pytest.mark.parametrize(
    ("text", "word", "same"),
    [
        ("The author slept", "author", True),
        ("The author slept . She met", "She", True),
        ("The author slept . Then She met", "She", False),
        ("The author slept . Ada Berg met . She left", "She", False),
        ("The author slept . She met", "met", False),
        ("The lawyer slept . She met", "She", False),
        ("An author slept . She met", "She", False),
        ("The author slept . She met . She left . She sang", "She", False),
        ("This", "This", False),
    ],
)
def test_the_author_opens_a_sentence_and_is_meant_by_those_that_go_on(
    write: Write, text: str, word: str, *, same: bool
) -> None:
    reading = write(f"Ada Berg met ⏎ {text}", "Ada Berg=Person", authors=["Ada Berg"])
    assert stands_for_her(reading, word) == same


@pytest.mark.parametrize(
    ("mention", "found"),
    [
        ("Berg=Person", True),
        ("Dr Berg=Person", True),
        ("Ada Lis Berg=Person", True),
        ("Orn Berg=Person", False),
        ("Berg=Organization", False),
    ],
)
def test_the_author_is_a_person_whose_name_has_the_same_words(
    write: Write, mention: str, *, found: bool
) -> None:
    reading = write(f"{mention.split('=', maxsplit=1)[0]} slept", mention, authors=["Ada Berg"])
    assert (find_author(reading) is not None) == found


def test_a_description_is_not_the_author(write: Write) -> None:
    reading = write("Berg slept", "Berg=Person", authors=["Ada Berg"])
    described = [replace(mention, form=Form.NOMINAL) for mention in reading.mentions]
    assert find_author(reading.with_mentions(described)) is None


def test_of_several_authors_none_is_the_author(write: Write) -> None:
    reading = write("Ada Berg slept", "Ada Berg=Person", authors=["Ada Berg", "Orn Dahl"])
    assert find_author(reading) is None
