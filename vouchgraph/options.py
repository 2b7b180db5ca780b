"""Options that several commands have."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class AnswerFormat(StrEnum):
    """How the answer to a query is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class GraphFormat(StrEnum):
    """How a graph is written."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"
    TURTLE12 = "turtle12"
    STATEMENTS = "statements"
    ENTITIES = "entities"
    GRAPHML = "graphml"
    GEXF = "gexf"


class Language(StrEnum):
    """The language of texts, where it is not to be found out; the reader knows English alone."""

    ENGLISH = "en"


ReaderName = Annotated[
    str,
    typer.Option(
        "--reader",
        "--model",
        help="The bundled reader (accurate), or a spaCy pipeline by its name or path.",
    ),
]

GRAPH_HELP = "The folder that `build` wrote to, or a file: .ttl .trig .nq .nt .jsonld"


PageTitle = Annotated[str, typer.Option("--title", help="The title of the page.")]
PageEvidence = Annotated[
    bool,
    typer.Option("--evidence/--no-evidence", help="Leave the texts' sentences out of the page."),
]
PageLimit = Annotated[
    int | None, typer.Option("--limit", min=1, help="The most entities that the page holds.")
]
