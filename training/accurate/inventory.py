"""The labels that the encoder chooses among, gathered from what it learns from."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import chain
from pathlib import Path
from typing import Any, Final

from extractors.corpora.kinds import LABELS, OUTSIDE
from extractors.encoder.heads.labels import Outputs
from training.accurate.sentences import Lesson, lemma_rules_of

# A lemma rule that fewer words follow says more about those words than about the language.
_RARE: Final = 3
# A form whose lemma was seen once may be a mistake.
_TWICE: Final = 2
_FEATURES = re.compile(
    r"Case|Definite|Degree|Gender|Mood|Number|Person|Polarity|Poss|PronType|Tense|VerbForm|Voice"
)


@dataclass(frozen=True, slots=True)
class Inventory(Outputs):
    """The labels that training gathers from its lessons."""

    def save(self, path: Path, **more: object) -> None:
        """Write the labels as JSON, with whatever else the reader must know."""
        path.write_text(json.dumps({**asdict(self), **more}, indent=0), encoding="utf-8")


def load_inventory(path: Path) -> Inventory:
    """Read the labels that ``save`` wrote."""
    record = json.loads(path.read_text("utf-8"))
    record["lemma"] = map(tuple, record["lemma"])
    labels: dict[str, Any] = {
        task.name: tuple(record.get(task.name, ())) for task in fields(Inventory)
    }
    return Inventory(**labels)


def gather_inventory(lessons: Sequence[Lesson]) -> Inventory:
    """Gather the labels of lessons, each task's in the order of the alphabet."""
    words = [word for lesson in lessons for word in lesson.tree]
    rules = Counter(rule for one in lessons if one.tree for rule in lemma_rules_of(one))
    return Inventory(
        entity=LABELS,
        trigger=(
            OUTSIDE,
            *_sort(type_ for lesson in lessons for type_ in lesson.triggers if type_ != OUTSIDE),
        ),
        tag=_sort(word.xpos for word in words),
        pos=_sort(word.upos for word in words),
        morph=_sort(keep_features(word.feats) for word in words),
        lemma=tuple(sorted(rule for rule, count in rules.items() if count >= _RARE)),
        relation=_sort(word.deprel for word in words),
        role=(OUTSIDE, *_sort(role for one in lessons for role in _roles_of(one))),
    )


def gather_lemmas(lessons: Iterable[Lesson]) -> list[str]:
    """Gather what lessons tell of lemmas, as lines for the reader, names left out.

    First the lemmas in lower case, each a word of letters; then, parted by tabs, form, part of
    speech and lemma where the lemma is another word and always the same.
    """
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word in chain.from_iterable(lesson.tree for lesson in lessons):
        if word.upos != "PROPN" and word.lemma != "_":
            counts[word.form.lower(), word.upos][word.lemma] += 1
    words = {lemma.lower() for found in counts.values() for lemma in found if lemma.isalpha()}
    forms = (
        (form, pos, lemma)
        for (form, pos), found in counts.items()
        for lemma, count in found.items()
        if len(found) == 1 and count >= _TWICE and lemma.lower() != form
    )
    return [*sorted(words), *sorted("\t".join(form) for form in forms)]


def keep_features(feats: str) -> str:
    """Drop the features that say how a word is written, not what it is."""
    return "|".join(one for one in feats.split("|") if _FEATURES.fullmatch(one.split("=")[0]))


def _roles_of(lesson: Lesson) -> Iterator[str]:
    return (role for one in lesson.predicates or () for _, role in one.arguments)


def _sort(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(labels) - {"_"}))
