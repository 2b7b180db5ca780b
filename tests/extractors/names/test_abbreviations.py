import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.names.abbreviations import abbreviates, find_abbreviations
from extractors.names.spans import Candidate
from graph.model import Kind


@pytest.mark.parametrize(
    ("short", "name", "explained"),
    [
        ("NFW", "Norland Fjord Watch", True),
        ("N.F.W.", "Norland Fjord Watch", True),
        ("CfFS", "Centre for Fjord Studies", True),
        ("CFS", "Centre for Fjord Studies", True),
        ("NRH", "Norland Rail-Harbour Union", True),
        ("NWF", "Norland Fjord Watch", False),
        ("N", "Norland", False),
        ("Nor", "Norland", False),
        ("1871", "Norland Fjord Watch", False),
        ("", "Norland", False),
    ],
)
def test_the_capitals_come_in_order_from_the_starts_of_the_words(
    short: str, name: str, explained: bool
) -> None:
    assert abbreviates(short, name) is explained


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norland Fjord Watch ( NFW ) met", [("NFW", "Norland Fjord Watch")]),
        ("Norland Fjord Watch ( NFW", []),
        ("Norland Fjord Watch ( see NFW )", []),
        ("Norland Fjord Watch , NFW", []),
        ("Norland Fjord Watch", []),
    ],
)
def test_an_abbreviation_stands_in_brackets_right_after_the_name(
    vocab: Vocab, text: str, found: list[tuple[str, str]]
) -> None:
    doc = Doc(vocab, words=text.split(" "))
    name = Candidate(0, 3, Kind.ORGANIZATION, "test", identifier="x:nfw")
    pairs = list(find_abbreviations(doc, [name]))
    assert [(a.span(doc).text, n.span(doc).text) for a, n in pairs] == found
    assert all(a.kind is n.kind and not a.identifier for a, n in pairs)
