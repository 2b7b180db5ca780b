"""The texts in which it is marked what they tell of events, taken from the corpora."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from pathlib import Path

from extractors.corpora.detokenising import join_tokens

_TAG = re.compile(r"<[^>]+>")
_PARAGRAPH = "\n\n"


def take_text(corpora: Path, source: str, first: int, last: int) -> str:
    """The units of a source from ``first`` to ``last`` (exclusive), as one text.

    Units are lines of ``voa``, paragraphs of a GUM or WikiWars document; of a document of re3d
    (``re3d/FOLDER/NUMBER``) they are characters.
    """
    if source == "voa":
        return "\n".join(_read_voa(corpora)[first:last])
    if source.startswith("re3d/"):
        _, folder, number = source.split("/")
        return _read_re3d(corpora, folder)[int(number)][first:last]
    read = _read_gum if source.startswith("GUM_") else _read_history
    return _PARAGRAPH.join(read(corpora, source)[first:last])


@cache
def _read_voa(corpora: Path) -> list[str]:
    with gzip.open(corpora / "voa.txt.gz", "rt", encoding="utf-8") as file:
        return [join_tokens(line.replace("1,00,000", "100,000").split())[0] for line in file]


@cache
def _read_gum(corpora: Path, name: str) -> list[str]:
    """The paragraphs of a document of GUM."""
    paragraphs: list[list[str]] = []
    for line in (corpora / "gum" / f"{name}.conllu").read_text("utf-8").splitlines():
        if line.startswith("# newpar") or (line.startswith("# text = ") and not paragraphs):
            paragraphs.append([])
        if line.startswith("# text = "):
            paragraphs[-1].append(line.removeprefix("# text = "))
    return [" ".join(sentences) for sentences in paragraphs if sentences]


@cache
def _read_history(corpora: Path, name: str) -> list[str]:
    """The paragraphs of a history of WikiWars, without its marks."""
    markup = (corpora / "wikiwars" / "wikiwars" / f"{name}.key.xml").read_text("utf-8", "replace")
    body = markup.split("<TEXT>", 1)[1].split("</TEXT>", 1)[0]
    lines = _TAG.sub("", body).replace("&amp;", "&").split("\n")
    return [line.strip() for line in lines if line.strip()]


@cache
def _read_re3d(corpora: Path, folder: str) -> list[str]:
    lines = (corpora / "re3d" / folder / "documents.json").read_text("utf-8").splitlines()
    return [str(json.loads(line)["text"]) for line in lines if line.strip()]
