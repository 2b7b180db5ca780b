from collections.abc import Callable
from functools import cache

import pytest

from extractors.attribution.attribution import attribute
from extractors.frames.frames import find_told
from extractors.pipeline import Pipeline
from extractors.reader import load_reader
from extractors.reading import Reading
from extractors.words.frames import Frame, load_frames
from graph.model import Document, MentionKey
from ontology.lexicons import load_lexicon
from ontology.names import predicates

Read = Callable[..., Reading]


def stances(reading: Reading) -> list[tuple[str, str, str]]:
    """Who takes which stance to what; "not" before the predicate where it is denied."""
    text = reading.document.text
    found = []
    for statement in attribute(reading, find_told(reading)):
        who, what = statement.subject, statement.object
        assert isinstance(what, MentionKey)
        negation = "not " if statement.evidence.polarity == "Denied" else ""
        predicate = negation + statement.predicate
        found.append((text[who.start : who.end], predicate, text[what.start : what.end]))
    return found


def test_every_relation_is_a_predicate_of_the_vocabulary() -> None:
    assert {frame.relation for frame in load_frames()} <= set(predicates())


@cache
def pipeline() -> Pipeline:
    return Pipeline(load_reader("accurate"), load_lexicon())


@pytest.mark.reader
@pytest.mark.parametrize("frame", load_frames(), ids=lambda frame: frame.example)
def test_the_example_of_a_row_tells_what_the_row_says(frame: Frame) -> None:
    (found,) = pipeline().pipe([Document("d", frame.example, "test")])
    labels = {mention.key: mention.label for mention in found.mentions}
    told = [
        " | ".join((labels[s.subject], s.predicate, labels[s.object]))
        for s in found.statements
        if isinstance(s.object, MentionKey) and s.evidence.rule == frame.rule
    ]
    assert told == [frame.tells]


@pytest.mark.parametrize(
    ("verb", "predicate"),
    [
        ("recognize", "recognizes"),
        ("condemn", "condemns"),
        ("support", "supports"),
        ("oppose", "opposes"),
    ],
)
def test_a_verb_of_stance_ties_its_subject_to_its_object(
    read: Read, verb: str, predicate: str
) -> None:
    reading = read(
        f"Peru|PROPN|nsubj|1 {verb}|VERB|ROOT the|DET|det|3 truce|NOUN|obj|1",
        "Peru=Place, truce=Event",
    )
    assert stances(reading) == [("Peru", predicate, "truce")]


def test_clearnlp_labels_give_the_same_stance(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nsubj|1 oppose|VERB|ROOT the|DET|det|3 treaty|NOUN|dobj|1",
        "Peru=Place, treaty=Work",
    )
    assert stances(reading) == [("Peru", "opposes", "treaty")]


def test_the_passive_turns_the_stance_around(read: Read) -> None:
    reading = read(
        "The|DET|det|1 raid|NOUN|nsubj:pass|3 was|AUX|aux:pass|3 condemn|VERB|ROOT||VBN "
        "by|ADP|case|5 Peru|PROPN|obl:agent|3",
        "Peru=Place, raid=Event",
    )
    assert stances(reading) == [("Peru", "condemns", "raid")]


def test_joined_subjects_take_one_stance_each(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nsubj|5 ,|PUNCT|punct|2 Chile|PROPN|appos|0 and|CCONJ|cc|4 Cuba|PROPN|conj|0 "
        "recognize|VERB|ROOT Doba|PROPN|obj|5",
        "Peru=Place, Chile=Place, Cuba=Place, Doba=Place",
    )
    assert {who for who, _, _ in stances(reading)} == {"Peru", "Chile", "Cuba"}


def test_a_resolution_takes_the_stance_of_those_who_adopt_it(read: Read) -> None:
    reading = read(
        "The|DET|det|1 Senate|PROPN|nsubj|2 adopt|VERB|ROOT a|DET|det|4 resolution|NOUN|obj|2 "
        "condemn|VERB|acl|4|VBG the|DET|det|7 raid|NOUN|obj|5",
        "Senate=Organization, raid=Event",
    )
    assert stances(reading) == [("Senate", "condemns", "raid")]


