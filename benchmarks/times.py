"""Measure find_times on WikiWars: python benchmarks/times.py FOLDER [--half develop|report] [-v].

The folder holds ``*.key.xml`` with TIMEX2 marks. Half of the documents (odd numbers) serve to
develop rules on, the other half to report. A span counts as found where it overlaps; a value is
right where the first or last day fits the mark's. Marks that are no dates (durations, sets,
"now", years BC or of other than four digits) are out of scope: finding them costs no precision.
"""

from __future__ import annotations

import argparse
import html
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from extractors.times.times import Time, find_times
from graph.dates import PartialDate

_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_MARK = re.compile(r"<(/?)TIMEX2([^>]*)>")
_VALUE = re.compile(r'\bval="([^"]*)"')
_DATED = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:-(?:SU|SP|FA|WI)|T.*)?")


@dataclass(frozen=True, slots=True)
class Mark:
    """A TIMEX2 element: its span in the plain text and its value."""

    start: int
    end: int
    text: str
    value: str

    @property
    def bounds(self) -> tuple[PartialDate, PartialDate] | None:
        """The first and last date that the value means; None where it is out of scope."""
        if re.fullmatch(r"1\d\d|20\d", self.value):
            return PartialDate(int(self.value) * 10), PartialDate(int(self.value) * 10 + 9)
        if re.fullmatch(r"1\d|20", self.value):
            return PartialDate(int(self.value) * 100), PartialDate(int(self.value) * 100 + 100)
        found = _DATED.fullmatch(self.value)
        if found is None or not re.match("1|20", found[1]):
            return None
        try:
            date = PartialDate.parse(found[1])
        except ValueError:
            return None
        return date, date


def read_marks(source: str) -> tuple[str, list[Mark]]:
    """Give the plain text of a document and its marks."""
    found = _TEXT.search(source)
    body = found[1] if found else ""
    text, marks, open_marks, last = "", [], [], 0
    for tag in _MARK.finditer(body):
        text += html.unescape(body[last : tag.start()])
        last = tag.end()
        if not tag[1]:
            value = _VALUE.search(tag[2])
            open_marks.append((len(text), value[1] if value else ""))
        else:
            start, value_text = open_marks.pop()
            marks.append(Mark(start, len(text), text[start:], value_text))
    return text + html.unescape(body[last:]), marks


def fits(time: Time, mark: Mark) -> bool:
    """Whether one end of a found time is the mark's date."""
    bounds = mark.bounds
    if bounds is None:
        return False
    ends = {end for end in (time.begin, time.until) if end is not None}
    decade = mark.bounds is not None and bounds[0] != bounds[1]
    return any(_equal(end, side) for end in ends for side in bounds) or (
        decade and any(bounds[0].first <= end.first <= bounds[1].last for end in ends)
    )


def _equal(one: PartialDate, other: PartialDate) -> bool:
    return one == other


def measure(paths: list[Path], *, verbose: bool) -> Counter[str]:
    """Count marks, finds and values over some documents."""
    counts: Counter[str] = Counter()
    for path in paths:
        text, marks = read_marks(path.read_text("utf-8", "replace"))
        times = find_times(text, PartialDate(2009, 12, 19))
        _count(text, marks, times, counts, verbose=verbose)
    return counts


def _count(
    text: str, marks: list[Mark], times: list[Time], counts: Counter[str], *, verbose: bool
) -> None:
    for mark in marks:
        if mark.bounds is None:
            continue
        overlapping = [time for time in times if time.start < mark.end and mark.start < time.end]
        resolved = [time for time in overlapping if time.resolved]
        right = any(fits(time, mark) for time in resolved)
        counts["in scope"] += 1
        counts["span found"] += bool(overlapping)
        counts["resolved"] += bool(resolved)
        counts["value right"] += right
        for how in {time.how for time in resolved}:
            counts[f"{how} resolved"] += 1
            counts[f"{how} right"] += right
        if verbose and not right:
            state = "WRONG" if resolved else "OPEN" if overlapping else "MISSED"
            found = "; ".join(
                f"{t.text} = {t.begin and t.begin.iso}..{t.until and t.until.iso}"
                for t in overlapping
            )
            around = text[max(0, mark.start - 40) : mark.end + 20].replace("\n", " ")
            print(f"{state:6} {mark.text!r} {mark.value} | {found} | …{around}…")
    for time in times:
        counts["times"] += 1
        touched = any(mark.start < time.end and time.start < mark.end for mark in marks)
        counts["times on a mark"] += touched
        if verbose and not touched:
            around = text[max(0, time.start - 40) : time.end + 30].replace("\n", " ")
            print(f"EXTRA  {time.text!r} | …{around}…")


def show(title: str, counts: Counter[str]) -> None:
    """Print one table."""
    print(f"{title}: {counts['in scope']} dates marked, {counts['times']} times found")
    rows = [
        ("span recall (overlap)", "span found", "in scope"),
        ("span precision (on any mark)", "times on a mark", "times"),
        ("resolved", "resolved", "in scope"),
        ("value recall", "value right", "in scope"),
        ("value precision", "value right", "resolved"),
        *(
            (f"  {how}", f"{how} right", f"{how} resolved")
            for how in ("absolute", "relative", "inherited")
        ),
    ]
    for name, part, whole in rows:
        share = counts[part] / counts[whole] if counts[whole] else 0.0
        print(f"  {name:30} {counts[part]:5} / {counts[whole]:5}  {share:6.1%}")


def main() -> None:
    """Measure both halves, or one with its errors listed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("develop", "report"))
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    paths = sorted(options.folder.rglob("*.key.xml"))
    halves = {"develop": paths[::2], "report": paths[1::2]}
    for name in [options.half] if options.half else halves:
        show(name, measure(halves[name], verbose=options.verbose))


if __name__ == "__main__":
    main()
