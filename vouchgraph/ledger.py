"""What became of the files, in a few lines for the screen; ``report.json`` holds all of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from output.report import count_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.model import Findings, Skipped

_MOST_NAMES = 3
_MOST_LINES = 20


def write_ledger(findings: Sequence[Findings], skipped: Sequence[Skipped]) -> Iterator[str]:
    """Give one line of counts, and one for each thing to know, files with the same together."""
    counts = count_files(findings, skipped)
    yield ", ".join(f"{word} {count}" for word, count in counts.items())
    remarks = [
        ("in part" if remark.partial else "note", found.document.source, remark.sentence)
        for found in findings
        for remark in found.document.remarks
    ]
    told = [*(("skipped", one.source, one.reason) for one in skipped), *sorted(remarks)]
    lines = list(_write_lines(told))
    yield from lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        yield f"... and {len(lines) - _MOST_LINES} more in report.json"


def _write_lines(told: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    together: dict[tuple[str, str], list[str]] = defaultdict(list)
    for kind, name, sentence in told:
        # a name may hold line breaks
        together[kind, sentence].append(" ".join(name.split()))
    for (kind, sentence), names in together.items():
        if len(names) <= _MOST_NAMES:
            yield from (f"{kind} {name}: {sentence}" for name in names)
        else:
            some = ", ".join(names[:_MOST_NAMES])
            yield f"{kind} {len(names)} files ({some}, ...): {sentence}"
