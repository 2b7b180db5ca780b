from collections.abc import Callable

import pytest

from extractors.reading import Reading
from extractors.reference.binding import MetAgain, is_barred, met_again
from extractors.reference.gender import Gender
from extractors.reference.referents import Referent
from graph.model import Form, Mention, MentionKey

Read = Callable[..., Reading]

BERG = MentionKey("d", 0, 3)


def referent(reading: Reading, index: int, mention: Mention | None = None) -> Referent:
    """Somebody told of at the word; the numbers do not matter here."""
    kind = mention.kind if mention else None
    return Referent(reading.doc[index], BERG, mention, kind, plural=False, gender=Gender.OPEN,
                    salience=1.0, passage=0, quote=-1)  # fmt: skip


@pytest.mark.parametrize(
    ("table", "other", "pronoun", "barred"),
    [
        ("Ada|PROPN|nsubj|1 saw|VERB|ROOT her|PRON|obj|1", 0, 2, True),
        ("Ada|PROPN|nsubj|1 saw|VERB|ROOT herself|PRON|obj|1", 0, 2, False),
        ("Ada|PROPN|nsubj|1 saw|VERB|ROOT her|PRON|nmod:poss|3 brother|NOUN|obj|1", 0, 2, False),
        ("Ada|PROPN|nsubj|1 saw|VERB|ROOT maps|NOUN|obj|1 of|ADP|case|4 her|PRON|nmod|2",
         0, 4, True),
        ("They|PRON|nsubj|1 told|VERB|ROOT Ada|PROPN|obj|1 about|ADP|case|4 her|PRON|obl|1",
         2, 4, True),
        ("Near|ADP|case|1 Ada|PROPN|obl|3 they|PRON|nsubj|3 saw|VERB|ROOT her|PRON|obj|3",
         1, 4, False),
        ("Ada|PROPN|nsubj|1 said|VERB|ROOT she|PRON|nsubj|3 slept|VERB|ccomp|1", 0, 2, False),
        ("Ada|PROPN|nsubj|1 slept|VERB|ROOT he|PRON|nsubj|3 saw|VERB|ROOT her|PRON|obj|3",
         0, 4, False),
    ],
)  # fmt: skip
def test_a_pronoun_is_nobody_told_of_by_the_same_verb(
    read: Read, table: str, other: int, pronoun: int, *, barred: bool
) -> None:
    reading = read(table)
    assert is_barred(reading.doc[pronoun], referent(reading, other)) == barred


def told_again(reading: Reading, pronoun: int) -> MetAgain:
    return met_again(reading.doc[pronoun], _mention_at(reading), {})


def _mention_at(reading: Reading) -> Callable[..., Mention | None]:
    return lambda word: reading.described_at(word) or reading.headed_by(word)


SAY = "They|PRON|nsubj|1 say|VERB|ROOT "
LEFT = "guard|NOUN|nsubj|4|NNS left|VERB|ccomp|1"


def test_who_is_named_or_described_with_the_below_a_pronoun_is_met_again(read: Read) -> None:
    named = read(SAY + "the|DET|det|3 Guard|PROPN|nsubj|4 left|VERB|ccomp|1", "Guard=Organization")
    assert told_again(named, 0) == MetAgain(frozenset([named.mentions[0].key]))
    definite = read(SAY + "the|DET|det|3 " + LEFT)
    assert told_again(definite, 0) == MetAgain(descriptions=frozenset(["guard"]))
    new = read(SAY + "some|DET|det|3 " + LEFT)
    assert told_again(new, 0) == MetAgain()


@pytest.mark.parametrize(
    ("table", "pronoun"),
    [
        (("They|PRON|nsubj|1 told|VERB|ROOT him|PRON|obj|1 the|DET|det|4 guard|NOUN|nsubj|5|NNS "
         "left|VERB|ccomp|1"), 2),
        (("When|ADV|advmod|3 the|DET|det|2 guard|NOUN|nsubj|3|NNS left|VERB|advcl|5 "
         "they|PRON|nsubj|5 slept|VERB|ROOT"), 4),
    ],
)  # fmt: skip
def test_nobody_is_met_again_below_an_object_or_before_the_pronoun(
    read: Read, table: str, pronoun: int
) -> None:
    assert told_again(read(table), pronoun) == MetAgain()


def test_those_met_again_are_known_by_the_name_or_by_the_noun(read: Read) -> None:
    named = read("Home|PROPN|compound|1 Guard|PROPN|nsubj|2 left|VERB|ROOT",
                 "Home Guard=Organization")  # fmt: skip
    guard = referent(named, 1, named.mentions[0])
    assert MetAgain(names=frozenset([BERG])).holds(guard)
    assert not MetAgain(descriptions=frozenset(["guard"])).holds(guard)
    described = read("guard|NOUN|nsubj|1|NNS left|VERB|ROOT")
    assert described.described[0].form is Form.NOMINAL
    assert MetAgain(descriptions=frozenset(["guard"])).holds(
        referent(described, 0, described.described[0])
    )
