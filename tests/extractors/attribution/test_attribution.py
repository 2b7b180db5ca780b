from collections.abc import Callable

import pytest

from extractors.attribution.attribution import attribute, find_sayings
from extractors.reading import Reading
from extractors.speech.quoted import _before
from extractors.speech.speech import quotations_of
from graph.model import Concept, Evidence, Mention, Statement, Value

Read = Callable[..., Reading]

BERG = "Ana|PROPN|compound|1 Berg|PROPN|nsubj|2 "
BERG_SAID = BERG + "{verb}|VERB|ROOT that|SCONJ|mark|6 the|DET|det|5 dam|NOUN|nsubj|6 "


def sayings(reading: Reading) -> list[tuple[str, str, bool | None, str]]:
    """Who says what, whether quoted, and by which rule."""
    found = []
    for statement in find_sayings(reading):
        assert isinstance(statement.object, Value)
        key, evidence = statement.subject, statement.evidence
        who = reading.document.text[key.start : key.end]
        found.append((who, statement.object.text, statement.qualifiers.quoted, evidence.rule))
    return found


def named(reading: Reading, label: str) -> Mention:
    return next(m for m in reading.mentions if m.text == label)


def judged(
    reading: Reading, word: str, event: str, *, rule: str = "test"
) -> tuple[str, str, str | None]:
    """Polarity, certainty and speaker of a statement of the event that rests on the word."""
    start = reading.document.text.index(word)
    evidence = Evidence(reading.passage_at(start).index, start, start + len(word), rule)
    statement = Statement(named(reading, event).key, "characterizedAs", Concept("Crime"), evidence)
    (found,) = attribute(reading, [statement])
    key = found.evidence.speaker
    speaker = reading.document.text[key.start : key.end] if key else None
    return str(found.evidence.polarity), str(found.evidence.certainty), speaker


def reported(verb: str) -> str:
    """A sentence in which Ana Berg reports, by this verb, that the dam collapsed."""
    return BERG_SAID.format(verb=verb) + "collapse|VERB|ccomp|2 .|PUNCT|punct|2"


def test_a_quote_belongs_to_the_subject_of_the_verb_after_it(read: Read) -> None:
    reading = read(
        "“|PUNCT|punct|3 Nobody|PRON|nsubj|3 warned|AUX|aux|3 us|VERB|ccomp|6 ,|PUNCT|punct|3 "
        "”|PUNCT|punct|3 say|VERB|ROOT Ana|PROPN|compound|8 Berg|PROPN|nsubj|6",
        "Ana Berg=Person",
    )
    assert sayings(reading) == [("Ana Berg", "Nobody warned us", True, "reporting verb")]


def test_a_quote_belongs_to_the_name_beside_the_verb_where_the_tree_is_wrong(read: Read) -> None:
    reading = read(
        "“|PUNCT|punct|2 We|PRON|nsubj|2 saw|VERB|ccomp|5 nothing|PRON|obj|2 ”|PUNCT|punct|2 "
        "say|VERB|ROOT Ana|PROPN|obj|5 Berg|PROPN|flat|6",
        "Ana Berg=Person",
    )
    assert sayings(reading) == [("Ana Berg", "We saw nothing", True, "reporting verb")]


def test_scare_quotes_are_no_speech(read: Read) -> None:
    reading = read(
        BERG + "say|VERB|ROOT the|DET|det|5 “|PUNCT|punct|5 wall|NOUN|nsubj|7 ”|PUNCT|punct|5 "
        "collapse|VERB|ccomp|2",
        "Ana Berg=Person",
    )
    assert sayings(reading) == [("Ana Berg", "the “ wall ” collapse", False, "reporting verb")]


def test_the_title_of_a_work_is_no_speech(read: Read) -> None:
    reading = read(
        BERG + "write|VERB|ROOT “|PUNCT|punct|5 The|DET|det|5 Drowned|PROPN|obj|2 "
        "Valley|PROPN|flat|5 ”|PUNCT|punct|5",
        "Ana Berg=Person",
    )
    assert sayings(reading) == []


