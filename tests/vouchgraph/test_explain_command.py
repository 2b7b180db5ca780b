from __future__ import annotations

import pytest
from typer.testing import CliRunner

from graph.errors import InputError
from vouchgraph.command_line import app


@pytest.mark.reader
def test_a_text_is_explained_on_standard_output() -> None:
    arguments = ["explain", "Ada Lund left on Monday.", "--date", "2024-05-08"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    assert "Monday: 2024-05-06" in result.stdout


def test_a_bad_date_is_told_with_how_to_write_it() -> None:
    result = CliRunner().invoke(app, ["explain", "Ada Lund left.", "--date", "yesterday"])
    assert isinstance(result.exception, InputError)
    assert "no date 'yesterday'; write it as 2026-02-26" in str(result.exception)
