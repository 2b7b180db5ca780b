from collections.abc import Callable

from extractors.reading import Reading
from extractors.speech.speeches import Speeches, find_speeches

Read = Callable[..., Reading]
SAID = (
    "Berg|PROPN|nsubj|1 say|VERB|ROOT that|SCONJ|mark|4 dams|NOUN|nsubj|4 broke|VERB|ccomp|1 "
    ".|PUNCT|punct|1 / "
)
ALONE = (
    "“|PUNCT|punct|8 Nobody|PRON|nsubj|8 cared|VERB|ROOT for|ADP|case|10 us|PRON|obl|8 "
    ".|PUNCT|punct|8 ”|PUNCT|punct|8"
)
OF_HIM = (
    "“|PUNCT|punct|8 Nobody|PRON|nsubj|8 cared|VERB|ccomp|13 for|ADP|case|10 us|PRON|obl|8 "
    "”|PUNCT|punct|8 {who}|PRON|nsubj|13 add|VERB|ROOT"
)


def speeches(reading: Reading) -> list[tuple[str, str]]:
    """Who says what, "-" for nobody known."""
    text = reading.document.text
    return [
        (speech.speaker.label if speech.speaker else "-", text[speech.start : speech.end])
        for speech in find_speeches(reading)
    ]


def test_a_quote_of_its_own_after_what_somebody_said_goes_on(read: Read) -> None:
    found = speeches(read(SAID + ALONE, "Berg=Person"))
    assert ("Berg", "“ Nobody cared for us . ”") in found


def test_a_quote_of_its_own_after_what_nobody_said_has_no_speaker(read: Read) -> None:
    rows = "Berg|PROPN|nsubj|1 slept|VERB|ROOT .|PUNCT|punct|1 / " + ALONE
    rows = rows.replace("|8", "|5").replace("|10", "|7")
    assert speeches(read(rows, "Berg=Person")) == []


def test_he_whom_nothing_else_tells_is_whoever_spoke_just_before(read: Read) -> None:
    assert speeches(read(SAID + OF_HIM.format(who="he"), "Berg=Person"))[1][0] == "Berg"


def test_they_are_not_one_speaker(read: Read) -> None:
    assert speeches(read(SAID + OF_HIM.format(who="they"), "Berg=Person"))[1][0] == "-"


def test_the_shortest_speech_around_words_comes_first(read: Read) -> None:
    rows = (
        "Lund|PROPN|nsubj|1 say|VERB|ROOT Berg|PROPN|nsubj|3 say|VERB|ccomp|1 "
        "dams|NOUN|nsubj|5 broke|VERB|ccomp|3"
    )
    reading = read(rows, "Lund=Person, Berg=Person")
    start = reading.document.text.index("broke")
    around = Speeches(find_speeches(reading)).around(start, start + 5)
    assert [speech.speaker.label for speech in around if speech.speaker] == ["Berg", "Lund"]
