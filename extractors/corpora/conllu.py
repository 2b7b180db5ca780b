"""Reads CoNLL-U: the words of each sentence, and where its document and paragraphs begin."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

# the universal parts of speech, spaCy's for white space, and UD's for "none"
_POS: Final = frozenset(
    [
        "ADJ",
        "ADP",
        "ADV",
        "AUX",
        "CCONJ",
        "DET",
        "INTJ",
        "NOUN",
        "NUM",
        "PART",
        "PRON",
        "PROPN",
        "PUNCT",
        "SCONJ",
        "SYM",
        "VERB",
        "X",
        "SPACE",
        "_",
    ]
)
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Word:
    """One line of CoNLL-U; ``head`` is an index into the sentence, a root's is its own."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space_after: bool
    misc: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``starts_paragraph`` tells whether white space other than a blank precedes.

    ``identifier`` is its ``sent_id``, empty where the file gives none.
    """

    document: str
    starts_paragraph: bool
    words: list[Word] = field(default_factory=list)
    identifier: str = ""

    def locate_words(self) -> tuple[str, list[tuple[int, int]]]:
        """Give the running text, without a blank at its end, and where each word stands."""
        text = ""
        spans: list[tuple[int, int]] = []
        for word in self.words:
            spans.append((len(text), len(text) + len(word.form)))
            text += word.form + (" " if word.space_after else "")
        return text.rstrip(" "), spans


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a file in order; raises ``ValueError`` for one that cannot be."""
    document, paragraph = path.stem, True
    for block in path.read_text("utf-8-sig").split("\n\n"):
        lines, identifier = block.split("\n"), ""
        for line in lines:
            if line.startswith("# newdoc id = "):
                document, paragraph = line.removeprefix("# newdoc id = "), True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line.startswith("# sent_id = "):
                identifier = line.removeprefix("# sent_id = ")
        words = list(_read_words([line for line in lines if line and line[0] != "#"]))
        if words:
            _check(words)
            yield Sentence(document, paragraph, words, identifier)
            paragraph = False


def _check(words: list[Word]) -> None:
    """Refuse what no tree can be made of; the text of the sentence tells where it stands."""
    text = " ".join(word.form for word in words)[:_SHOWN]
    for place, word in enumerate(words):
        if not word.form.strip():
            raise ValueError(f"word {place + 1} of {text!r} is empty")
        if not 0 <= word.head < len(words):
            raise ValueError(f"the head of {word.form!r} is outside of its sentence, {text!r}")
        if word.upos not in _POS:
            raise ValueError(f"{word.upos!r} of {word.form!r} is no part of speech of UD, {text!r}")


def _read_words(lines: list[str]) -> Iterator[Word]:
    """Yield the syntactic words; those of a contraction share its surface form's space."""
    contraction_end, contraction_space = "", True
    inside: set[str] = set()
    place = 0
    for line in lines:
        columns = line.split("\t")
        number = columns[0]
        space = "SpaceAfter=No" not in columns[9]
        if "-" in number:
            first, contraction_end = number.split("-")
            inside = {str(count) for count in range(int(first), int(contraction_end))}
            contraction_space = space
        elif "." not in number:
            if number in inside:
                space = False
            elif number == contraction_end:
                space = contraction_space
            yield _make_word(columns, place=place, space_after=space)
            place += 1


def _make_word(columns: list[str], *, place: int, space_after: bool) -> Word:
    position, head = int(columns[0]) - 1, int(columns[6])
    if position != place:
        raise ValueError(f"word {columns[0]} {columns[1]!r} should be number {place + 1}")
    return Word(
        form=columns[1],
        lemma=columns[2],
        upos=columns[3],
        xpos=columns[4],
        feats="" if columns[5] == "_" else columns[5],
        head=position if head == 0 else head - 1,
        deprel="ROOT" if head == 0 else columns[7],
        space_after=space_after,
        misc=columns[9],
    )
