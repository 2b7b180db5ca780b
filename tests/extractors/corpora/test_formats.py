from __future__ import annotations

from pathlib import Path

import pytest

from extractors.corpora.formats import Format, find_format, read_golds
from extractors.corpora.gold import Gold
from graph.errors import UnreadableFileError

CROSSNER = "Anna\tB-politician\nBold\tI-politician\nspoke\tO\n.\tO\n\nKern\tB-misc\nwon\tO\n\n"
CONLL = """\
-DOCSTART- -X- -X- O

KERN NNP B-NP B-LOC
WINS VBZ B-VP O

Anna NNP B-NP B-PER
Bold NNP I-NP I-PER

-DOCSTART- -X- -X- O

Rain NN B-NP O
"""
UNER = """\
# newdoc id = one
# text = Kern(Bold) left.
1\tKern\tB-LOC\t-\t-
2\t(\tO\t-\t-
3\tBold\tB-PER\t-\t-
4\t)\tO\t-\t-
5\tleft\tO\t-\t-
6\t.\tO\t-\t-

# text = Rain fell.
1\tRain\tO\t-\t-
2\tfell\tO\t-\t-
3\t.\tO\t-\t-
"""
BIOES = "Anna B-PER\nBold E-PER\nsaw O\nKern S-LOC\n"
CONLLU = """\
# newdoc id = one
# newpar
1\tRain\train\tNOUN\tNN\t_\t2\tnsubj\t_\t_
2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tKern\tKern\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\t_

# newpar
1\tGood\tgood\tADJ\tJJ\t_\t0\troot\t_\t_
"""
GENEVA = (
    '{"doc_id": "d", "sentence": "They met .", "tokens": ["They", "met", "."], '
    '"event_mentions": [{"event_type": "Meeting", "trigger": {"start": 1, "end": 2}}]}\n'
)


def write(folder: Path, text: str) -> Path:
    path = folder / "made"
    path.write_text(text, encoding="utf-8")
    return path


def read(folder: Path, text: str) -> list[Gold]:
    path = write(folder, text)
    name = find_format(path)
    assert name is not None
    return read_golds(path, name)


def names(gold: Gold) -> dict[str, str]:
    assert gold.names is not None
    return {gold.text[one.start : one.end]: one.kind for one in gold.names.entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (CROSSNER, Format.IOB),
        (CONLL, Format.IOB),
        (UNER, Format.IOB),
        (BIOES, Format.IOB),
        (CONLLU, Format.CONLLU),
        (CONLLU.replace("\t_\t_\n2", "\t_\tEntity=(1-event-new-cf1-1-sgl)\n2"), Format.GUM),
        (GENEVA, Format.GENEVA),
        ("Anna Bold spoke.\n", None),
        ("- a list\n- of things\n", None),
        ("", None),
    ],
)
def test_a_format_is_recognised_by_what_stands_in_the_file(
    tmp_path: Path, text: str, name: Format | None
) -> None:
    assert find_format(write(tmp_path, text)) is name


def test_sentences_without_documents_are_texts_and_mixed_labels_are_open(tmp_path: Path) -> None:
    first, second = read(tmp_path, CROSSNER)
    assert first.text == "Anna Bold spoke."
    assert names(first) == {"Anna Bold": "Person"}
    assert second.names is not None
    assert second.names.unknown == ((0, 4),)
    assert second.names.kinds == {"Person"}


def test_the_last_column_of_labels_counts_and_documents_hold_lines(tmp_path: Path) -> None:
    first, second = read(tmp_path, CONLL)
    assert first.text == "KERN WINS\nAnna Bold"
    assert names(first) == {"KERN": "Place", "Anna Bold": "Person"}
    assert first.starts == {0, 2}
    assert second.text == "Rain"


def test_numbered_tokens_are_found_in_the_text_of_their_document(tmp_path: Path) -> None:
    (gold,) = read(tmp_path, UNER)
    assert gold.text == "Kern(Bold) left. Rain fell."
    assert names(gold) == {"Kern": "Place", "Bold": "Person"}
    assert [gold.text[start:end] for start, end in gold.words[:4]] == ["Kern", "(", "Bold", ")"]


def test_a_mark_of_byte_order_and_ends_of_lines_of_another_system_do_no_harm(
    tmp_path: Path,
) -> None:
    (gold,) = read(tmp_path, "\ufeff" + UNER.replace("\n", "\r\n"))
    assert names(gold) == {"Kern": "Place", "Bold": "Person"}
    (tree,) = read(tmp_path, "\ufeff" + CONLLU.replace("\n", "\r\n"))
    assert tree.text == "Rain fell. Kern slept\n\nGood"


def test_a_token_without_letters_is_left_out(tmp_path: Path) -> None:
    (gold,) = read(tmp_path, "Anna\tB-PER\n\tO\nspoke\tO\n")
    assert gold.text == "Anna spoke"


def test_names_end_where_their_label_says_so(tmp_path: Path) -> None:
    (gold,) = read(tmp_path, BIOES)
    assert names(gold) == {"Anna Bold": "Person", "Kern": "Place"}


def test_the_sentences_of_a_document_are_one_text_with_one_tree(tmp_path: Path) -> None:
    (gold,) = read(tmp_path, CONLLU)
    assert gold.text == "Rain fell. Kern slept\n\nGood"
    assert gold.starts == {0, 3, 5}
    assert [word.head for word in gold.tree] == [1, 1, 1, 4, 4, 5]


def test_triggers_are_places_in_running_text(tmp_path: Path) -> None:
    (gold,) = read(tmp_path, GENEVA)
    assert gold.text == "They met."
    assert gold.triggers == frozenset([(5, 8, "Meeting")])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna\tB-PER\nBold\n", Format.IOB),
        ("no labels here\n", Format.IOB),
        ("1\tRain\n", Format.CONLLU),
        (CONLLU.replace("\t2\t", "\t9\t"), Format.CONLLU),
        ("{}\n", Format.GENEVA),
        ("[" * 100_000 + "\n", Format.GENEVA),
        ("\n", Format.GENEVA),
    ],
)
def test_a_bad_file_is_refused_with_its_name(tmp_path: Path, text: str, name: Format) -> None:
    with pytest.raises(UnreadableFileError, match="made"):
        read_golds(write(tmp_path, text), name)
