from collections.abc import Callable

from extractors.arguments.relations import find_commemorations, find_participations
from extractors.arguments.times import find_event_times
from extractors.events.events import find_event_mentions
from extractors.happenings.happenings import Happenings
from extractors.happenings.selection import select_events
from extractors.reading import Reading
from graph.model import Value

Read = Callable[..., Reading]


def with_events(reading: Reading) -> Reading:
    return reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])


def dates(reading: Reading) -> list[tuple[str, str, str]]:
    full = with_events(reading)
    heads = {mention.key: mention.head for mention in full.mentions}
    found = find_event_times(full)
    return [
        (heads[s.subject], s.predicate, s.object.text) for s in found if isinstance(s.object, Value)
    ]


def test_a_date_that_hangs_from_the_event_dates_it(read: Read) -> None:
    reading = read(
        "The|DET|det|1 siege|NOUN|ROOT of|ADP|case|4 May|PROPN|compound|4 1871|NUM|nmod|1"
    )
    assert dates(reading) == [("siege", "begin", "1871-05")]


def test_a_range_gives_a_begin_and_an_end(read: Read) -> None:
    reading = read(
        "The|DET|det|1 siege|NOUN|nsubj|2 lasted|VERB|ROOT from|ADP|case|4 1870|NUM|obl|2 "
        "to|ADP|case|6 1871|NUM|nmod|4"
    )
    assert dates(reading) == [("siege", "begin", "1870"), ("siege", "end", "1871")]


def test_one_event_and_one_date_in_a_sentence_belong_together_with_less_confidence(
    read: Read,
) -> None:
    reading = read(
        "In|ADP|case|1 1871|NUM|obl|2 fell|VERB|ROOT the|DET|det|4 city|NOUN|nsubj|2 "
        "amid|ADP|case|7 a|DET|det|7 siege|NOUN|obl|2"
    )
    full = with_events(reading)
    (statement,) = find_event_times(full)
    assert statement.evidence.confidence == 0.5


def test_of_two_events_neither_takes_a_date_that_hangs_from_none(read: Read) -> None:
    reading = read(
        "In|ADP|case|1 1871|NUM|obl|2 fell|VERB|ROOT a|DET|det|4 city|NOUN|nsubj|2 "
        "amid|ADP|case|6 siege|NOUN|obl|2 and|CCONJ|cc|8 battle|NOUN|conj|6"
    )
    assert dates(reading) == []


def test_an_event_of_which_nothing_is_said_is_dropped(read: Read) -> None:
    reading = with_events(read("A|DET|det|1 siege|NOUN|nsubj|2 ended|VERB|ROOT"))
    mentions, statements, _ = select_events(reading, [], Happenings(reading, []), [])
    assert (mentions, statements) == ([], [])


def test_an_event_with_a_place_and_a_date_stays_and_is_named_by_them(read: Read) -> None:
    reading = with_events(
        read(
            "The|DET|det|1 siege|NOUN|ROOT of|ADP|case|3 Doba|PROPN|nmod|1 in|ADP|case|5 "
            "1871|NUM|nmod|1",
            "Doba=Place",
        )
    )
    said = [*find_participations(reading), *find_event_times(reading)]
    mentions, statements, _ = select_events(reading, said, Happenings(reading, said), [])
    assert {mention.label for mention in mentions} == {"Doba", "siege of Doba"}
    assert {statement.predicate for statement in statements} == {"place", "begin"}


def test_an_anniversary_recalls_its_event_and_is_named_by_it(read: Read) -> None:
    reading = with_events(
        read(
            "The|DET|det|2 50th|ADJ|amod|2 anniversary|NOUN|nsubj|7 of|ADP|case|6 the|DET|det|6 "
            "Doba|PROPN|compound|6 fire|NOUN|nmod|2 came|VERB|ROOT",
            "Doba fire=Event:Disaster, Doba=Place",
        )
    )
    (said,) = find_commemorations(reading)
    mentions, _, _ = select_events(reading, [said], Happenings(reading, [said]), [])
    assert "50th anniversary of Doba fire" in {mention.label for mention in mentions}


def test_a_time_that_another_says_more_exactly_is_left_out(read: Read) -> None:
    reading = read(
        "In|ADP|case|1 1871|NUM|obl|7 ,|PUNCT|punct|7 on|ADP|case|5 4|NUM|nummod|5 "
        "May|PROPN|obl|7 1871|NUM|nmod|5 fell|VERB|ROOT a|DET|det|9 siege|NOUN|nsubj|7"
    )
    assert dates(reading) == [("siege", "begin", "1871-05-04")]


