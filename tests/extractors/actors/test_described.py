from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.actors.described import find_described, measured
from extractors.reading import Reading, find_passages
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
        ("family|NOUN|nsubj|1|NN slept|VERB|ROOT", "family", Kind.GROUP),
        ("the|DET|det|1 force|NOUN|nsubj|2|NNS slept|VERB|ROOT", "force", Kind.ORGANIZATION),
        ("police|NOUN|nsubj|1|NNS slept|VERB|ROOT", "police", Kind.ORGANIZATION),
        ("the|DET|det|1 Court|PROPN|nsubj|2|NNP slept|VERB|ROOT", "Court", Kind.ORGANIZATION),
        ("Guard|PROPN|nsubj|1|NNPS slept|VERB|ROOT", "Guard", Kind.GROUP),
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
        ("a|DET|det|2 guard|NOUN|compound|2|NN statement|NOUN|nsubj|3|NN came|VERB|ROOT", ""),
        ("a|DET|det|1 statement|NOUN|nsubj|4 by|ADP|case|3 army|NOUN|nmod|1|NN came|VERB|ROOT", ""),
        ("the|DET|det|1 tall|ADJ|nsubj|2|JJ slept|VERB|ROOT", ""),
        ("these|DET|det|1 wounded|ADJ|nsubj|2|JJ slept|VERB|ROOT", ""),
        ("the|DET|det|2 wounded|ADJ|amod|2|JJ dogs|NOUN|nsubj|3|NNS slept|VERB|ROOT", ""),
        ("the|DET|det|1 force|NOUN|nsubj|2|NN fell|VERB|ROOT", ""),
        ("two|NUM|nummod|1|CD stone|NOUN|nsubj|2|NNS fell|VERB|ROOT", ""),
        ("the|DET|det|2 Home|PROPN|compound|2 Guard|PROPN|nsubj|3|NNP slept|VERB|ROOT",
         "Home Guard=Organization"),
        ("guard|NOUN|compound|1|NNS dogs|NOUN|nsubj|2|NNS slept|VERB|ROOT", ""),
        ("Ada|PROPN|nsubj|2|NNP guard|NOUN|flat|0|NNS slept|VERB|ROOT", ""),
        ("they|PRON|nsubj|1 met|VERB|ROOT Guard|PROPN|obj|1|NNPS", ""),
        ("Parliament|PROPN|nsubj|1|NNP met|VERB|ROOT", ""),
        ("Bank|PROPN|nsubj|3|NNP of|ADP|case|2 police|NOUN|nmod|0|NN met|VERB|ROOT",
         "Bank of police=Organization"),
    ],
)  # fmt: skip
def test_other_nouns_and_parts_of_names_describe_nobody(read: Read, table: str, names: str) -> None:
    assert found(read(table, names)) == []


FELL = "of|ADP|case|4 the|DET|det|4 agency|NOUN|{}|1|NN fell|VERB|ROOT"


@pytest.mark.parametrize(
    ("table", "labels"),
    [
        ("the|DET|det|1 head|NOUN|nsubj|5 " + FELL.format("nmod"),
         ["head of the agency", "agency"]),
        ("the|DET|det|1 roof|NOUN|nsubj|5 " + FELL.format("nmod"), ["agency"]),
        ("the|DET|det|1 head|NOUN|nsubj|5 " + FELL.format("nmod").replace("of", "with"),
         ["agency"]),
        ("they|PRON|nsubj|1 head|VERB|ROOT " + FELL.format("obl"), ["agency"]),
        ("a|DET|det|1 group|NOUN|nsubj|4|NN of|ADP|case|3 miner|NOUN|nmod|1|NNS fell|VERB|ROOT",
         ["miner"]),
        ("a|DET|det|1 group|NOUN|nsubj|4|NN with|ADP|case|3 miner|NOUN|nmod|1|NNS fell|VERB|ROOT",
         ["group", "miner"]),
    ],
)  # fmt: skip
def test_a_preposition_leads_to_whom_one_heads_and_whom_a_measure_counts(
    read: Read, table: str, labels: list[str]
) -> None:
    assert [label for label, _ in found(read(table))] == labels


CONVICT = "they|PRON|nsubj|1 {verb}|VERB|ROOT a|DET|det|3 guard|NOUN|obj|1|NN "
FRAUD = "of|ADP|case|5 fraud|NOUN|nmod|3|NN"