def test_a_quote_that_goes_on_after_the_verb_has_the_same_speaker(read: Read) -> None:
    reading = read(
        "“|PUNCT|punct|2 We|PRON|nsubj|2 saw|VERB|ccomp|5 nothing|PRON|obj|2 ”|PUNCT|punct|2 "
        "say|VERB|ROOT Berg|PROPN|nsubj|5 .|PUNCT|punct|5 "
        "/ “|PUNCT|punct|10 It|PRON|nsubj|10 was|VERB|ROOT too|ADV|advmod|12 dark|ADJ|acomp|10 "
        "”|PUNCT|punct|10",
        "Berg=Person",
    )
    assert sayings(reading)[1] == ("Berg", "It was too dark", True, "continued quote")


def test_a_block_quote_after_a_colon_belongs_to_whom_he_takes_up(read: Read) -> None:
    reading = read(
        "Berg|PROPN|nsubj|1 resigned|VERB|ROOT .|PUNCT|punct|1 "
        "/ He|PRON|nsubj|4 admit|VERB|ROOT :|PUNCT|punct|4 "
        "/ “|PUNCT|punct|8 We|PRON|nsubj|8 knew|VERB|ROOT everything|PRON|obj|8 ”|PUNCT|punct|8",
        "Berg=Person",
    )
    assert sayings(reading) == [("Berg", "We knew everything", True, "reporting verb")]


def test_he_is_nobody_where_two_people_are_named_before(read: Read) -> None:
    reading = read(
        "Berg|PROPN|nsubj|3 and|CCONJ|cc|2 Holm|PROPN|nsubj|3 met|VERB|ROOT "
        "/ He|PRON|nsubj|5 admit|VERB|ROOT that|SCONJ|mark|8 it|PRON|nsubj|8 fail|VERB|ccomp|5",
        "Berg=Person, Holm=Person",
    )
    assert sayings(reading) == []


def test_of_two_people_he_is_the_subject_of_the_sentence_before(read: Read) -> None:
    reading = read(
        "Berg|PROPN|nsubj|1 met|VERB|ROOT Holm|PROPN|obj|1 .|PUNCT|punct|1 "
        "/ He|PRON|nsubj|5 say|VERB|ROOT that|SCONJ|mark|8 it|PRON|nsubj|8 fail|VERB|ccomp|5",
        "Berg=Person, Holm=Person",
    )
    assert sayings(reading) == [("Berg", "it fail", False, "reporting verb")]


def test_what_is_said_by_telephone_is_said_by_the_subject(read: Read) -> None:
    reading = read(
        "“|PUNCT|punct|2 We|PRON|nsubj|2 saw|VERB|ccomp|6 nothing|PRON|obj|2 ”|PUNCT|punct|2 "
        "Berg|PROPN|nsubj|6 say|VERB|ROOT by|ADP|case|8 telephone|NOUN|obl:agent|6",
        "Berg=Person",
    )
    assert [who for who, _, _, _ in sayings(reading)] == ["Berg"]


def test_a_clause_with_that_is_indirect_speech(read: Read) -> None:
    assert sayings(read(reported("say"), "Ana Berg=Person")) == [
        ("Ana Berg", "the dam collapse", False, "reporting verb")
    ]


def test_clearnlp_labels_give_the_same_speech(read: Read) -> None:
    reading = read(
        BERG + "say|VERB|ROOT that|SCONJ|mark|6 the|DET|det|5 dam|NOUN|nsubjpass|6 "
        "destroyed|VERB|ccomp|2 by|ADP|agent|6 flood|NOUN|pobj|7 .|PUNCT|punct|2",
        "Ana Berg=Person",
    )
    assert sayings(reading) == [("Ana Berg", "the dam destroyed by flood", False, "reporting verb")]


def test_a_state_speaks(read: Read) -> None:
    reading = read(
        "Doba|PROPN|nsubj|1 say|VERB|ROOT the|DET|det|3 dam|NOUN|nsubj|4 collapse|VERB|ccomp|1",
        "Doba=Place, dam=Event",
    )
    assert sayings(reading) == [("Doba", "the dam collapse", False, "reporting verb")]
    assert judged(reading, "collapse", "dam") == ("Affirmed", "Certain", "Doba")


