from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.reading import Reading, find_passages
from extractors.reference.described import find_described, measured
from graph.model import Document, Form, Kind

Read = Callable[..., Reading]


def found(reading: Reading) -> list[tuple[str, Kind]]:
    return [(mention.label, mention.kind) for mention in find_described(reading)]


# the fixture's lemmas are the words themselves, so that plurals stand here in the singular
@pytest.mark.parametrize(
    ("table", "label", "kind"),
    [
        ("guard|NOUN|nsubj|1|NNS slept|VERB|ROOT", "guard", Kind.GROUP),
        ("a|DET|det|1 guard|NOUN|nsubj|2|NN slept|VERB|ROOT", "guard", Kind.PERSON),
        ("every|DET|det|1 guard|NOUN|nsubj|2|NN slept|VERB|ROOT", "guard", Kind.GROUP),
        ("the|DET|det|1 court|NOUN|nsubj|2|NN slept|VERB|ROOT", "court", Kind.ORGANIZATION),
        ("court|NOUN|nsubj|1|NNS slept|VERB|ROOT", "court", Kind.GROUP),
        ("police|NOUN|nsubj|1|NN slept|VERB|ROOT", "police", Kind.ORGANIZATION),
        ("the|DET|det|1 wounded|ADJ|nsubj|2|JJ slept|VERB|ROOT", "wounded", Kind.GROUP),
        ("aid-worker|NOUN|nsubj|1|NNS slept|VERB|ROOT", "aid-worker", Kind.GROUP),
        ("a|DET|det|1 head|NOUN|nsubj|4|NN of|ADP|case|3|IN state|NOUN|nmod|1|NN slept|VERB|ROOT",
         "head of state", Kind.PERSON),
        ("a|DET|det|1 head|NOUN|nsubj|4|NN of|ADP|case|3|IN Oya|PROPN|nmod|1|NN slept|VERB|ROOT",
         "head of Oya", Kind.PERSON),
        ("two|NUM|nummod|1|CD side|NOUN|nsubj|2|NNS met|VERB|ROOT", "two side", Kind.GROUP),
        ("both|DET|det|1|DT side|NOUN|nsubj|2|NNS met|VERB|ROOT", "side", Kind.GROUP),
        ("an|DET|det|2 army|NOUN|compound|2|NN statement|NOUN|nsubj|3|NN came|VERB|ROOT",
         "army", Kind.ORGANIZATION),
    ],
)  # fmt: skip
def test_a_noun_for_people_or_a_body_describes_them(
    read: Read, table: str, label: str, kind: Kind
) -> None:
    assert found(read(table, "Oya=Organization" * ("Oya" in table))) == [(label, kind)]


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("tables|NOUN|nsubj|1|NNS fell|VERB|ROOT", ""),
        ("no|DET|det|1 guard|NOUN|nsubj|2|NN slept|VERB|ROOT", ""),
        ("guard|NOUN|compound|1|NN dogs|NOUN|nsubj|2|NNS slept|VERB|ROOT", ""),
        ("by|ADP|case|1 force|NOUN|obl|2|NN held|VERB|ROOT", ""),
        ("Home|PROPN|compound|1|NNP Guard|PROPN|nsubj|2|NNP slept|VERB|ROOT",
         "Home Guard=Organization"),
        ("mayor|NOUN|nsubj|1|NN slept|VERB|ROOT", ""),
        ("a|DET|det|1 head|NOUN|nsubj|4|NN of|ADP|case|3|IN mud|NOUN|nmod|1|NN fell|VERB|ROOT", ""),
        ("a|DET|det|1 head|NOUN|nsubj|4|NN of|ADP|case|3|IN Oya|PROPN|nmod|1|NN fell|VERB|ROOT",
         "Oya=Place"),
        ("the|DET|det|1 side|NOUN|nsubj|2|NN fell|VERB|ROOT", ""),
        ("an|DET|det|2 army|NOUN|compound|2|NN truck|NOUN|nsubj|3|NN came|VERB|ROOT", ""),
    ],
)  # fmt: skip
def test_other_nouns_and_parts_of_names_describe_nobody(read: Read, table: str, names: str) -> None:
    assert found(read(table, names)) == []


def test_the_label_has_what_tells_who_without_article_and_rounding(read: Read) -> None:
    reading = read(
        "at|ADV|advmod|2|IN least|ADV|advmod|2|JJS two|NUM|nummod|4|CD armed|VERB|amod|4|VBN "
        "guard|NOUN|obj|7|NNS of|ADP|case|6|IN Lissa|PROPN|nmod|4|NNP killed|VERB|ROOT",
        "Lissa=Place",
    )
    assert [label for label, _ in found(reading)] == ["two armed guard of Lissa"]


