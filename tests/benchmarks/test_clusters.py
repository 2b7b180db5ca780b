from __future__ import annotations

from pathlib import Path

from benchmarks.clusters import (
    SORTINGS,
    Aligned,
    Name,
    align,
    mistakes,
    pair_names,
    read_texts,
    score,
    table,
)
from graph.model import Document, Findings, Form, Kind, Mention
from graph.resolution import resolve


def write_corpus(folder: Path) -> None:
    """Two texts of two places that share a name, one of them named in both."""
    (folder / "splits.md").write_text("## train\n\n  * GUM_a\n\n## test\n\n  * GUM_b\n")
    for name, titles in (("a", ["Lom_(Norland)"]), ("b", ["Lom_(Norland)", "Lom_(Sudland)"])):
        lines = [f"# newdoc id = GUM_{name}"]
        for number, title in enumerate(titles, start=1):
            misc = f"Entity=({number}-place-new-nnnnn-cf1-1-sgl-{title.replace('(', '%28')}"
            misc = misc.replace(")", "%29") + ")"
            lines.append(f"{number}\tLom\tLom\tPROPN\tNNP\t_\t0\troot\t_\t{misc}")
        (folder / f"GUM_{name}.conllu").write_text("\n".join(lines) + "\n\n")


def mention(document: str, start: int, words: str, form: Form = Form.NAME) -> Mention:
    end = start + len(words)
    return Mention(document, start, end, 0, words, words, Kind.PLACE, form)


def aligned(document: str, words: str, title: str, entity: str) -> Aligned:
    return Aligned(mention(document, 0, words), "Place", title, entity)


def test_texts_are_read_with_titles_and_parts(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    first, second = read_texts(tmp_path)
    assert (first.document.id, first.document.text, first.held) == ("gum-a", "Lom", False)
    assert (second.document.text, second.held) == ("Lom Lom", True)
    assert second.names[1] == Name(4, 7, 4, "Place", "Lom (Sudland)")


def test_the_graph_is_held_against_the_corpus(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    texts = list(read_texts(tmp_path))
    findings = [
        Findings(text.document, mentions=tuple(mention(text.document.id, n.start, "Lom")
                                               for n in text.names))
        for text in texts
    ]  # fmt: skip
    pairs = align(texts, findings, resolve(findings))
    shares, merges = score(pairs, SORTINGS["resolution"])
    assert (round(shares.precision), shares.recall, merges) == (56, 100, (2, 1))
    first, *others = list(mistakes(pairs))
    assert first == "joined: place-lom"
    assert [line.split(":")[0].strip() for line in others] == ["Lom (Norland)", "Lom (Sudland)"]


def test_a_name_is_paired_by_its_head_word_with_the_likest() -> None:
    names = [Name(0, 6, 0, "Place", "Torvik"), Name(0, 14, 7, "Organization", "Torvik Council")]
    whole, part = mention("a", 0, "Torvik Council"), mention("a", 0, "Torvik")
    assert pair_names([whole, part], names) == [(part, names[0]), (whole, names[1])]
    assert pair_names([part], names) == [(part, names[0])]
    assert pair_names([mention("a", 0, "Torvik", Form.NOMINAL)], names) == []


def test_equal_names_and_documents_apart_are_scored_beside() -> None:
    told = [
        aligned("a", "Lom", "Lom", "place-lom"),
        aligned("b", "LOM", "Lom", "place-lom"),
        aligned("b", "Old Lom", "Lom", "place-lom"),
    ]
    recalls = {name: score(told, by)[0].recall for name, by in SORTINGS.items()}
    assert recalls["resolution"] == 100
    assert round(recalls["equal names"]) == round(recalls["documents apart"]) == 56


def test_the_table_has_a_row_for_each_kind_and_way() -> None:
    told = [aligned("a", "Lom", "Lom", "place-lom"), aligned("b", "Lom", "Lom", "place-lom")]
    rows = list(table([Name(0, 3, 0, "Place", "Lom")] * 2, told))
    row = "| Place | 2 | 2 | 1 | 1 | resolution | 100.0 | 100.0 | 100.0 | 1 | 1 |"
    assert row in rows
    assert len(rows) == 2 + 6 * 3


def test_what_stands_apart_is_told() -> None:
    told = [aligned("a", "Lom", "Lom", "place-lom"), aligned("b", "Lom", "Lom", "place-lom-2")]
    assert list(mistakes(told)) == [
        "apart: Lom",
        "    place-lom: a “Lom” ×1",
        "    place-lom-2: b “Lom” ×1",
    ]


def test_a_document_of_the_corpus_is_a_document_of_the_pipeline(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    documents = [text.document for text in read_texts(tmp_path)]
    assert documents[0] == Document("gum-a", "Lom", "GUM_a")