def test_a_relative_clause_takes_its_subject_from_the_noun(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nsubj|6 ,|PUNCT|punct|3 which|PRON|nsubj|3 support|VERB|acl:relcl|0 "
        "Chile|PROPN|obj|3 ,|PUNCT|punct|3 won|VERB|ROOT",
        "Peru=Place, Chile=Place",
    )
    assert stances(reading) == [("Peru", "supports", "Chile")]


def test_the_first_to_recognize_did_recognize(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nsubj|2 was|AUX|cop|2 one|NUM|ROOT of|ADP|case|6 the|DET|det|6 "
        "first|ADJ|amod|6 states|NOUN|nmod|2 to|PART|mark|8 recognize|VERB|acl|6 Doba|PROPN|obj|8",
        "Peru=Place, Doba=Place",
    )
    assert stances(reading) == [("Peru", "recognizes", "Doba")]


@pytest.mark.parametrize("negation", ["advmod", "neg"])
def test_a_negated_stance_is_denied(read: Read, negation: str) -> None:
    reading = read(
        f"Peru|PROPN|nsubj|3 does|AUX|aux|3 not|PART|{negation}|3 recognize|VERB|ROOT "
        "Doba|PROPN|obj|3",
        "Peru=Place, Doba=Place",
    )
    assert stances(reading) == [("Peru", "not recognizes", "Doba")]


def test_a_refused_stance_is_denied(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nsubj|1 refuse|VERB|ROOT to|PART|mark|3 recognize|VERB|xcomp|1 "
        "Doba|PROPN|obj|3",
        "Peru=Place, Doba=Place",
    )
    assert stances(reading) == [("Peru", "not recognizes", "Doba")]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "Cuba|PROPN|nsubj|1 urge|VERB|ROOT Peru|PROPN|obj|1 to|PART|mark|4 "
            "recognize|VERB|xcomp|1 Doba|PROPN|obj|4"
        ),
        "Peru|PROPN|nsubj|2 should|AUX|aux|2 recognize|VERB|ROOT Doba|PROPN|obj|2",
        "If|SCONJ|mark|2 Peru|PROPN|nsubj|2 recognize|VERB|advcl|4 Doba|PROPN|obj|2 wait|VERB|ROOT",
    ],
)
def test_a_stance_that_is_only_wished_for_is_none(read: Read, rows: str) -> None:
    assert stances(read(rows, "Peru=Place, Doba=Place")) == []


def test_a_noun_of_stance_has_its_owner_and_its_object(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nmod:poss|2 's|PART|case|0 support|NOUN|ROOT for|ADP|case|4 Chile|PROPN|nmod|2",
        "Peru=Place, Chile=Place",
    )
    assert stances(reading) == [("Peru", "supports", "Chile")]


def test_support_is_expressed_by_the_subject(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nsubj|1 express|VERB|ROOT support|NOUN|obj|1 for|ADP|case|4 Chile|PROPN|nmod|2",
        "Peru=Place, Chile=Place",
    )
    assert stances(reading) == [("Peru", "supports", "Chile")]


def test_the_independence_of_a_country_leads_on_to_it(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nsubj|1 recognize|VERB|ROOT the|DET|det|3 independence|NOUN|obj|1 "
        "of|ADP|case|5 Chile|PROPN|nmod|3",
        "Peru=Place, Chile=Place",
    )
    assert stances(reading) == [("Peru", "recognizes", "Chile")]


def test_a_position_that_is_recognized_is_no_recognition_of_whose_it_is(read: Read) -> None:
    row = "Peru|PROPN|nsubj|1 {verb}|VERB|ROOT Chile|PROPN|nmod:poss|4 's|PART|case|2 "
    row += "position|NOUN|obj|1"
    people = "Peru=Place, Chile=Place"
    assert stances(read(row.format(verb="support"), people)) == [("Peru", "supports", "Chile")]
    assert stances(read(row.format(verb="acknowledge"), people)) == []


def test_a_person_is_nothing_to_take_a_stance_to(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nsubj|1 support|VERB|ROOT Berg|PROPN|obj|1", "Peru=Place, Berg=Person"
    )
    assert stances(reading) == []