def test_who_somebody_is_said_to_be_begins_behind_the_verb(read: Read) -> None:
    rows = (
        "Ada|PROPN|flat|1 Berg|PROPN|nsubj|4 was|AUX|cop|4|VBD two|NUM|nummod|4|CD "
        "guard|NOUN|root||NNS of|ADP|case|6 Torvik|PROPN|nmod|4"
    )
    assert found(read(rows, "Ada Berg=Person, Torvik=Place"))[0][0] == "two guard of Torvik"


def test_a_place_after_an_object_tells_where_and_not_who(read: Read) -> None:
    subject = read(
        "guard|NOUN|nsubj|3|NNS in|ADP|case|2|IN Lissa|PROPN|nmod|0|NNP slept|VERB|ROOT",
        "Lissa=Place",
    )
    undergone = read(
        "they|PRON|nsubj|1 killed|VERB|ROOT guard|NOUN|obj|1|NNS in|ADP|case|4|IN "
        "Lissa|PROPN|nmod|2|NNP",
        "Lissa=Place",
    )
    assert [label for label, _ in found(subject)] == ["guard in Lissa"]
    assert [label for label, _ in found(undergone)] == ["guard"]


def test_a_measure_stands_for_those_whom_it_counts(read: Read) -> None:
    reading = read("dozen|NOUN|nsubj|3|NNS of|ADP|case|2|IN miner|NOUN|nmod|0|NNS slept|VERB|ROOT")
    assert measured(reading.doc[0]) == reading.doc[2]
    assert [label for label, _ in found(reading)] == ["miner"]


def test_a_body_that_no_reader_found_is_known_by_its_members(read: Read) -> None:
    reading = read(
        "man|NOUN|nsubj|5|NNS of|ADP|case|4|IN the|DET|det|4|DT Hill|PROPN|compound|4|NNP "
        "Lancers|PROPN|nmod|0|NNPS slept|VERB|ROOT"
    )
    unit = next(m for m in find_described(reading) if m.label == "Hill Lancers")
    assert (unit.kind, unit.form, unit.is_local) == (Kind.ORGANIZATION, Form.NAME, False)


@pytest.mark.parametrize(
    ("table", "names", "label"),
    [
        ("Raider|NOUN|nsubj|1|NNS fled|VERB|ROOT", "", "raider"),
        ("Lissa|PROPN|compound|1|NNP guard|NOUN|nsubj|2|NNS fled|VERB|ROOT", "", "Lissa guard"),
        ("Norlandic|ADJ|amod|1|JJ guard|NOUN|nsubj|2|NNS fled|VERB|ROOT", "Norlandic=Group",
         "Norlandic guard"),
    ],
)  # fmt: skip
def test_the_start_of_a_sentence_gives_no_capital(
    read: Read, table: str, names: str, label: str
) -> None:
    assert [described for described, _ in found(read(table, names))] == [label]


@pytest.mark.parametrize(("whole", "kinds"), [("state", [Kind.PERSON]), ("cattle", [])])
def test_a_head_of_state_is_somebody(read: Read, whole: str, kinds: list[Kind]) -> None:
    reading = read(
        f"The|DET|det|1 head|NOUN|nsubj|4 of|ADP|case|3 {whole}|NOUN|nmod|1 met|VERB|ROOT"
    )
    assert [mention.kind for mention in find_described(reading)] == kinds


def test_a_prefix_with_a_hyphen_belongs_to_the_noun(vocab: Vocab) -> None:
    words = ["some", "anti", "-", "rebels", "met"]
    doc = Doc(
        vocab,
        words=words,
        spaces=[True, False, False, True, False],
        pos=["DET", "ADJ", "PUNCT", "NOUN", "VERB"],
        tags=["DT", "JJ", "HYPH", "NNS", "VBD"],
        lemmas=["some", "anti", "-", "rebel", "meet"],
        deps=["det", "amod", "punct", "nsubj", "ROOT"],
        heads=[3, 3, 3, 4, 4],
    )
    reading = Reading(Document("d", doc.text, "test"), doc, find_passages(doc))
    assert [mention.label for mention in find_described(reading)] == ["anti-rebels"]


def test_a_name_before_the_noun_is_not_cut(read: Read) -> None:
    reading = read(
        "A|DET|det|3 United|VERB|amod|2|NNP Nations|PROPN|compound|3|NNPS expert|NOUN|nsubj|4 "
        "met|VERB|ROOT",
        "United Nations=Organization",
    )
    assert found(reading) == [("United Nations expert", Kind.PERSON)]
