from collections.abc import Callable

import pytest

from extractors.reading import Reading
from extractors.reference.antecedents import find_references

Tell = Callable[..., Reading]


def taken_up(reading: Reading) -> str:
    """Whom the last noun takes up; "" for nobody."""
    last = [token for token in reading.doc if token.pos_ == "NOUN"][-1]
    found = find_references(reading).taken_up.get(last.i)
    return found.label if found is not None else ""


SLEPT = "he|PRON|nsubj|1|PRP slept|VERB|ROOT"
FLED = "|NOUN|nsubj|1|NNS fled|VERB|ROOT"
HID = "|NOUN|nsubj|1|NNS hid|VERB|ROOT"
THREE = "Three|NUM|nummod|1|CD gunman|NOUN|nsubj|2|NNS fled|VERB|ROOT"


def the(noun: str, tag: str = "NN", *, article: str = "the", before: str = "") -> str:
    """A sentence with a definite noun for its subject."""
    word = f"{before}|ADJ|amod|2|JJ " if before else ""
    at = 2 if before else 1
    return f"{article}|DET|det|{at}|DT {word}{noun}|NOUN|nsubj|{at + 1}|{tag} left|VERB|ROOT"


def name(*words: str, verb: str = "met") -> str:
    """A sentence with a name for its subject."""
    *first, last = words
    rows = [f"{word}|PROPN|compound|{len(first)}|NNP" for word in first]
    return " ".join([*rows, f"{last}|PROPN|nsubj|{len(words)}|NNP", f"{verb}|VERB|ROOT"])


@pytest.mark.parametrize(
    ("sentences", "label"),
    [
        (["guard" + FLED, "guard" + HID], "guard"),
        (["guard" + FLED, SLEPT, SLEPT, SLEPT, "guard" + HID], ""),
        (["armed|ADJ|amod|1|JJ guard|NOUN|nsubj|2|NNS fled|VERB|ROOT", "guard" + HID], ""),
        ([THREE, THREE], ""),
        (["people" + FLED, "people" + HID], ""),
        (["police" + FLED.replace("NNS", "NN"), SLEPT, SLEPT, SLEPT, SLEPT,
          "police" + HID.replace("NNS", "NN")], "police"),
        (["armed|ADJ|amod|1|JJ guard|NOUN|nsubj|2|NN fled|VERB|ROOT"] * 2, ""),
    ],
)  # fmt: skip
def test_several_or_a_body_are_the_same_under_the_same_bare_words(
    tell: Tell, sentences: list[str], label: str
) -> None:
    assert taken_up(tell(*sentences)) == label


KILLED = "police|NOUN|nsubj|1|NN {verb}|VERB|ROOT 40|NUM|nummod|3|CD rebel|NOUN|obj|1|NNS"


@pytest.mark.parametrize(
    ("sentences", "label"),
    [
        ([THREE, the("gunman", "NNS")], "three gunman"),
        ([THREE, the("gunman", "NNS", article="some")], ""),
        ([THREE, the("gunman")], ""),
        ([THREE, THREE.replace("Three", "Two"), the("gunman", "NNS")], "two gunman"),
        ([THREE, THREE.replace("Three", "Two"), *[SLEPT] * 4, the("gunman", "NNS")], ""),
        ([KILLED.format(verb="killed"), the("rebel", "NNS")], ""),
        ([KILLED.format(verb="killed"),
          "they|PRON|nsubj|1 bury|VERB|ROOT the|DET|det|3 rebel|NOUN|obj|1|NNS"], "40 rebel"),
        ([KILLED.format(verb="arrest"), the("rebel", "NNS")], "40 rebel"),
        (["40|NUM|nummod|1|CD rebel|NOUN|nsubj|2|NNS killed|VERB|ROOT men|NOUN|obj|2|NNS|dog",
          the("rebel", "NNS")], "40 rebel"),
        (["40|NUM|nummod|1|CD rebel|NOUN|ROOT||NNS", the("rebel", "NNS")], "40 rebel"),
        (["a|DET|det|2 Doba|PROPN|compound|2 guard|NOUN|nsubj|3|NN fled|VERB|ROOT",
          ("the|DET|det|1 guard|NOUN|nsubj|4|NN of|ADP|case|3 Doba|PROPN|nmod|1 hid|VERB|ROOT")],
         "Doba guard"),
        ([("a|DET|det|1 leader|NOUN|nsubj|5|NN of|ADP|case|4 the|DET|det|4 "
          "miner|NOUN|nmod|1|NNS fled|VERB|ROOT"),
          ("the|DET|det|3 miner|NOUN|nmod:poss|3|NNS ’|PART|case|1 leader|NOUN|nsubj|4|NN "
          "hid|VERB|ROOT")], "leader of the miner"),
    ],
)  # fmt: skip
def test_a_definite_noun_takes_up_the_last_ones_described_so(
    tell: Tell, sentences: list[str], label: str
) -> None:
    assert taken_up(tell(*sentences, names="Doba=Place" * ("Doba" in str(sentences)))) == label