def test_according_to_gives_the_rest_of_the_sentence_to_the_source(read: Read) -> None:
    reading = read(
        "According|VERB|case|3 to|ADP|fixed|0 Ana|PROPN|compound|3 Berg|PROPN|obl|7 "
        ",|PUNCT|punct|3 the|DET|det|6 dam|NOUN|nsubj|7 collapse|VERB|ROOT .|PUNCT|punct|7",
        "Ana Berg=Person",
    )
    assert sayings(reading) == [("Ana Berg", "the dam collapse", False, "according to")]


def test_according_to_reads_clearnlp_labels(read: Read) -> None:
    reading = read(
        "The|DET|det|1 dam|NOUN|nsubj|2 collapse|VERB|ROOT ,|PUNCT|punct|2 "
        "according|VERB|prep|2 to|ADP|prep|4 Ana|PROPN|compound|7 Berg|PROPN|pobj|5",
        "Ana Berg=Person",
    )
    assert sayings(reading) == [("Ana Berg", "The dam collapse", False, "according to")]


def test_a_report_speaks_for_those_who_wrote_it(read: Read) -> None:
    reading = read(
        "A|DET|det|1 report|NOUN|nsubj|4 by|ADP|case|3 Hydrowatch|PROPN|nmod|1 say|VERB|ROOT "
        "dams|NOUN|nsubj|6 fail|VERB|ccomp|4",
        "Hydrowatch=Organization",
    )
    assert sayings(reading) == [("Hydrowatch", "dams fail", False, "reporting verb")]


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("say", ("Affirmed", "Certain", "Ana Berg")),
        ("admit", ("Affirmed", "Certain", "Ana Berg")),
        ("deny", ("Denied", "Certain", "Ana Berg")),
        ("claim", ("Affirmed", "Hedged", "Ana Berg")),
        ("believe", ("Affirmed", "Hedged", "Ana Berg")),
    ],
)
def test_what_is_reported_belongs_to_the_subject(
    read: Read, verb: str, expected: tuple[str, str, str]
) -> None:
    reading = read(reported(verb), "Ana Berg=Person, dam=Event")
    assert judged(reading, "collapse", "dam") == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("deny", ("Affirmed", "Hedged", None)),
        ("believe", ("Denied", "Certain", "Ana Berg")),
        ("prove", ("Denied", "Hedged", None)),
    ],
)
def test_a_negated_verb_of_saying_is_read_with_care(
    read: Read, verb: str, expected: tuple[str, str, str | None]
) -> None:
    reading = read(
        "Ana|PROPN|compound|1 Berg|PROPN|nsubj|4 did|AUX|aux|4 not|PART|advmod|4 "
        f"{verb}|VERB|ROOT the|DET|det|6 dam|NOUN|nsubj|7 collapse|VERB|ccomp|4",
        "Ana Berg=Person, dam=Event",
    )
    assert judged(reading, "collapse", "dam") == expected


def test_a_denial_by_nobody_known_is_not_the_authors(read: Read) -> None:
    reading = read(
        "Critics|NOUN|nsubj|1 deny|VERB|ROOT the|DET|det|4 Doba|PROPN|compound|4 "
        "massacre|NOUN|obj|1",
        "Doba massacre=Event",
    )
    found = judged(reading, "massacre", "Doba massacre", rule="name of the event")
    assert found == ("Affirmed", "Hedged", None)


def test_there_was_no_denies(read: Read) -> None:
    reading = read(
        "There|PRON|expl|1 was|VERB|ROOT no|DET|det|3 massacre|NOUN|nsubj|1 in|ADP|case|5 "
        "Doba|PROPN|nmod|3",
        "massacre=Event, Doba=Place",
    )
    assert judged(reading, "massacre", "massacre") == ("Denied", "Certain", None)
    assert judged(reading, "Doba", "massacre") == ("Denied", "Certain", None)


def test_no_less_than_denies_nothing(read: Read) -> None:
    reading = read(
        "The|DET|det|1 collapse|NOUN|nsubj|2 killed|VERB|ROOT no|DET|advmod|2 less|ADJ|advmod|6 "
        "than|ADP|fixed|4 forty|NUM|obj|2",
        "collapse=Event",
    )
    assert judged(reading, "killed", "collapse") == ("Affirmed", "Certain", None)


