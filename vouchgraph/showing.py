"""What people see while a graph is built and when it is done."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import webbrowser
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from output.report import count_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vouchgraph.building import Progress as Tell
    from vouchgraph.knowledge_graph import KnowledgeGraph
    from vouchgraph.score_tables import Table as Scores


@contextmanager
def progress_on_stderr() -> Iterator[Tell]:
    """Show how far the work is: a bar on a terminal, a line for each step elsewhere."""
    if not sys.stderr.isatty():
        yield _lines()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as shown:
        tasks: dict[str, object] = {}

        def tell(stage: str, done: int, total: int) -> None:
            task = tasks.setdefault(stage, None) or shown.add_task(stage, total=total)
            tasks[stage] = task
            shown.update(task, completed=done, total=total)  # type: ignore[arg-type]

        yield tell


def _lines() -> Tell:
    seen: set[str] = set()

    def tell(stage: str, done: int, total: int) -> None:
        if stage not in seen:
            seen.add(stage)
            how_many = f" ({total})" if total > 1 and done <= 1 else ""
            print(f"{stage}{how_many} ...", file=sys.stderr, flush=True)  # noqa: T201

    return tell


def show_result(graph: KnowledgeGraph, folder: Path) -> None:
    """Print what was found, where it lies, and how to look at it."""
    table = Table("found", "count", box=None, pad_edge=False)
    table.columns[1].justify = "right"
    for word, count in count_kinds(graph.dataset).items():
        table.add_row(word, str(count))
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True)
    console.print(table)
    console.print()
    for name in ("graph.ttl", "graph.trig", "view.html", "report.json"):
        console.print(str(folder / name))
    console.print(f"\nTo look at it: {_own_name()} view {shlex.quote(str(folder))}")


def show_table(scores: Scores) -> None:
    """Print a table of scores as a terminal shows it."""
    table = Table(*scores.heading, box=None, pad_edge=False)
    for column in table.columns[scores.words :]:
        column.justify = "right"
    for row in scores.rows:
        table.add_row(*row)
    Console(file=sys.stdout, highlight=False, markup=False, emoji=False).print(table)


def _own_name() -> str:
    """The command as it can be typed here: by its path where it is not among the programs."""
    path = Path(sys.argv[0])
    typed = path.name != "vouchgraph" or shutil.which("vouchgraph")
    return "vouchgraph" if typed else shlex.quote(os.path.relpath(path))


def open_page(page: Path) -> bool:
    """Open a page in the browser; tell whether one answered."""
    try:
        return webbrowser.open(page.as_uri())
    except webbrowser.Error:
        return False
