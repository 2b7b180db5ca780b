import pytest
from spacy.tokens import Doc, Span, Token

from extractors.annotation import kept
from extractors.annotation.kept import keep
from tests.extractors.conftest import Annotate

ROWS = (
    "A|DET|det|1 hearing|NOUN|nsubj:pass|3 was|AUX|aux:pass|3 held|VERB|ROOT||VBN "
    "on|ADP|case|6 the|DET|det|6 raid|NOUN|nmod|1 / It|PRON|nsubj|8 ended|VERB|ROOT .|PUNCT|punct|8"
)
ASKED = (
    "i", "idx", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "whitespace_",
    "is_alpha", "is_punct", "is_space", "is_title", "like_num", "is_sent_start", "text_with_ws",
)  # fmt: skip
TIED = ("lefts", "rights", "children", "subtree", "ancestors", "conjuncts", "sent")


def _answers(token: Token) -> list[object]:
    tied = [[other.i for other in getattr(token, name)] for name in TIED]
    ends = [token.head.i, token.left_edge.i, token.right_edge.i]
    return [*(getattr(token, name) for name in ASKED), *tied, *ends]


@pytest.fixture
def doc(annotate: Annotate) -> Doc:
    return annotate(ROWS)


def test_kept_words_answer_as_spacys_do(doc: Doc) -> None:
    assert [_answers(token) for token in keep(doc)] == [_answers(token) for token in doc]


def test_kept_runs_of_words_answer_as_spacys_do(doc: Doc) -> None:
    same = keep(doc)
    places = (0, 3, 7, 10, 12, -2, None)
    runs = [slice(start, end) for start in places for end in places]
    for run in runs:
        one, other = same[run], doc[run]
        assert (one.start, one.end, one.text) == (other.start, other.end, other.text)
        assert [token.i for token in one] == [token.i for token in other]
        if len(other):
            assert (one.root.i, one.sent.text) == (other.root.i, other.sent.text)


def test_a_kept_document_has_the_sentences_names_and_groups_of_the_first(doc: Doc) -> None:
    doc.set_ents([Span(doc, 1, 2, label="ORG")])
    doc.spans["events"] = [doc[6:7]]
    same = keep(doc)
    assert same.text == doc.text
    assert [sentence.text for sentence in same.sents] == [sentence.text for sentence in doc.sents]
    assert [(name.text, name.label_) for name in same.ents] == [("hearing", "ORG")]
    assert [span.text for span in same.spans["events"]] == ["raid"]


def test_a_word_is_made_once(doc: Doc) -> None:
    same = keep(doc)
    assert same[1] is same[6].head is next(iter(same[1:2]))
    assert len({same[1], same[6].head, same[6]}) == 2


def test_there_is_no_word_before_the_first_and_behind_the_last(doc: Doc) -> None:
    same = keep(doc)
    assert same[0].nbor().text == "hearing"
    with pytest.raises(IndexError):
        same[0].nbor(-1)
    with pytest.raises(IndexError):
        same[9].nbor()


def test_a_document_without_words_is_kept(doc: Doc) -> None:
    assert len(keep(Doc(doc.vocab))) == 0


def test_a_very_long_document_is_not_kept(doc: Doc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LONGEST", 9)
    assert keep(doc) is doc
