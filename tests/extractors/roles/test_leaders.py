from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.reading import Reading
from extractors.roles.affiliations import find_affiliations

Read = Callable[..., Reading]
NAMES = "Ada Berg=Person, Harbour Agency=Organization"
LED = {
    "universal": (
        "Ada|PROPN|flat|1 Berg|PROPN|nsubj|2 led|VERB|root||VBD the|DET|det|5 "
        "Harbour|PROPN|compound|5 Agency|PROPN|obj|2 {behind} .|PUNCT|punct|2"
    ),
    "spacy": (
        "Ada|PROPN|compound|1 Berg|PROPN|nsubj|2 led|VERB|ROOT||VBD the|DET|det|5 "
        "Harbour|PROPN|compound|5 Agency|PROPN|dobj|2 {behind} .|PUNCT|punct|2"
    ),
    "relative": (
        "Ada|PROPN|flat|1 Berg|PROPN|root who|PRON|nsubj|3 led|VERB|acl:relcl|1|VBD the|DET|det|6 "
        "Harbour|PROPN|compound|6 Agency|PROPN|obj|3 {behind} .|PUNCT|punct|1"
    ),
    "passive": (
        "The|DET|det|2 Harbour|PROPN|compound|2 Agency|PROPN|nsubj:pass|4 was|AUX|aux:pass|4|VBD "
        "led|VERB|root||VBN by|ADP|case|7 Ada|PROPN|compound|7 Berg|PROPN|obl:agent|4 {behind} "
        ".|PUNCT|punct|4"
    ),
}


def led(reading: Reading) -> list[tuple[str, str, str]]:
    reading.doc[[t.text for t in reading.doc].index("led")].lemma_ = "lead"
    labels = {mention.key: mention.label for mention in reading.mentions}
    return [
        (labels[s.subject], s.qualifiers.since, s.qualifiers.until)
        for s in find_affiliations(reading)
    ]


@pytest.mark.parametrize("rows", LED.values(), ids=LED)
def test_who_led_a_body_until_a_time_held_a_post_there(read: Read, rows: str) -> None:
    reading = read(rows.format(behind="until|ADP|dep|2 2014|NUM|dep|2"), NAMES)
    assert led(reading) == [("Ada Berg", "", "2014")]


@pytest.mark.parametrize("behind", ["in|ADP|dep|2 2014|NUM|dep|2", "home|ADV|advmod|2"])
def test_a_verb_of_leading_without_a_stretch_of_time_tells_of_no_post(
    read: Read, behind: str
) -> None:
    assert led(read(LED["universal"].format(behind=behind), NAMES)) == []


@pytest.mark.parametrize(("verb", "tag", "found"), [("heads", "VBZ", 1), ("headed", "VBD", 0)])
def test_the_present_alone_tells_of_a_post(read: Read, verb: str, tag: str, found: int) -> None:
    reading = read(
        f"Ada|PROPN|flat|1 Berg|PROPN|nsubj|2 {verb}|VERB|root||{tag} the|DET|det|5 "
        "Harbour|PROPN|compound|5 Agency|PROPN|obj|2 .|PUNCT|punct|2",
        NAMES,
    )
    reading.doc[2].lemma_ = "head"
    assert len(list(find_affiliations(reading))) == found
