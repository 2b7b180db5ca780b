"""Whether the tests notice that a condition of the rules is gone.

    python -m benchmarks.mutations [--count 30] [--seed 1]

Conditions of the rules are removed at random, one at a time, in a copy of the project: an operand
of "and" or "or", a guard that returns early, the filter of a comprehension. The tests of the
extractors run on each copy, those of its room first. A condition that can go without a failing test
is printed with its place: it wants a test, or is not needed. The exit code is 1 if more than one in
ten survive.
"""

from __future__ import annotations

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
ROOMS: Final = (
    "annotation", "tree", "times", "names", "actors", "reference", "frames", "events", "arguments",
    "happenings", "speech", "attribution", "quantities", "places", "roles",
)  # fmt: skip
_SLOW: Final = ("files", "corpora", "encoder", "evaluation")
_LIMIT: Final = 900
"""Seconds after which a run counts as failed: the change made it run without end."""


@dataclass(frozen=True, slots=True)
class Site:
    """A condition that can be removed: ``index`` counts the conditions of a module in its order."""

    module: Path
    index: int
    line: int
    text: str


class Remover(ast.NodeTransformer):
    """Counts the conditions of a module in their order, and removes the one that is asked for."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted = wanted
        self.found: list[tuple[int, str]] = []

    def _is_next(self, node: ast.AST) -> bool:
        self.found.append((getattr(node, "lineno", 0), ast.unparse(node)))
        return len(self.found) - 1 == self.wanted

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        """Leave out one operand."""
        kept = [value for value in node.values if not self._is_next(value)]
        node.values = [self.visit(value) for value in kept]
        return node if len(kept) > 1 else node.values[0]

    def visit_If(self, node: ast.If) -> ast.AST:
        """Never take an early way out."""
        ways_out = (ast.Return, ast.Continue, ast.Break)
        if isinstance(node.body[-1], ways_out) and not node.orelse and self._is_next(node.test):
            return ast.Pass()
        return self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        """Leave out one filter."""
        node.ifs = [test for test in node.ifs if not self._is_next(test)]
        return self.generic_visit(node)


def sites_of(module: Path) -> Iterator[Site]:
    """The conditions of a module, in their order."""
    counter = Remover()
    counter.visit(ast.parse(module.read_text(encoding="utf-8")))
    for index, (line, text) in enumerate(counter.found):
        yield Site(module, index, line, text)


def without(source: str, index: int) -> str:
    """The source of a module without one of its conditions; comments and layout are lost."""
    tree = Remover(index).visit(deepcopy(ast.parse(source)))
    return ast.unparse(ast.fix_missing_locations(tree))


def survives(site: Site, copy: Path) -> bool:
    """Whether the tests pass although the condition is gone from the copy of the project."""
    changed = copy / site.module.relative_to(ROOT)
    source = changed.read_text(encoding="utf-8")
    changed.write_text(without(source, site.index), encoding="utf-8")
    try:
        return all(_passes(copy, tests) for tests in _tests(site))
    finally:
        changed.write_text(source, encoding="utf-8")


def _tests(site: Site) -> Iterator[list[str]]:
    """The arguments for pytest, the quickest tests first."""
    room = f"tests/extractors/{site.module.relative_to(ROOT / 'extractors').parts[0]}"
    yield [room]
    yield ["tests/extractors/test_harm.py"]
    left_out = [f"--ignore=tests/extractors/{name}" for name in _SLOW]
    yield ["tests/extractors", f"--ignore={room}", *left_out]


def _passes(copy: Path, tests: list[str]) -> bool:
    # a folder of its own: runs side by side delete one another's files
    own = ["-p", "no:cacheprovider", f"--basetemp={copy.parent / 'made'}"]
    command = [sys.executable, "-m", "pytest", "-q", "-x", *own, *tests]
    try:
        run = subprocess.run(  # noqa: S603 - our own tests
            command, cwd=copy, capture_output=True, timeout=_LIMIT, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return run.returncode == 0


def main() -> int:
    """Remove conditions, print those that no test misses and how many there were."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    modules = sorted(path for room in ROOMS for path in (ROOT / "extractors" / room).rglob("*.py"))
    sites = [site for module in modules for site in sites_of(module)]
    chance = random.Random(chosen.seed)  # noqa: S311 - no secret
    drawn = chance.sample(sites, min(chosen.count, len(sites)))
    survived = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "node_modules", "out"))
        if not all(_passes(copy, tests) for tests in _tests(drawn[0])):
            sys.exit("The tests fail before anything is removed; mend them first.")
        for site in drawn:
            alive = survives(site, copy)
            survived += alive
            told = f"{site.module.relative_to(ROOT)}:{site.line}: {site.text}"
            print(f"{'survived' if alive else 'noticed '}  {told}", flush=True)
    print(f"{survived} of {len(drawn)} survived, of {len(sites)} conditions")
    return int(survived * 10 > len(drawn))


if __name__ == "__main__":
    sys.exit(main())
