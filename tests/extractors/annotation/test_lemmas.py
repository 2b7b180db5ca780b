import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.annotation.lemmas import inflect, mend_lemmas

POS = {"VBG": "VERB", "VBD": "VERB", "VBN": "VERB", "NNS": "NOUN", "NNPS": "PROPN"}


@pytest.mark.parametrize(
    ("form", "tag", "given", "mended"),
    [
        ("occupied", "VBD", "occupi", "occupy"),
        ("Killed", "VBN", "kille", "kill"),
        ("kidnapped", "VBN", "kidnapp", "kidnap"),
        ("troops", "NNS", "troops", "troop"),
        ("left", "VBD", "leave", "leave"),
        ("ossified", "VBD", "ossifi", "ossifi"),
        ("fled", "VBD", "flead", "flee"),
        ("slain", "VBN", "sla", "slay"),
        ("noting", "VBG", "not", "note"),
        ("Murders", "NNPS", "Murders", "Murders"),
        ("gunmen", "NNS", "gunme", "gunman"),
        ("witnesses", "NNS", "witnesse", "witness"),
        ("Deputies", "NNPS", "deputie", "deputy"),
    ],
)
def test_a_lemma_is_mended_where_the_rules_know_the_word(
    vocab: Vocab, form: str, tag: str, given: str, mended: str
) -> None:
    doc = Doc(vocab, words=[form], tags=[tag], pos=[POS[tag]], lemmas=[given])
    mend_lemmas(doc)
    assert doc[0].lemma_ == mended


def test_a_lemma_that_the_rules_know_stays(vocab: Vocab) -> None:
    doc = Doc(vocab, words=["meeting"], pos=["VERB"], lemmas=["meet"])
    mend_lemmas(doc)
    assert doc[0].lemma_ == "meet"


@pytest.mark.parametrize(
    ("word", "form"),
    [("raid", "raided"), ("bury", "buried"), ("seize", "seizing"), ("kidnap", "kidnapped"),
     ("deploy", "deployed")],
)  # fmt: skip
def test_regular_forms_are_known(word: str, form: str) -> None:
    assert form in set(inflect(word))
