from __future__ import annotations

import subprocess
import sys

import pytest

import vouchgraph


def test_everything_that_is_promised_can_be_imported() -> None:
    for name in vouchgraph.__all__:
        assert getattr(vouchgraph, name)
    assert set(dir(vouchgraph)) == set(vouchgraph.__all__)


def test_what_is_not_promised_is_told() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        vouchgraph.nothing  # noqa: B018 (asking is the test)


def test_help_imports_neither_spacy_nor_rdflib() -> None:
    code = (
        "import sys; import vouchgraph.command_line;"
        "print([name for name in ('spacy', 'rdflib', 'rich', 'networkx') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
