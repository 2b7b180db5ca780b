from collections.abc import Callable

import pytest

from extractors.events.events import find_event_mentions
from extractors.events.phrases import is_saying
from extractors.reading import Reading

Read = Callable[..., Reading]


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(mention.head, mention.event_type) for mention in find_event_mentions(reading)]


@pytest.mark.parametrize(
    ("table", "names", "head", "event_type"),
    [
        ("They|PRON|nsubj|1 pass|VERB|ROOT||VBD laws|NOUN|obj|1", "", "adoption", "Legislation"),
        ("They|PRON|nsubj|1 release|VERB|ROOT||VBD Berg|PROPN|obj|1", "Berg=Person",
         "release", "Release"),
        ("They|PRON|nsubj|1 step|VERB|ROOT||VBD down|ADP|compound:prt|1", "",
         "resignation", "Appointment"),
        ("They|PRON|nsubj|1 fly|VERB|ROOT||VBD to|ADP|case|3 Doba|PROPN|obl|1", "Doba=Place",
         "flight", "Movement"),
        ("Doba|PROPN|nsubj|1 fall|VERB|ROOT||VBD", "Doba=Place", "fall", "CaptureOfPlace"),
        ("Berg|PROPN|nsubj:pass|2 was|AUX|aux:pass|2 born|VERB|ROOT||VBN", "Berg=Person",
         "birth", "Birth"),
    ],
)  # fmt: skip
def test_a_verb_tells_of_an_event_with_what_stands_beside_it(
    read: Read, table: str, names: str, head: str, event_type: str
) -> None:
    reading = read(table.replace("laws", "law"), names)
    assert told(reading) == [(head, event_type)]


@pytest.mark.parametrize(
    "table",
    [
        "They|PRON|nsubj|1 pass|VERB|ROOT||VBD hours|NOUN|obj|1",
        "They|PRON|nsubj|1 fall|VERB|ROOT||VBD",
        "They|PRON|nsubj|1 step|VERB|ROOT||VBD",
        "a|DET|det|2 heart|NOUN|compound|2 attack|NOUN|ROOT",
        "a|DET|det|1 war|NOUN|ROOT on|ADP|case|3 poverty|NOUN|nmod|1",
    ],
)
def test_the_same_words_alone_and_sayings_tell_of_none(read: Read, table: str) -> None:
    assert told(read(table)) == []


def test_a_strike_that_is_called_is_a_protest(read: Read) -> None:
    called = read("They|PRON|nsubj|1 call|VERB|ROOT||VBD a|DET|det|3 strike|NOUN|obj|1")
    flown = read("an|DET|det|2 air|NOUN|compound|2 strike|NOUN|ROOT")
    assert told(called) == [("strike", "Protest")]
    assert told(flown) == [("strike", "Attack")]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("heart|NOUN|compound|1 attack|NOUN|ROOT", True),
        ("cease|VERB|ROOT fire|NOUN|obj|0", True),
        ("cease|NOUN|ROOT -|PUNCT|punct|0 fire|NOUN|appos|0", True),
        ("shells|NOUN|ROOT -|PUNCT|punct|0 fire|NOUN|appos|0", False),
        ("forest|NOUN|compound|1 fire|NOUN|ROOT", False),
        ("war|NOUN|ROOT on|ADP|case|2 drug|NOUN|nmod|0", True),
        ("war|NOUN|ROOT on|ADP|case|2 Doba|PROPN|nmod|0", False),
    ],
)
def test_words_around_an_event_word_make_it_a_saying(
    read: Read, table: str, *, expected: bool
) -> None:
    (word,) = [t for t in read(table).doc if t.text in {"attack", "fire", "war"}]
    assert is_saying(word) is expected
