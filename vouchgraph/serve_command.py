"""The command that serves a graph to browsers and to SPARQL clients."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Annotated

import typer

from vouchgraph.options import GRAPH_HELP


def serve(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help=GRAPH_HELP)],
    *,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen at.")] = 8000,
    seconds: Annotated[float, typer.Option(help="Stop a query that takes longer.")] = 30,
    memory: Annotated[int, typer.Option(help="Stop a query that needs more MB.")] = 1000,
    rows: Annotated[int, typer.Option(help="Stop after so many rows.")] = 100_000,
) -> None:
    """Serve the graph, read only: pages, a query editor, and SPARQL at /sparql.

    Example: vouchgraph serve out
    """
    from graph.errors import InputError  # noqa: PLC0415 (only here)

    try:
        import uvicorn  # noqa: PLC0415 (an extra)

        from output.server import Site, make_app  # noqa: PLC0415 (likewise)
        from output.server.access import LOCAL  # noqa: PLC0415 (likewise)
    except ImportError as error:
        raise InputError(
            f"the server is not installed ({error.name} is missing); "
            "install it with: pip install 'vouchgraph[server]'"
        ) from error
    from graph.loading import load  # noqa: PLC0415 (it imports pyoxigraph)
    from output.engine import Limits  # noqa: PLC0415 (likewise)
    from output.files import current  # noqa: PLC0415 (likewise)
    from output.finding import find_graph  # noqa: PLC0415 (likewise)

    token = os.environ.get("VOUCHGRAPH_SERVER_TOKEN", "")
    if host not in LOCAL and not token:
        token = secrets.token_urlsafe(24)
    view = current(graph, "view.html") if graph.is_dir() else None
    site = Site(
        load(find_graph(graph)),
        title=graph.resolve().stem,
        view=view if view is not None and view.is_file() else None,
        token=token,
        limits=Limits(seconds=seconds, memory=memory, rows=rows),
    )
    shown = f"?token={token}" if token else ""
    typer.echo(f"http://{host}:{port}/{shown}")
    uvicorn.run(make_app(site), host=host, port=port, log_level="warning", server_header=False)
