from collections.abc import Callable
from dataclasses import replace

from extractors.reading import Reading
from extractors.speech.first_person import find_told_by_all
from graph.model import MentionKey, Sourced

Read = Callable[..., Reading]
CONDEMN = "We|PRON|nsubj|1 condemn|VERB|{label} the|DET|det|3 raid|NOUN|obj|1"


def told(reading: Reading) -> list[tuple[str, str, str]]:
    labels = {mention.key: mention.label for mention in reading.mentions}
    return [
        (labels[s.subject], s.predicate, labels[s.object])
        for s in find_told_by_all(reading)
        if isinstance(s.object, MentionKey)
    ]


def test_we_in_a_speech_are_who_speaks(read: Read) -> None:
    quoted = "“|PUNCT|punct|2 We|PRON|nsubj|2 condemn|VERB|ccomp|7 the|DET|det|4 raid|NOUN|obj|2 "
    rest = ",|PUNCT|punct|2 ”|PUNCT|punct|2 say|VERB|ROOT Ada|PROPN|nsubj|7 .|PUNCT|punct|7"
    reading = read(quoted + rest, "raid=Event, Ada=Person")
    assert told(reading) == [("Ada", "condemns", "raid")]


def test_we_outside_of_speech_are_whose_text_it_is_if_it_names_them(read: Read) -> None:
    rows = CONDEMN.format(label="ROOT") + " in|ADP|case|5 Norbank|PROPN|obl|1"
    reading = read(rows, "raid=Event, Norbank=Organization")
    publisher = replace(reading.document, publisher=Sourced("Norbank", "given"))
    assert told(replace(reading, document=publisher)) == [("Norbank", "condemns", "raid")]
    assert told(reading) == []


BY_BANK = " in|ADP|case|5 Norbank|PROPN|obl|1"


def published(reading: Reading, *, author: str = "") -> Reading:
    """The reading of a text of Norbank."""
    authors = (Sourced(author, "given"),) if author else ()
    document = replace(reading.document, publisher=Sourced("Norbank", "given"), authors=authors)
    return replace(reading, document=document)


def test_only_we_and_i_are_whose_text_it_is(read: Read) -> None:
    rows = CONDEMN.format(label="ROOT").replace("We", "They") + BY_BANK
    assert told(published(read(rows, "raid=Event, Norbank=Organization"))) == []


def test_we_are_the_author_before_the_publisher(read: Read) -> None:
    rows = CONDEMN.format(label="ROOT") + BY_BANK + " of|ADP|case|7 Ada|PROPN|nmod|5"
    reading = read(rows, "raid=Event, Norbank=Organization, Ada=Person")
    assert told(published(reading, author="Ada")) == [("Ada", "condemns", "raid")]
    assert told(published(reading, author="Orn")) == []


def test_the_publisher_is_a_body_of_that_name(read: Read) -> None:
    rows = CONDEMN.format(label="ROOT") + BY_BANK
    assert told(published(read(rows, "raid=Event, Norbank=Person"))) == []
    other = read(rows.replace("Norbank", "Sunbank"), "raid=Event, Sunbank=Organization")
    assert told(published(other)) == []
