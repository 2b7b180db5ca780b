"""Options that several commands have."""

from __future__ import annotations

from typing import Annotated

import typer

ReaderName = Annotated[
    str,
    typer.Option(
        "--reader",
        "--model",
        help="A bundled reader (accurate or fast), or a spaCy pipeline by its name or path.",
    ),
]

GRAPH_HELP = "The folder that `build` wrote to, or a file: .ttl .trig .nq .nt .jsonld"
