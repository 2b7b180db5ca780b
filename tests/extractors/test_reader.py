from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from extractors import reader
from extractors.reader import describe_reader, load_reader
from graph.errors import ReaderError


def saved(folder: Path, labels: tuple[str, ...], *pipes: str) -> str:
    nlp: Language = spacy.blank("en")
    for pipe in pipes:
        nlp.add_pipe(pipe)
    if labels:
        ner = nlp.add_pipe("ner")
        for label in labels:
            ner.add_label(label)  # type: ignore[attr-defined] # spaCy types pipes as functions
    nlp.to_disk(folder)
    return str(folder)


def test_an_unknown_reader_is_refused_with_the_choices() -> None:
    with pytest.raises(
        ReaderError, match="no reader 'nowhere'; one of: accurate, or the name or path"
    ):
        load_reader("nowhere")


def test_a_reader_whose_parts_are_not_installed_is_refused_with_the_choices(
    tmp_path: Path,
) -> None:
    path = Path(saved(tmp_path, ("PERSON",), "tagger", "parser"))
    config = (path / "config.cfg").read_text(encoding="utf-8")
    made = config.replace('factory = "tagger"', 'factory = "made_up"')
    (path / "config.cfg").write_text(made, encoding="utf-8")
    with pytest.raises(ReaderError, match=r"no reader .*; one of: accurate, or"):
        load_reader(str(path))


def test_a_reader_without_a_parser_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="has no tagger and parser"):
        load_reader(saved(tmp_path, (), "tagger"))


def test_a_reader_without_entities_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="finds no entities"):
        load_reader(saved(tmp_path, (), "tagger", "parser"))


def test_a_reader_that_knows_no_places_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="finds ORG, PERSON; people, places and"):
        load_reader(saved(tmp_path, ("PERSON", "ORG"), "tagger", "parser"))


def test_an_installed_reader_is_taken_by_its_path(tmp_path: Path) -> None:
    path = saved(tmp_path, ("PERSON", "ORG", "GPE"), "tagger", "parser")
    assert load_reader(path).pipe_names == ["tagger", "parser", "ner"]


def test_a_bundled_reader_that_is_not_installed_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(reader, "files", lambda _: tmp_path)
    with pytest.raises(
        ReaderError, match=r"'accurate' is not in this installation.*by its name or path"
    ):
        load_reader("accurate")


@pytest.mark.reader
def test_the_bundled_reader_says_its_name_and_version() -> None:
    nlp = load_reader()
    assert describe_reader(nlp) == f"en_{nlp.meta['name']} {nlp.meta['version']}"
    assert nlp.meta["version"]