def test_what_cannot_be_denied_is_affirmed(read: Read) -> None:
    reading = read(
        "The|DET|det|2 Doba|PROPN|compound|2 collapse|NOUN|nsubj:pass|6 can|AUX|aux|6 "
        "not|PART|advmod|6 be|AUX|aux:pass|6 deny|VERB|ROOT||VBN",
        "Doba collapse=Event",
    )
    assert judged(reading, "Doba", "Doba collapse") == ("Affirmed", "Certain", None)


def test_what_is_never_forgotten_is_affirmed(read: Read) -> None:
    reading = read(
        "We|PRON|nsubj|2 never|ADV|advmod|2 forget|VERB|ROOT the|DET|det|5 Doba|PROPN|compound|5 "
        "collapse|NOUN|obj|2",
        "Doba collapse=Event",
    )
    assert judged(reading, "Doba", "Doba collapse") == ("Affirmed", "Certain", None)


def test_no_evidence_that_denies(read: Read) -> None:
    reading = read(
        "There|PRON|expl|1 was|VERB|ROOT no|DET|det|3 evidence|NOUN|nsubj|1 that|SCONJ|mark|9 "
        "the|DET|det|6 fire|NOUN|nsubj|9 was|AUX|cop|9 a|DET|det|9 crime|NOUN|acl|3",
        "fire=Event",
    )
    assert judged(reading, "crime", "fire") == ("Denied", "Certain", None)


def test_rejected_claims_are_denied_by_those_who_reject_them(read: Read) -> None:
    reading = read(
        "Berg|PROPN|nsubj|1 reject|VERB|ROOT claim|NOUN|obj|1 that|SCONJ|mark|7 "
        "the|DET|det|5 fire|NOUN|nsubj|7 was|AUX|cop|7 arson|NOUN|acl|2",
        "Berg=Person, fire=Event",
    )
    assert judged(reading, "arson", "fire") == ("Denied", "Certain", "Berg")


@pytest.mark.parametrize(
    "rows",
    [
        "The|DET|det|1 dam|NOUN|nsubj|4 no|ADV|advmod|3 longer|ADV|advmod|4 leak|VERB|ROOT",
        "Neither|CCONJ|cc:preconj|1 dam|NOUN|nsubj|2 leak|VERB|ROOT",
        "The|DET|det|1 dam|NOUN|nsubj|3 never|ADV|neg|3 leak|VERB|ROOT",
    ],
)
def test_a_negation_of_the_verb_denies(read: Read, rows: str) -> None:
    assert judged(read(rows, "dam=Event"), "leak", "dam") == ("Denied", "Certain", None)


def test_what_an_event_is_called_by_the_way_is_outside_a_denial(read: Read) -> None:
    reading = read(
        "No|DET|det|1 court|NOUN|nsubj|2 rule|VERB|ROOT that|SCONJ|mark|9 the|DET|det|6 "
        "Doba|PROPN|compound|6 fire|NOUN|nsubj|9 was|AUX|cop|9 a|DET|det|9 crime|NOUN|ccomp|2",
        "Doba fire=Event",
    )
    assert judged(reading, "crime", "Doba fire") == ("Denied", "Hedged", None)
    assert judged(reading, "Doba", "Doba fire") == ("Affirmed", "Certain", None)


def test_so_called_hedges(read: Read) -> None:
    reading = read(
        "The|DET|det|2 so-called|ADJ|amod|2 massacre|NOUN|nsubj|3 ended|VERB|ROOT",
        "massacre=Event",
    )
    assert judged(reading, "massacre", "massacre") == ("Affirmed", "Hedged", None)


def test_a_relative_clause_is_outside_the_denial(read: Read) -> None:
    reading = read(
        "Berg|PROPN|nsubj|1 deny|VERB|ROOT a|DET|det|3 role|NOUN|obj|1 in|ADP|case|6 "
        "the|DET|det|6 fire|NOUN|nmod|3 that|PRON|nsubj|8 killed|VERB|acl:relcl|6 "
        "miners|NOUN|obj|8",
        "Berg=Person, fire=Event",
    )
    assert judged(reading, "killed", "fire") == ("Affirmed", "Certain", None)


