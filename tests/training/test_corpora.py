import json
from pathlib import Path

import pytest

from extractors.corpora.gum import read_gum
from extractors.corpora.iob import read_iob
from extractors.corpora.samples import Sample
from training.corpora import CROSSNER, UNER, WIKIGOLD, read_splits
from training.corpora.grobid import read_grobid
from training.corpora.re3d import read_re3d
from training.corpora.wikiwars import read_wikiwars

GUM = """\
# newdoc id = GUM_news_made
# newpar
# text = The mayor of Kern, Anna Bold, visited Bolderia in May 1990.
1	The	the	DET	DT	_	2	det	_	Entity=(1-person-new-nn-cf1-2,6-coref
2	mayor	mayor	NOUN	NN	_	8	nsubj	_	_
3	of	of	ADP	IN	_	4	case	_	_
4	Kern	Kern	PROPN	NNP	_	2	nmod	_	Entity=(2-place-new-n-cf2-1-sgl)1)|SpaceAfter=No
5	,	,	PUNCT	,	_	6	punct	_	_
6	Anna	Anna	PROPN	NNP	_	2	appos	_	Entity=(1-person-giv-nn-cf1-1-coref
7	Bold	Bold	PROPN	NNP	_	6	flat	_	Entity=1)|SpaceAfter=No
8	,	,	PUNCT	,	_	9	punct	_	_
9	visited	visit	VERB	VBD	_	0	root	_	_
10	Bolderia	Bolderia	PROPN	NNP	_	9	obj	_	Entity=(3-place-new-nn-cf3-1-sgl)
11	in	in	ADP	IN	_	12	case	_	_
12	May	May	PROPN	NNP	_	9	obl	_	Entity=(4-time-new-nn-cf4-1-sgl
13	1990	1990	NUM	CD	_	12	nmod	_	Entity=4)|SpaceAfter=No
14	.	.	PUNCT	.	_	9	punct	_	_
"""


def show(sample: Sample) -> dict[str, str]:
    return {sample.text[name.start : name.end]: name.kind for name in sample.entities}


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True, parents=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_crossner_labels_become_kinds_and_the_mixed_one_unknown(tmp_path: Path) -> None:
    lines = "Anna\tB-politician\nBold\tI-politician\nspoke\tO\nKernian\tB-misc\n.\tO\n\n"
    (sample,) = read_iob(write(tmp_path, "made.txt", lines), CROSSNER)
    assert sample.text == "Anna Bold spoke Kernian."
    assert show(sample) == {"Anna Bold": "Person"}
    assert sample.unknown == ((16, 23),)
    assert "Group" not in sample.kinds


def test_wikigold_names_that_touch_stay_apart_only_by_label(tmp_path: Path) -> None:
    lines = "Kern I-LOC\nBold I-PER\n, O\nAnna I-PER\n\n"
    (sample,) = read_iob(write(tmp_path, "made.txt", lines), WIKIGOLD)
    assert show(sample) == {"Kern": "Place", "Bold": "Person", "Anna": "Person"}


def test_uner_keeps_the_running_text_and_its_document(tmp_path: Path) -> None:
    lines = "# newdoc id = one\n# text = Kern(Bold) left\n"
    lines += "1\tKern\tB-LOC\t-\t-\n2\t(\tO\t-\t-\n3\tBold\tB-PER\t-\t-\n4\t)\tO\t-\t-\n"
    (sample,) = read_iob(write(tmp_path, "made.iob2", lines + "5\tleft\tO\t-\t-\n\n"), UNER)
    assert sample.text == "Kern(Bold) left"
    assert sample.document == "one"
    assert show(sample) == {"Kern": "Place", "Bold": "Person"}


def test_grobid_classes_become_kinds_and_lists_unknown(tmp_path: Path) -> None:
    markup = (
        '<p><sentence>In <ENAMEX type="PERIOD">the 1890s</ENAMEX> the '
        '<ENAMEX type="EVENT">War of Kern</ENAMEX> cost <ENAMEX type="MEASURE">two</ENAMEX> '
        '<ENAMEX type="NATIONAL">Kernian</ENAMEX> towns, <ENAMEX type="LOCATION">Bold and Anna'
        "</ENAMEX>.</sentence></p>"
    )
    write(tmp_path, "made.xml", markup)
    (sample,) = read_grobid(tmp_path)
    assert show(sample) == {
        "1890s": "Date",
        "War of Kern": "Event",
        "two": "Quantity",
        "Kernian": "Group",
    }
    assert [sample.text[start:end] for start, end in sample.unknown] == ["Bold and Anna"]


def test_re3d_keeps_names_and_leaves_noun_phrases_with_capitals_open(tmp_path: Path) -> None:
    text = "The mayor of Bolderia, Anna Bold, met Kernian soldiers."
    marks = [("Person", "The mayor of Bolderia"), ("Location", "Bolderia")]
    marks += [("Person", "Anna Bold"), ("Organisation", "Kernian soldiers")]
    records = [
        {
            "documentId": "d",
            "type": label,
            "begin": text.index(name),
            "end": text.index(name) + len(name),
        }
        for label, name in marks
    ]
    folder = tmp_path / "made"
    write(folder, "LICENSE", "public domain")
    write(folder, "documents.json", json.dumps({"_id": "d", "text": text}))
    write(folder, "entities.json", "\n".join(map(json.dumps, records)))
    (sample,) = read_re3d(tmp_path)
    assert show(sample) == {"Bolderia": "Place", "Anna Bold": "Person"}
    assert "Kernian soldiers" in [sample.text[start:end] for start, end in sample.unknown]


def test_wikiwars_gives_dates_but_no_vague_times_and_annotates_nothing_else(tmp_path: Path) -> None:
    markup = (
        '<TEXT>\nIn <TIMEX3 type="DATE">early 1940</TIMEX3> it fell. It is gone '
        '<TIMEX3 type="DATE">now</TIMEX3>, said Col. Bold.\n</TEXT>'
    )
    write(tmp_path, "made.tml", markup)
    first, second = read_wikiwars(tmp_path)
    assert show(first) == {"early 1940": "Date"}
    assert second.text == "It is gone now, said Col. Bold."
    assert second.entities == ()
    assert first.kinds == {"Date"}


def test_gum_gives_names_without_titles_and_noun_phrases(tmp_path: Path) -> None:
    write(tmp_path, "GUM_news_made.conllu", GUM)
    (sample,) = read_gum(tmp_path)
    assert sample.text == "The mayor of Kern, Anna Bold, visited Bolderia in May 1990."
    assert show(sample) == {
        "Kern": "Place",
        "Anna Bold": "Person",
        "Bolderia": "Place",
        "May 1990": "Date",
    }
    assert not {"Group", "Work"} & sample.kinds


@pytest.mark.parametrize(("name", "part"), [("GUM_a", "tune"), ("GUM_b", "test")])
def test_gum_documents_follow_the_official_split(tmp_path: Path, name: str, part: str) -> None:
    path = write(tmp_path, "splits.md", "# Splits\n\n## dev\n\n  * GUM_a\n\n## test\n\n  * GUM_b\n")
    assert read_splits(path)[name] == part