FRONT = name("Red", "Front")


@pytest.mark.parametrize(
    ("sentences", "names", "label"),
    [
        ([FRONT, the("group")], "Red Front", "Red Front"),
        ([FRONT, the("court")], "Red Front", ""),
        ([FRONT, the("group", before="armed")], "Red Front", ""),
        ([FRONT, the("group", "NNS")], "Red Front", ""),
        ([FRONT, SLEPT, SLEPT, the("group")], "Red Front", ""),
        ([FRONT, "it|PRON|nsubj|1|PRP asked|VERB|ROOT", SLEPT, the("group")], "Red Front", ""),
        ([FRONT + " Ada|PROPN|obj|2|NNP", the("group")], "Red Front=Organization, Ada=Person",
         "Red Front"),
        ([FRONT + " stone|NOUN|obj|2|NN", the("group")], "Red Front", "Red Front"),
        ([FRONT, name("Sun", "Pact"), the("group")], "Red Front=Organization, Sun Pact", ""),
        ([the("forces", "NNS"), the("group")], "", ""),
        ([name("Lake", "Court"), the("company")], "Lake Court", ""),
        ([name("Miner", "Front"), the("group")], "Miner Front", "Miner Front"),
        ([name("Hill", "Company"), *[SLEPT] * 3, name("Lake", "Company"), the("company")],
         "Hill Company=Organization, Lake Company", "Lake Company"),
    ],
)  # fmt: skip
def test_the_group_is_the_only_body_named_just_before(
    tell: Tell, sentences: list[str], names: str, label: str
) -> None:
    ends = names.endswith("Person") or not names
    assert taken_up(tell(*sentences, names=names if ends else f"{names}=Organization")) == label


ENVOY = (
    "the|DET|det|1 envoy|NOUN|nsubj|6|NN to|ADP|case|3 Norland|PROPN|nmod|1|NNP "
    "Ada|PROPN|{dep}|1|NNP Berg|PROPN|flat|4|NNP slept|VERB|ROOT"
)
AGAIN = "the|DET|det|2 Norland|PROPN|compound|2|NNP envoy|NOUN|nsubj|3|NN left|VERB|ROOT"
GUARD = "Ada|PROPN|nsubj|3|NNP Berg|PROPN|flat|0|NNP guard|NOUN|appos|0|{tag} slept|VERB|ROOT"
PEOPLE = "Ada Berg=Person, Norland=Place"


@pytest.mark.parametrize(
    ("sentences", "label"),
    [
        ([ENVOY.format(dep="appos"), AGAIN], "Ada Berg"),
        ([ENVOY.format(dep="flat"), AGAIN], "Ada Berg"),
        ([ENVOY.format(dep="appos"), AGAIN.replace("|NN ", "|NNS ")], ""),
        ([GUARD.format(tag="NN"), the("guard")], "Ada Berg"),
        ([GUARD.format(tag="NNS"), the("guard")], ""),
    ],
)
def test_a_post_is_that_of_the_only_person_named_beside_it(
    tell: Tell, sentences: list[str], label: str
) -> None:
    names = PEOPLE if "Norland" in sentences[0] else "Ada Berg=Person"
    assert taken_up(tell(*sentences, names=names)) == label