@pytest.mark.parametrize("negation", ["advmod", "neg"])
def test_or_carries_a_negation_on_and_and_does_not(read: Read, negation: str) -> None:
    rows = (
        "Rebels|NOUN|nsubj|3 did|AUX|aux|3 not|PART|{negation}|3 shell|VERB|ROOT "
        "{word}|CCONJ|cc|{cc} storm|VERB|conj|3 Doba|PROPN|obj|5"
    )
    cc = 5 if negation == "advmod" else 3
    either = read(rows.format(negation=negation, word="or", cc=cc), "Doba=Place, storm=Event")
    both = read(rows.format(negation=negation, word="but", cc=cc), "Doba=Place, storm=Event")
    assert judged(either, "storm", "storm")[0] == "Denied"
    assert judged(both, "storm", "storm")[0] == "Affirmed"


@pytest.mark.parametrize(
    "rows",
    [
        "The|DET|det|1 dam|NOUN|nsubj|3 reportedly|ADV|advmod|3 collapse|VERB|ROOT",
        "The|DET|det|1 dam|NOUN|nsubj|4 may|AUX|aux|4 have|AUX|aux|4 collapse|VERB|ROOT",
        "The|DET|det|1 dam|NOUN|nsubj|2 appear|VERB|ROOT to|PART|mark|4 collapse|VERB|xcomp|2",
        (
            "A|DET|det|1 dam|NOUN|nsubj:pass|3 is|AUX|aux:pass|3 say|VERB|ROOT||VBN to|PART|mark|5 "
            "collapse|VERB|xcomp|3"
        ),
        (
            "A|DET|det|1 dam|NOUN|nsubjpass|3 is|AUX|auxpass|3 say|VERB|ROOT||VBN to|PART|aux|5 "
            "collapse|VERB|xcomp|3"
        ),
        "Did|AUX|aux|3 the|DET|det|2 dam|NOUN|nsubj|3 collapse|VERB|ROOT ?|PUNCT|punct|3",
    ],
)
def test_a_reserve_hedges(read: Read, rows: str) -> None:
    assert judged(read(rows, "dam=Event"), "collapse", "dam") == ("Affirmed", "Hedged", None)


def test_a_statement_inside_a_quote_belongs_to_its_speaker(read: Read) -> None:
    reading = read(
        "“|PUNCT|punct|3 The|DET|det|2 dam|NOUN|nsubj|3 collapse|VERB|ccomp|5 ”|PUNCT|punct|3 "
        "say|VERB|ROOT Berg|PROPN|nsubj|5",
        "Berg=Person, dam=Event",
    )
    assert judged(reading, "collapse", "dam") == ("Affirmed", "Certain", "Berg")


def test_a_known_speaker_stays(read: Read) -> None:
    reading = read(reported("say"), "Ana Berg=Person, dam=Event")
    key = named(reading, "dam").key
    evidence = Evidence(0, key.start, key.end, "test", speaker=key)
    statement = Statement(key, "characterizedAs", Concept("Crime"), evidence)
    assert next(attribute(reading, [statement])).evidence.speaker == key


def test_who_passes_on_what_somebody_says_is_kept(read: Read) -> None:
    reading = read(
        "Lund|PROPN|nsubj|1 say|VERB|ROOT Berg|PROPN|nsubj|3 say|VERB|ccomp|1 "
        "the|DET|det|5 dam|NOUN|nsubj|6 broke|VERB|ccomp|3",
        "Lund=Person, Berg=Person, dam=Event",
    )
    start = reading.document.text.index("broke")
    statement = Statement(
        named(reading, "dam").key, "begin", Value("1992"), Evidence(0, start, start + 5, "test")
    )
    (found,) = attribute(reading, [statement])
    assert found.evidence.speaker == named(reading, "Berg").key
    assert found.qualifiers.reported_by == (named(reading, "Lund").key,)


def test_who_speaks_without_a_name_or_description_leaves_a_reserve(read: Read) -> None:
    reading = read(
        "Some|PRON|nsubj|1 say|VERB|ROOT dams|NOUN|nsubj|3 collapse|VERB|ccomp|1", "dams=Event"
    )
    assert judged(reading, "collapse", "dams") == ("Affirmed", "Hedged", None)


