"""Hold a built graph against what a careful reader wrote down of its texts.

python -m benchmarks.reading OUT/graph.trig [--lists FOLDER] [--only DOCUMENT] [-v] [--sureness]
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.reading.judging import KINDS, ROWS
from benchmarks.reading.reading import Graph, Reading
from benchmarks.reading.scoring import Row, Tell, judge_statements, rates, score, summed
from benchmarks.reading.sheets import Sheet
from extractors.evaluation.calibration import bin_judged, expected_error

_OWN = Path(__file__).parent / "lists"
_HEAD = "row             |  gold |  found | recall | graph |  right | precision | split | merged"


def read_lists(graph: Graph, lists: list[Path], tell: Tell) -> Iterator[tuple[Sheet, Reading]]:
    """Yield every list of which the graph holds one document, with that; other lists are told."""
    documents = graph.documents()
    for path in lists:
        held = documents.get(path.stem, [])
        if len(held) != 1:
            print(f"{path.stem}: the graph holds {len(held)} documents of this name, not one")
            continue
        tell(f"\n{path.stem}")
        sheet = Sheet(path)
        yield sheet, Reading(graph, held[0], sheet.text)


def measure(graph: Graph, lists: list[Path], tell: Tell) -> dict[str, Row]:
    """Score every list of which the graph holds one document."""
    rows: dict[str, Row] = defaultdict(
        Counter, {row: Counter() for row in (*KINDS, "Event", "type", *ROWS)}
    )
    for sheet, reading in read_lists(graph, lists, tell):
        for row, values in score(sheet, reading, tell).items():
            rows[row].update(values)
    return summed(rows)


def _say_nothing(_: str) -> None:
    pass


def line(title: str, row: Row) -> str:
    """One row of the table."""
    recall, precision = ("–" if rate is None else f"{rate:.0f} %" for rate in rates(row))
    cells = f"{row['gold']:5g} | {row['found']:6g} | {recall:>6} | {row['graph']:5g}"
    ends = f"{row['right']:6g} | {precision:>9} | {row['split'] or '':5} | {row['merged'] or '':6}"
    return f"{title:15} | {cells} | {ends}".rstrip(" |")


def sureness_lines(graph: Graph, lists: list[Path]) -> Iterator[str]:
    """Yield a table of how sure the graph is of its statements and how often it is right."""
    held = read_lists(graph, lists, _say_nothing)
    judged = [one for pair in held for one in judge_statements(*pair)]
    yield "statements | mean confidence | right"
    for one in bin_judged(judged):
        yield f"{one.count:10} | {100 * one.confidence:13.1f} % | {100 * one.right:.1f} %"
    yield f"expected calibration error: {expected_error(judged):.1f} points"


def main() -> None:
    """Print the rows of all lists of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", type=Path, help="graph.trig of a build of the texts")
    parser.add_argument("--lists", type=Path, default=_OWN, help="the folder of the lists")
    parser.add_argument("--only", default="*", metavar="DOCUMENT", help="one document's list")
    parser.add_argument("-v", "--verbose", action="store_true", help="print each fault")
    parser.add_argument("--sureness", action="store_true", help="how sure, and how often right")
    options = parser.parse_args()
    lists = sorted(options.lists.glob(f"{options.only}.yaml"))
    tell: Tell = print if options.verbose else _say_nothing
    graph = Graph(options.graph)
    if options.sureness:
        print("\n".join(sureness_lines(graph, lists)))
        return
    rows = measure(graph, lists, tell)
    print(_HEAD, *(line(row, values) for row, values in rows.items()), sep="\n")


if __name__ == "__main__":
    main()
