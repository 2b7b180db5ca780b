"""The command that loads a graph into a triple store."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vouchgraph.options import GRAPH_HELP

if TYPE_CHECKING:
    from output.stores import Access, Plan


class StoreKind(StrEnum):
    """The stores whose addresses are known; ``gsp`` takes the address as it is."""

    GSP = "gsp"
    OXIGRAPH = "oxigraph"
    VIRTUOSO = "virtuoso"
    FUSEKI = "fuseki"
    GRAPHDB = "graphdb"
    QLEVER = "qlever"
    STARDOG = "stardog"
    NEPTUNE = "neptune"


def load(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help=GRAPH_HELP)],
    *,
    store: Annotated[str, typer.Option(metavar="URL", help="The address of the store.")],
    kind: Annotated[
        StoreKind, typer.Option(help="Which store it is; gsp takes the address as it is.")
    ] = StoreKind.GSP,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")
    ] = False,
    anew: Annotated[
        bool, typer.Option("--anew", help="Put all graphs, those too that are there unchanged.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Delete what another corpus of the base left.")
    ] = False,
) -> None:
    """Load the named graphs into a triple store; it is the one command that sends anything.

    Example: vouchgraph load out --store http://127.0.0.1:7878 --kind oxigraph
    """
    from graph.iris import DEFAULT_BASE  # noqa: PLC0415 (only here)
    from graph.loading import load as read  # noqa: PLC0415 (it imports pyoxigraph)
    from output.finding import find_graph  # noqa: PLC0415 (likewise)
    from output.stores import StoreClient, find_preset, make_plan  # noqa: PLC0415 (likewise)
    from output.stores import load as bring  # noqa: PLC0415 (likewise)
    from vouchgraph.showing import progress_on_stderr  # noqa: PLC0415 (rich)

    client = StoreClient(store, find_preset(kind.value), _access())
    if client.is_exposed:
        typer.echo("the password travels readable; give an https address", err=True)
    plan = make_plan(read(find_graph(graph)).store, client, anew=anew, replace=replace)
    if plan.base == DEFAULT_BASE:
        told = f"the data's IRIs begin with {DEFAULT_BASE}, as those of any build without --base"
        typer.echo(f"{told}; another corpus would overwrite them", err=True)
    if not dry_run:
        with progress_on_stderr() as progress:
            bring(plan, client, progress)
    typer.echo(_told(plan, dry_run=dry_run))


def _access() -> Access:
    from output.stores import Access  # noqa: PLC0415 (it imports pyoxigraph)

    names = ("USER", "PASSWORD", "TOKEN")
    return Access(*(os.environ.get(f"VOUCHGRAPH_STORE_{name}", "") for name in names))


def _told(plan: Plan, *, dry_run: bool) -> str:
    triples = sum(plan.counts[name] for name in plan.put)
    would = "would put" if dry_run else "put"
    return (
        f"{would} {len(plan.put)} graphs ({triples:,} triples), kept {len(plan.kept)}, "
        f"deleted {len(plan.deleted)}; listed in <{plan.manifest}>"
    )