def test_both_speakers_say_it(read: Read) -> None:
    reading = read(
        "Berg|PROPN|nsubj|3 and|CCONJ|cc|2 Lund|PROPN|conj|0 say|VERB|ROOT dams|NOUN|nsubj|5 "
        "collapse|VERB|ccomp|3",
        "Berg=Person, Lund=Person",
    )
    assert [who for who, *_ in sayings(reading)] == ["Berg", "Lund"]


def test_what_was_not_said_is_no_saying(read: Read) -> None:
    reading = read(
        "Berg|PROPN|nsubj|3 did|AUX|aux|3 not|PART|advmod|3 say|VERB|ROOT dams|NOUN|nsubj|5 "
        "collapse|VERB|ccomp|3",
        "Berg=Person",
    )
    assert sayings(reading) == []


def test_whoever_is_told_something_does_not_say_it(read: Read) -> None:
    reading = read(
        "“|PUNCT|punct|2 Nobody|PRON|nsubj|2 came|VERB|ccomp|7 for|ADP|case|4 us|PRON|obl|2 "
        "”|PUNCT|punct|2 he|PRON|nsubj|7 tell|VERB|ROOT Interfax|PROPN|iobj|7",
        "Interfax=Organization",
    )
    assert sayings(reading) == []


def test_the_accused_did_it_as_the_accuser_says(read: Read) -> None:
    reading = read(
        "Iveria|PROPN|nsubj|1 accuse|VERB|ROOT Suderia|PROPN|obj|1 of|SCONJ|mark|4 "
        "shelling|VERB|advcl|1|VBG Doba|PROPN|obj|4",
        "Iveria=Place, Suderia=Place, Doba=Event",
    )
    assert judged(reading, "shelling", "Doba") == ("Affirmed", "Hedged", "Iveria")


def test_what_is_taken_for_granted_is_not_denied_with_the_rest(read: Read) -> None:
    reading = read(
        "Lima|PROPN|nmod:poss|2 's|PART|case|0 attack|NOUN|nsubj|6 was|AUX|cop|6 "
        "not|PART|advmod|6 the|DET|det|6 last|NOUN|ROOT",
        "attack=Event",
    )
    assert judged(reading, "attack", "attack") == ("Affirmed", "Certain", None)


def test_not_until_tells_when_it_ended(read: Read) -> None:
    reading = read(
        "The|DET|det|1 siege|NOUN|nsubj|4 did|AUX|aux|4 not|PART|advmod|4 end|VERB|ROOT "
        "until|ADP|case|6 May|PROPN|obl|4",
        "siege=Event",
    )
    assert judged(reading, "May", "siege") == ("Affirmed", "Certain", None)


def test_a_quote_after_a_word_between_dashes_is_read(read: Read) -> None:
    reading = read(
        "Ana|PROPN|compound|1 Berg|PROPN|nsubj|2 say|VERB|ROOT -|PUNCT|punct|4 quote|NOUN|obj|2 "
        "-|PUNCT|punct|4 “|PUNCT|punct|8 Nobody|PRON|nsubj|8 warned|VERB|ccomp|2 us|PRON|obj|8 "
        "here|ADV|advmod|8 today|NOUN|obl|8 .|PUNCT|punct|8 ”|PUNCT|punct|8",
        "Ana Berg=Person",
    )
    (quotation,) = reading.once(quotations_of)
    led = [token.text for token in _before(reading, quotation, 0)]
    assert led == ["Ana", "Berg", "say", "-", "quote"]


def test_who_stands_behind_a_joined_verb_is_told_of(read: Read) -> None:
    reading = read(
        "Berg|PROPN|nsubj|1 laughed|VERB|ROOT and|CCONJ|cc|3 say|VERB|conj|1 "
        "Holm|PROPN|nsubj|3 rafts|NOUN|nsubj|6 broke|VERB|ccomp|3",
        "Berg=Person, Holm=Person",
    )
    assert [who for who, *_ in sayings(reading)] == ["Berg"]
