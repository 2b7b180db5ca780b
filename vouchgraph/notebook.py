"""The graph in a notebook: its page in a frame, and its statements as rows."""

from __future__ import annotations

import tempfile
import webbrowser
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.dataset import store_of
from graph.errors import InputError
from output.spreadsheets import list_statements
from output.view import make_page, write_view

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import rdflib

_HEIGHT = 640


def framed(network: nx.MultiDiGraph[str], *, title: str) -> str:
    """The page in a frame that may run the page's own scripts and nothing else."""
    page = escape(make_page(network, title=title), quote=True)
    return (
        f'<iframe title="{escape(title, quote=True)}" sandbox="allow-scripts allow-downloads" '
        f'width="100%" height="{_HEIGHT}" srcdoc="{page}"></iframe>'
    )


def open_view(network: nx.MultiDiGraph[str], *, title: str) -> Path:
    """Write the page beside the system's other temporary files and open it in the browser."""
    page = Path(tempfile.mkdtemp(prefix="vouchgraph-")) / "view.html"
    write_view(network, page, title=title)
    webbrowser.open(page.as_uri())
    return page


def rows_of(dataset: rdflib.Dataset) -> list[dict[str, str]]:
    """The statements as rows, with the columns of the format ``statements``."""
    return list_statements(store_of(dataset))


def as_frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The rows as a data frame; raises ``InputError`` where pandas is not installed."""
    try:
        import pandas as pd  # noqa: PLC0415 (only some users have it)
    except ImportError:
        raise InputError("to_pandas needs pandas; install it: pip install pandas") from None
    return pd.DataFrame(rows)
