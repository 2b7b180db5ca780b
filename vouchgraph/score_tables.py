"""Sets what a reader scored as tables for people, and as values for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractors.evaluation import Evaluation, Scores
    from extractors.evaluation.clusters import Shares
    from extractors.evaluation.counts import Counts

NONE = "–"
"""What stands where corpus or reader has nothing to compare."""


@dataclass(frozen=True, slots=True)
class Table:
    """A heading and rows; the first ``words`` columns hold words, the others figures."""

    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int

    def to_markdown(self) -> str:
        """Give the table in Markdown."""
        rule = tuple("---" if index < self.words else "--:" for index in range(len(self.heading)))
        lines = (self.heading, rule, *self.rows)
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def make_tables(evaluation: Evaluation) -> list[Table]:
    """Give tables of names and of pairs of words, where a corpus has some, and one of the rest."""
    titles = find_titles(evaluation)
    names = tuple(
        (titles[scores.corpus], *row) for scores in evaluation.scores for row in _name_rows(scores)
    )
    others = tuple((titles[scores.corpus], *_other_row(scores)) for scores in evaluation.scores)
    pairs = tuple(
        (titles[scores.corpus], *row) for scores in evaluation.scores for row in _pair_rows(scores)
    )
    shares = ("precision", "recall", "F")
    tables = [Table(("corpus", "kind", "names", *shares), names, 2)] if names else []
    told = [Table(("corpus", "roles and references", "marked", *shares), pairs, 2)] if pairs else []
    return [*tables, *told, Table(_OTHER_HEADING, others, 1)]


def find_titles(evaluation: Evaluation) -> dict[str, str]:
    """Give each corpus its file's name, or its whole path where several share the name."""
    paths = {scores.corpus for scores in evaluation.scores}
    names = Counter(Path(path).name for path in paths)
    return {path: Path(path).name if names[Path(path).name] == 1 else path for path in paths}


_OTHER_HEADING = (
    *("corpus", "texts", "fine tags", "coarse tags", "lemmas", "UAS", "LAS"),
    *("sentence F", "trigger F", "with type", "words/s"),
)


def _name_rows(scores: Scores) -> Iterator[tuple[str, ...]]:
    for kind, counts in scores.names.items():
        yield (kind, f"{counts.marked:,}", *_show_shares(counts))


def _pair_rows(scores: Scores) -> Iterator[tuple[str, ...]]:
    counted = {**(scores.roles or {})}
    if scores.coreference:
        counted |= scores.coreference.pronouns
    for name, counts in counted.items():
        yield (name, f"{counts.marked:,}", *_show_shares(counts))
    if scores.coreference:
        clusters = scores.coreference.clusters
        named = {"MUC": clusters.muc, "B³": clusters.b_cubed, "CEAF": clusters.ceaf}
        for name, found in named.items():
            yield (name, NONE, *_show_shares(found))
        yield ("CoNLL, the mean of these", NONE, NONE, NONE, show_share(clusters.conll))


def _show_shares(shares: Counts | Shares) -> tuple[str, str, str]:
    return show_share(shares.precision), show_share(shares.recall), show_share(shares.f)


def _other_row(scores: Scores) -> tuple[str, ...]:
    trees = scores.trees
    return (
        f"{scores.texts:,}",
        *map(show_share, (trees.tags, trees.coarse_tags, trees.lemmas, trees.uas, trees.las)),
        *map(show_f, (scores.sentences, scores.triggers, scores.typed_triggers)),
        f"{scores.words_per_second:,.0f}",
    )


def make_remarks(evaluation: Evaluation) -> Iterator[str]:
    """Yield what the tables leave unsaid: how trees are counted, and why a figure is missing."""
    if any(scores.trees.uas is not None for scores in evaluation.scores):
        yield "UAS and LAS count punctuation, and LAS the subtypes of labels."
    titles = find_titles(evaluation)
    for scores in evaluation.scores:
        title, trees = titles[scores.corpus], scores.trees
        if trees.uas is not None:
            uas, las = map(show_share, (trees.unpunctuated_uas, trees.unpunctuated_las))
            yield (
                f"{title}: without punctuation, as spaCy counts, UAS {uas} and LAS {las}; "
                f"without subtypes LAS {show_share(trees.universal_las)}."
            )
        yield from (f"{title}: {note}." for note in scores.notes)


def show_share(share: float | None) -> str:
    """Show a share in percent; a dash for none."""
    return NONE if share is None else f"{share:.1f}"


def show_f(counts: Counts | None) -> str:
    """Show F in percent; a dash for none."""
    return show_share(counts.f if counts else None)


def to_values(evaluation: Evaluation) -> dict[str, Any]:
    """Give everything that was measured as JSON values; shares in percent."""
    return {
        "reader": evaluation.reader,
        "tokens": "gold" if evaluation.gold_tokens else "the reader's",
        "sentences": "gold" if evaluation.gold_sentences else "the reader's",
        "corpora": [_values_of(scores) for scores in evaluation.scores],
        "skipped": [asdict(one) for one in evaluation.skipped],
    }


def _values_of(scores: Scores) -> dict[str, Any]:
    return {
        "corpus": scores.corpus,
        "format": scores.format,
        "files": scores.files,
        "texts": scores.texts,
        "words": scores.words,
        "words_per_second": round(scores.words_per_second),
        "words_per_processor_second": round(scores.words_per_processor_second),
        "names": {kind: _count_values(counts) for kind, counts in scores.names.items()},
        **{name: _round(share) for name, share in asdict(scores.trees).items()},
        "sentences": _count_values(scores.sentences),
        "triggers": _count_values(scores.triggers),
        "typed_triggers": _count_values(scores.typed_triggers),
        "roles": {name: _count_values(counts) for name, counts in (scores.roles or {}).items()},
        "coreference": _reference_values(scores),
        "notes": list(scores.notes),
    }


def _reference_values(scores: Scores) -> dict[str, Any] | None:
    if scores.coreference is None:
        return None
    clusters = scores.coreference.clusters
    named = {"muc": clusters.muc, "b_cubed": clusters.b_cubed, "ceaf": clusters.ceaf}
    pronouns = scores.coreference.pronouns
    return {
        "pronouns": {name: _count_values(counts) for name, counts in pronouns.items()},
        "clusters": {
            name: {"precision": _round(one.precision), "recall": _round(one.recall)}
            for name, one in named.items()
        },
        "conll": _round(clusters.conll),
    }


def _count_values(counts: Counts | None) -> dict[str, float] | None:
    if counts is None:
        return None
    shares = {"precision": counts.precision, "recall": counts.recall, "f": counts.f}
    return {name: round(share, 2) for name, share in shares.items()} | asdict(counts)


def _round(share: float | None) -> float | None:
    return None if share is None else round(share, 2)
