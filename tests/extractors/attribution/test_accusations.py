from collections.abc import Callable

from extractors.attribution.accusations import find_accusations
from extractors.attribution.attribution import attribute
from extractors.reading import Reading
from graph.model import MentionKey

Read = Callable[..., Reading]
ATTACK = "Iveria=Place, attack=Event:Attack"
NAMES = f"{ATTACK}, Suderia=Place"


def told(reading: Reading) -> list[str]:
    """Subject, predicate, object, who says so, and how."""
    text = reading.document.text
    found = []
    for statement in attribute(reading, find_accusations(reading)):
        key, evidence = statement.object, statement.evidence
        assert isinstance(key, MentionKey)
        said = [text[k.start : k.end] for k in (statement.subject, key)]
        voice = text[evidence.speaker.start : evidence.speaker.end] if evidence.speaker else "-"
        found.append(f"{said[0]} {statement.predicate} {said[1]}, {voice}, {evidence.certainty}")
    return found


def test_who_blames_somebody_for_an_attack_accuses_them_and_says_that_they_did_it(
    read: Read,
) -> None:
    reading = read(
        "Iveria|PROPN|nsubj|1 blame|VERB|ROOT Suderia|PROPN|obj|1 for|ADP|case|5 the|DET|det|5 "
        "attack|NOUN|obl|1",
        NAMES,
    )
    assert told(reading) == [
        "Iveria accuses Suderia, -, Certain",
        "attack agent Suderia, Iveria, Hedged",
    ]


def test_an_attack_blamed_on_somebody_is_the_same_accusation(read: Read) -> None:
    reading = read(
        "Iveria|PROPN|nsubj|1 blame|VERB|ROOT the|DET|det|3 attack|NOUN|obj|1 on|ADP|case|5 "
        "Suderia|PROPN|obl|1",
        NAMES,
    )
    assert "Iveria accuses Suderia, -, Certain" in told(reading)


def test_who_claims_an_attack_did_it_as_he_says(read: Read) -> None:
    reading = read(
        "Iveria|PROPN|nsubj|1 claim|VERB|ROOT responsibility|NOUN|obj|1 for|ADP|case|5 "
        "the|DET|det|5 attack|NOUN|nmod|2",
        ATTACK,
    )
    assert told(reading) == ["attack agent Iveria, Iveria, Hedged"]


def test_who_denies_a_role_denies_to_have_done_it(read: Read) -> None:
    reading = read(
        "Iveria|PROPN|nsubj|1 deny|VERB|ROOT any|DET|det|3 role|NOUN|obj|1 in|ADP|case|6 "
        "the|DET|det|6 attack|NOUN|nmod|3",
        ATTACK,
    )
    (statement,) = attribute(reading, find_accusations(reading))
    assert str(statement.evidence.polarity) == "Denied"
    assert statement.evidence.speaker == statement.object


def test_who_did_not_accuse_accuses_nobody(read: Read) -> None:
    reading = read(
        "Iveria|PROPN|nsubj|3 did|AUX|aux|3 not|PART|advmod|3 blame|VERB|ROOT "
        "Suderia|PROPN|obj|3 for|ADP|case|7 the|DET|det|7 attack|NOUN|obl|3",
        NAMES,
    )
    assert told(reading) == []


def test_the_accused_may_hang_from_the_deed_or_the_charge_from_the_accused(read: Read) -> None:
    deed = read(
        "Iveria|PROPN|nsubj|1 accuse|VERB|ROOT Suderia|PROPN|nsubj|4 of|ADP|mark|4 "
        "lying|VERB|advcl|1|VBG",
        "Iveria=Place, Suderia=Place",
    )
    assert told(deed) == ["Iveria accuses Suderia, -, Certain"]
    charge = read(
        "Iveria|PROPN|nsubj|1 accuse|VERB|ROOT Suderia|PROPN|obj|1 of|ADP|case|4 arson|NOUN|nmod|2",
        "Iveria=Place, Suderia=Place",
    )
    assert told(charge) == ["Iveria accuses Suderia, -, Certain"]
