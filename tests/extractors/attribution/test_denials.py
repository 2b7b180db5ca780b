from collections.abc import Callable

import pytest

from extractors.attribution.denials import find_denials
from extractors.reading import Reading
from graph.model import Value

Read = Callable[..., Reading]
BERG = "Berg|PROPN|nsubj|1 {verb}|VERB|ROOT "


def denials(reading: Reading) -> list[tuple[str, str, str]]:
    """Who denies what, and by which rule."""
    found = []
    for statement in find_denials(reading):
        assert isinstance(statement.object, Value)
        key, rule = statement.subject, statement.evidence.rule
        found.append((reading.document.text[key.start : key.end], statement.object.text, rule))
    return found


def test_a_clause_after_a_verb_of_denying_is_denied(read: Read) -> None:
    rows = BERG + "that|SCONJ|mark|4 dams|NOUN|nsubj|4 broke|VERB|ccomp|1"
    reading = read(rows.format(verb="deny"), "Berg=Person")
    assert denials(reading) == [("Berg", "dams broke", "verb of denying")]


def test_a_verb_in_ing_is_denied(read: Read) -> None:
    rows = BERG + "hiding|VERB|xcomp|1|VBG it|PRON|obj|2"
    reading = read(rows.format(verb="deny"), "Berg=Person")
    assert denials(reading) == [("Berg", "hiding it", "verb of denying")]


@pytest.mark.parametrize(
    ("verb", "noun", "denied"),
    [("reject", "report", True), ("deny", "wrongdoing", True), ("reject", "offer", False)],
)
def test_a_noun_is_denied_where_it_was_said_or_done(
    read: Read, verb: str, noun: str, denied: bool
) -> None:
    reading = read(BERG.format(verb=verb) + f"the|DET|det|3 {noun}|NOUN|obj|1", "Berg=Person")
    assert [words for _, words, _ in denials(reading)] == [f"the {noun}"] * denied


def test_what_is_kept_from_somebody_is_not_denied(read: Read) -> None:
    rows = BERG + "Holm|PROPN|iobj|1 any|DET|det|4 role|NOUN|obj|1"
    assert denials(read(rows.format(verb="deny"), "Berg=Person, Holm=Person")) == []


def test_who_did_not_deny_denies_nothing(read: Read) -> None:
    rows = (
        "Berg|PROPN|nsubj|3 did|AUX|aux|3 not|PART|advmod|3 deny|VERB|ROOT "
        "any|DET|det|5 role|NOUN|obj|3"
    )
    assert denials(read(rows, "Berg=Person")) == []


def test_in_the_passive_the_agent_denies_the_subject(read: Read) -> None:
    rows = (
        "Report|NOUN|nsubj:pass|2 was|AUX|aux:pass|2 deny|VERB|ROOT||VBN by|ADP|case|4 "
        "Berg|PROPN|obl:agent|2"
    )
    assert denials(read(rows, "Berg=Person")) == [("Berg", "Report", "verb of denying")]


@pytest.mark.parametrize(("verb", "denied"), [("killed|VERB", True), ("know|VERB", False)])
def test_a_happening_that_is_said_to_have_been_none_is_denied(
    read: Read, verb: str, denied: bool
) -> None:
    rows = BERG + f"nobody|PRON|nsubj:pass|4 was|AUX|aux:pass|4 {verb}|ccomp|1|VBN"
    found = denials(read(rows.format(verb="say"), "Berg=Person"))
    assert [rule for _, _, rule in found] == ["negated clause"] * denied


def test_we_inside_a_quote_are_its_speaker(read: Read) -> None:
    reading = read(
        "“|PUNCT|punct|2 We|PRON|nsubj|2 deny|VERB|ccomp|6 any|DET|det|4 role|NOUN|obj|2 "
        "”|PUNCT|punct|2 say|VERB|ROOT Berg|PROPN|nsubj|6",
        "Berg=Person",
    )
    assert denials(reading) == [("Berg", "any role", "verb of denying")]


def test_a_charge_taken_up_behind_the_clause_is_denied_in_its_words(read: Read) -> None:
    reading = read(
        "Lund|PROPN|nsubj|1 say|VERB|ROOT||VBZ dams|NOUN|nsubj|3 broke|VERB|ccomp|1|VBD "
        ",|PUNCT|punct|6 a|DET|det|6 claim|NOUN|parataxis|1 Berg|PROPN|nsubj|8 "
        "reject|VERB|acl:relcl|6|VBZ",
        "Lund=Person, Berg=Person",
    )
    assert denials(reading) == [("Berg", "dams broke", "verb of denying")]


def test_who_rejects_an_appeal_and_says_why_denies_nothing_of_it(read: Read) -> None:
    reading = read(
        BERG.format(verb="reject") + "it|PRON|obj|1 ,|PUNCT|punct|4 saying|VERB|advcl|1|VBG "
        "dams|NOUN|nsubj|6 broke|VERB|ccomp|4|VBD",
        "Berg=Person",
    )
    assert denials(reading) == []


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("about|ADP|case|3 report|NOUN|obl|1", ""),
        ("Doba|PROPN|obj|1", ", Doba=Place"),
    ],
)
def test_neither_what_a_denial_is_about_nor_a_place_is_denied(
    read: Read, behind: str, names: str
) -> None:
    assert denials(read(BERG.format(verb="deny") + behind, f"Berg=Person{names}")) == []