def test_examples_after_including_are_not_what_is_condemned(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nsubj|1 condemn|VERB|ROOT the|DET|det|3 raid|NOUN|obj|1 ,|PUNCT|punct|6 "
        "including|VERB|case|6 Senate|PROPN|nmod|3 and|CCONJ|cc|8 Diet|PROPN|conj|3",
        "Peru=Place, raid=Event:Attack, Senate=Organization, Diet=Organization",
    )
    assert stances(reading) == [("Peru", "condemns", "raid")]


@pytest.mark.parametrize(
    "row",
    [
        (
            "Peru|PROPN|nsubj|1 come|VERB|ROOT in|ADP|case|3 favour|NOUN|obl|1 of|ADP|case|5 "
            "Pact|PROPN|nmod|3"
        ),
        (
            "Peru|PROPN|nsubj|3 be|AUX|cop|3 in|ADP|case|3 favour|NOUN|ROOT of|ADP|case|5 "
            "Pact|PROPN|nmod|3"
        ),
        (
            "Peru|PROPN|nsubj|1 be|AUX|ROOT in|ADP|prep|1 favour|NOUN|pobj|2 of|ADP|prep|3 "
            "Pact|PROPN|pobj|4"
        ),
    ],
    ids=["ud", "ud copula", "clearnlp"],
)
def test_who_is_in_favour_of_something_supports_it(read: Read, row: str) -> None:
    reading = read(row, "Peru=Place, Pact=Work")
    assert stances(reading) == [("Peru", "supports", "Pact")]


@pytest.mark.parametrize(
    "row",
    [
        (
            "Chile|PROPN|nsubj|1 win|VERB|ROOT the|DET|det|3 support|NOUN|obj|1 of|ADP|case|5 "
            "Peru|PROPN|nmod|3"
        ),
        (
            "Chile|PROPN|nsubj|1 win|VERB|ROOT the|DET|det|3 support|NOUN|dobj|1 of|ADP|prep|3 "
            "Peru|PROPN|pobj|4"
        ),
    ],
    ids=["ud", "clearnlp"],
)
def test_who_wins_support_has_it_of_its_source(read: Read, row: str) -> None:
    reading = read(row, "Peru=Place, Chile=Place")
    assert stances(reading) == [("Peru", "supports", "Chile")]


def test_what_draws_criticism_is_condemned_by_its_source(read: Read) -> None:
    row = "raid|NOUN|nsubj|1 draw|VERB|ROOT criticism|NOUN|obj|1 from|ADP|case|4 Peru|PROPN|obl|1"
    reading = read(row, "raid=Event:Attack, Peru=Place")
    assert stances(reading) == [("Peru", "condemns", "raid")]


def test_support_that_could_be_won_is_none(read: Read) -> None:
    row = "Chile|PROPN|nsubj|2 could|AUX|aux|2 win|VERB|ROOT support|NOUN|obj|2 from|ADP|case|5 "
    row += "Peru|PROPN|nmod|3"
    assert stances(read(row, "Peru=Place, Chile=Place")) == []


@pytest.mark.parametrize(
    "row",
    [
        (
            "Peru|PROPN|nsubj|1 kill|VERB|ROOT Ada|PROPN|obj|1 in|ADP|case|5 a|DET|det|5 "
            "protest|NOUN|obl|1 against|ADP|case|7 Pact|PROPN|nmod|5"
        ),
        (
            "Ada|PROPN|nsubj:pass|2 was|AUX|aux:pass|2 kill|VERB|ROOT by|ADP|case|4 "
            "Peru|PROPN|obl:agent|2 in|ADP|case|6 defence|NOUN|obl|2 of|ADP|case|8 "
            "Pact|PROPN|nmod|6"
        ),
        (
            "Pact|PROPN|nsubj|1 draw|VERB|ROOT criticism|NOUN|obj|1 of|ADP|case|4 "
            "Peru|PROPN|nmod|2 Ada|PROPN|dep|1"
        ),
    ],
    ids=["where it was done", "what befell somebody", "whom it is about"],
)
def test_what_only_looks_like_a_stance_is_none(read: Read, row: str) -> None:
    assert stances(read(row, "Peru=Place, Pact=Work, Ada=Person")) == []
