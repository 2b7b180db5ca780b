import random
from pathlib import Path

import pytest

from extractors.corpora.conllu import read_sentences
from training.tokenizing import make_english
from training.trees import make_trees, read_ewt, read_gum

CONLLU = """\
# newdoc id = made
# newpar
# text = Heading
1	Heading	heading	NOUN	NN	Number=Sing|Typo=Yes	0	root	_	_

# newpar
# text = They don't go.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# text = "No."
1	"	"	PUNCT	``	_	2	punct	_	SpaceAfter=No
2	No	no	INTJ	UH	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No
4	"	"	PUNCT	''	_	2	punct	_	_
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "made.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return path


def test_the_text_of_a_contraction_is_one_word(path: Path) -> None:
    _, sentence, _ = read_sentences(path)
    assert sentence.locate_words()[0] == "They don't go."


def test_paragraphs_are_parted_by_line_breaks_that_hang_on_the_word_before(path: Path) -> None:
    (doc,) = make_trees(read_sentences(path), make_english().vocab, None)
    assert doc.text == 'Heading\n\nThey don\'t go. "No." '
    assert [sent.text for sent in doc.sents] == ["Heading\n\n", "They don't go.", '"No."']
    assert (doc[1].is_space, doc[1].head.text, doc[1].dep_) == (True, "Heading", "dep")


def test_heads_roots_and_wanted_features_are_kept(path: Path) -> None:
    (doc,) = make_trees(read_sentences(path), make_english().vocab, None)
    assert str(doc[0].morph) == "Number=Sing"
    assert [token.head.text for token in doc[2:7]] == ["go", "go", "go", "go", "go"]
    assert doc[5].dep_ == "ROOT"


def test_variation_never_changes_the_number_of_words(path: Path) -> None:
    vocab = make_english().vocab
    for seed in range(30):
        chance = random.Random(seed)  # noqa: S311  # not for secrets
        (doc,) = make_trees(read_sentences(path), vocab, chance)
        assert len(doc) == 11
        assert [token.tag_ for token in doc if token.text in {"“", '"'}][:1] == ["``"]


def test_ewt_is_parted_by_file_and_its_middle_file_tunes(path: Path) -> None:
    for name in ("train", "dev", "test"):
        one = f"1\t{name}\t{name}\tX\tX\t_\t0\troot\t_\t_\n"
        (path.parent / f"en_ewt-ud-{name}.conllu").write_text(one, encoding="utf-8")
    forms = {part: found[0].words[0].form for part, found in read_ewt(path.parent).items()}
    assert forms == {"train": "train", "tune": "dev", "test": "test"}


def test_gum_is_parted_by_its_official_split(path: Path) -> None:
    splits = "## train\n * GUM_a\n## dev\n * GUM_b\n## test\n * GUM_c\n## test2\n * GUM_d\n"
    (path.parent / "splits.md").write_text(splits, encoding="utf-8")
    for name in "abcd":
        text = CONLLU.replace("made", f"GUM_{name}")
        (path.parent / f"GUM_{name}.conllu").write_text(text, encoding="utf-8")
    parts = read_gum(path.parent)
    documents = {part: [one.document for one in found[::3]] for part, found in parts.items()}
    assert documents == {"train": ["GUM_a"], "tune": ["GUM_b"], "test": ["GUM_c", "GUM_d"]}