@pytest.mark.parametrize(
    ("table", "label"),
    [
        ("shouting|VERB|advcl|1|VBG guard|NOUN|nsubj|2|NNS fled|VERB|ROOT", "guard"),
        ("armed|VERB|amod|1|VBN town|NOUN|compound|2|NN guard|NOUN|nsubj|3|NNS fled|VERB|ROOT",
         "town guard"),
        ("300|NUM|nummod|2|CD odd|ADJ|amod|0|JJ guard|NOUN|nsubj|3|NNS fled|VERB|ROOT",
         "300 odd guard"),
        (("brave|ADJ|amod|3|JJ ,|PUNCT|punct|3|, old|ADJ|amod|3|JJ guard|NOUN|nsubj|4|NNS "
         "fled|VERB|ROOT"), "old guard"),
        ("more|ADJ|amod|1|JJR guard|NOUN|nsubj|2|NNS fled|VERB|ROOT", "guard"),
        (("of|ADP|case|1 Lissa|PROPN|nmod|2|NNP guard|NOUN|nsubj|5|NNS of|ADP|case|4 "
         "Doba|PROPN|obl|5|NNP fled|VERB|ROOT"), "Lissa guard"),
        (("guard|NOUN|nsubj|4|NNS there|ADV|advmod|0|RB of|ADP|case|3 Lissa|PROPN|nmod|0|NNP "
         "fled|VERB|ROOT"), "guard"),
        ("guard|NOUN|nsubj|3|NNS with|ADP|case|2 Lissa|PROPN|nmod|0|NNP fled|VERB|ROOT", "guard"),
        ("guard|NOUN|nsubj|3|NNS in|ADP|case|2 rain|NOUN|nmod|0|NN fled|VERB|ROOT", "guard"),
        (CONVICT.format(verb="convict") + FRAUD, "guard"),
        (CONVICT.format(verb="see") + FRAUD, "guard of fraud"),
        ("a|DET|det|1 guard|NOUN|nsubj|4|NN of|ADP|case|3 fraud|NOUN|nmod|1|NN convict|VERB|ROOT",
         "guard of fraud"),
        ("they|PRON|nsubj|1 met|VERB|ROOT Raider|NOUN|obj|1|NNS", "Raider"),
        ("EU|NOUN|compound|1|NN guard|NOUN|nsubj|2|NNS fled|VERB|ROOT", "EU guard"),
    ],
)  # fmt: skip
def test_a_label_has_the_words_that_tell_who_and_no_others(
    read: Read, table: str, label: str
) -> None:
    assert found(read(table, "Lissa=Place" * ("Lissa" in table)))[0][0] == label


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
    ("table", "names"),
    [
        (("roof|NOUN|nsubj|4|NNS of|ADP|case|3|IN the|DET|det|3|DT Lancers|PROPN|nmod|0|NNPS "
         "fell|VERB|ROOT"), ""),
        ("man|NOUN|nsubj|3|NNS of|ADP|case|2|IN Lancers|PROPN|nmod|0|NNPS slept|VERB|ROOT", ""),
        (("man|NOUN|nsubj|5|NNS of|ADP|case|4|IN the|DET|det|4|DT Hill|PROPN|compound|4|NNP "
         "Lancers|PROPN|nmod|0|NNPS slept|VERB|ROOT"), "Lancers=Organization"),
        (("Man|NOUN|nsubj|5|NNS By|ADP|case|4|IN The|DET|det|4|DT Hill|PROPN|compound|4|NNP "
         "Lancers|PROPN|nmod|0|NNPS Slept|VERB|ROOT"), ""),
    ],
)  # fmt: skip
def test_what_has_no_members_or_is_known_or_stands_in_a_headline_is_no_such_body(
    read: Read, table: str, names: str
) -> None:
    assert [m for m in find_described(read(table, names)) if m.form is Form.NAME] == []


def test_in_a_headline_only_single_nouns_describe_somebody(read: Read) -> None:
    table = (
        "Armed|ADJ|amod|1 Guard|NOUN|nsubj|2|NNS Flee|VERB|ROOT As|SCONJ|mark|5 Rain|NOUN|nsubj|5 "
        "Hits|VERB|advcl|2 Soldier|NOUN|obj|5|NNS"
    )
    assert [label for label, _ in found(read(table))] == ["Soldier"]


def test_a_noun_inside_a_longer_description_has_a_label_of_its_own(read: Read) -> None:
    reading = read(
        "Doba|PROPN|compound|1|NNP worker|NOUN|nsubj|7|NNS of|ADP|case|4|IN the|DET|det|4|DT "
        "police|NOUN|nmod|1|NN near|ADP|case|6|IN Lissa|PROPN|nmod|4|NNP slept|VERB|ROOT",
        "Doba worker of the police near Lissa=Group",
    )
    longer = [replace(mention, form=Form.NOMINAL) for mention in reading.mentions]
    assert found(reading.with_mentions(longer)) == [("police", Kind.ORGANIZATION)]


def test_only_a_name_tells_where_guards_belong(read: Read) -> None:
    reading = read(
        "guard|NOUN|nsubj|3|NNS at|ADP|case|2|IN rallies|NOUN|nmod|0|NNS slept|VERB|ROOT",
        "rallies=Event:Protest",
    )
    events = [replace(mention, form=Form.NOMINAL) for mention in reading.mentions]
    assert found(reading)[0][0] == "guard at rallies"
    assert found(reading.with_mentions(events))[0][0] == "guard"


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


def test_a_line_break_ends_what_tells_who(vocab: Vocab) -> None:
    doc = Doc(
        vocab,
        words=["brave", "\n", "guards", "met"],
        pos=["ADJ", "ADJ", "NOUN", "VERB"],
        tags=["JJ", "JJ", "NNS", "VBD"],
        lemmas=["brave", "\n", "guard", "meet"],
        deps=["amod", "dep", "nsubj", "ROOT"],
        heads=[2, 2, 3, 3],
    )
    reading = Reading(Document("d", doc.text, "test"), doc, find_passages(doc))
    assert [mention.label for mention in find_described(reading)] == ["guards"]


@pytest.mark.parametrize("tag", ["JJ", "IN"])
def test_a_prefix_with_a_hyphen_belongs_to_the_noun(vocab: Vocab, tag: str) -> None:
    words = ["some", "anti", "-", "rebels", "met"]
    doc = Doc(
        vocab,
        words=words,
        spaces=[True, False, False, True, False],
        pos=["DET", "ADJ", "PUNCT", "NOUN", "VERB"],
        tags=["DT", tag, "HYPH", "NNS", "VBD"],
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