def test_verbs_joined_by_and_share_their_time(read: Read) -> None:
    reading = read(
        "In|ADP|case|1 1871|NUM|obl|3 rebels|NOUN|nsubj|3 seized|VERB|ROOT and|CCONJ|cc|5 "
        "destroyed|VERB|conj|3 Doba|PROPN|obj|5",
        "Doba=Place, rebels=Group",
    )
    assert dates(reading) == [("seizure", "begin", "1871"), ("destruction", "begin", "1871")]


def test_when_an_event_was_recognized_is_not_when_it_was(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nsubj|1 recognized|VERB|ROOT the|DET|det|3 siege|NOUN|obj|1 in|ADP|case|5 "
        "1950|NUM|obl|1"
    )
    assert dates(reading) == []


def test_the_year_of_a_report_on_an_event_is_not_its_own(read: Read) -> None:
    reading = read(
        "A|DET|det|1 report|NOUN|nsubj|4 of|ADP|case|3 1950|NUM|nmod|1 told|VERB|ROOT "
        "of|ADP|case|7 the|DET|det|7 siege|NOUN|obl|4"
    )
    assert dates(reading) == []


def test_a_time_that_tells_which_of_other_things_is_meant_dates_no_event(read: Read) -> None:
    rows = (
        "The|DET|det|1 siege|NOUN|nsubj|2 remains|VERB|ROOT the|DET|det|5 1871|NUM|{label}|5 "
        "example|NOUN|obj|2"
    )
    assert dates(read(rows.format(label="compound"))) == []


def test_what_came_of_an_event_has_its_time(read: Read) -> None:
    reading = read(
        "Rebels|NOUN|nsubj|1 attacked|VERB|ROOT Doba|PROPN|obj|1 in|ADP|case|4 1871|NUM|obl|1 "
        ",|PUNCT|punct|6 kill|VERB|advcl|1|VBG farmers|NOUN|obj|6"
    )
    assert sorted(dates(reading)) == [("attack", "begin", "1871"), ("killing", "begin", "1871")]


def test_a_part_of_a_meeting_has_its_time(read: Read) -> None:
    reading = read(
        "At|ADP|case|1 talks|NOUN|obl|5 in|ADP|case|3 1871|NUM|nmod|1 they|PRON|nsubj|5 "
        "held|VERB|ROOT a|DET|det|7 vote|NOUN|obj|5"
    )
    assert ("vote", "begin", "1871") in dates(reading)


def test_what_went_with_a_deed_has_its_day(read: Read) -> None:
    reading = read(
        "Crowds|NOUN|nsubj|1 came|VERB|ROOT on|ADP|case|3 1871-05-04|NUM|obl|1 "
        "with|SCONJ|mark|6 police|NOUN|nsubj|6 attack|VERB|advcl|1|VBG farmers|NOUN|obj|6"
    )
    assert dates(reading) == [("attack", "begin", "1871-05-04")]


def test_a_day_before_a_deed_of_another_tense_is_not_its_own(read: Read) -> None:
    reading = read(
        "Crowds|NOUN|nsubj|1 came|VERB|ROOT on|ADP|case|3 1871-05-04|NUM|obl|1 and|CCONJ|cc|6 "
        "will|AUX|aux|6 attack|VERB|conj|1 farmers|NOUN|obj|6 amid|ADP|case|9 battle|NOUN|obl|6"
    )
    assert dates(reading) == []


def test_a_date_of_ending_is_the_end_alone(read: Read) -> None:
    reading = read("The|DET|det|1 siege|NOUN|nsubj|2 ended|VERB|ROOT in|ADP|case|4 1871|NUM|obl|2")
    assert dates(reading) == [("siege", "end", "1871")]
    lifted = read("The|DET|det|1 siege|NOUN|nsubj:pass|3 was|AUX|aux:pass|3 lift|VERB|ROOT||VBN "
                  "in|ADP|case|5 1871|NUM|obl|3")  # fmt: skip
    assert dates(lifted) == [("siege", "end", "1871")]


def test_a_relative_clause_dates_the_event_that_it_tells_of(read: Read) -> None:
    reading = read(
        "The|DET|det|1 siege|NOUN|nsubj|6 which|PRON|nsubj|3 began|VERB|acl:relcl|1 in|ADP|case|5 "
        "1870|NUM|obl|3 failed|VERB|ROOT"
    )
    assert dates(reading) == [("siege", "begin", "1870")]


def test_what_was_said_on_a_visit_dates_the_visit(read: Read) -> None:
    reading = read(
        "During|ADP|case|2 a|DET|det|2 visit|NOUN|obl|6 in|ADP|case|4 1870|NUM|obl|6 "
        "Berg|PROPN|nsubj|6 criticize|VERB|ROOT it|PRON|obj|6",
        "Berg=Person",
    )
    assert dates(reading) == [("visit", "begin", "1870")]
