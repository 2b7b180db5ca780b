"""A folder that was built, opened again to ask and decide what is one thing and what is two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph.decisions import FILE_NAME, Decision, read_decisions, write_decisions
from graph.errors import DecisionError, InputError
from graph.findings_store import read_findings
from graph.lasting import Register
from graph.model import Findings
from graph.resolution import Resolved, resolve_fully
from ontology.lexicons import Lexicon
from output.files import write_file
from vouchgraph.building import former_names, load_lexicons


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found, and the decisions that hold."""

    findings: tuple[Findings, ...]
    lexicon: Lexicon
    former: Register
    path: Path
    decisions: tuple[Decision, ...]

    @classmethod
    def open(
        cls, folder: Path, *, decisions: Path | None = None, lexicons: Sequence[Path] = ()
    ) -> Built:
        """Open the folder that ``build`` wrote to.

        Raises ``InputError`` where it holds nothing that was found.
        """
        findings = read_findings(folder / ".findings")
        if not findings:
            raise InputError(
                f"no build in the folder {str(folder)!r}; make one with "
                f"`vouchgraph build TEXTS -o {folder}`"
            )
        path = decisions or folder / FILE_NAME
        lexicon = load_lexicons(lexicons)
        return cls(findings, lexicon, former_names(folder), path, read_decisions(path))

    def resolve(self, decisions: Sequence[Decision] | None = None) -> Resolved:
        """Resolve with the decisions that hold, or with others."""
        held = self.decisions if decisions is None else tuple(decisions)
        return resolve_fully(
            self.findings, lexicon=self.lexicon, decisions=held, former=self.former
        )

    def add(self, decision: Decision) -> tuple[Decision, ...]:
        """The decisions with one more; raises ``DecisionError`` where it is there already."""
        if decision.key in {one.key for one in self.decisions}:
            raise DecisionError(f"{decision}: decided already in {str(self.path)!r}")
        return (*self.decisions, decision)

    def write(self, decisions: Sequence[Decision]) -> None:
        """Keep decisions in the file, sorted, so that any order of deciding gives the same."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_file(self.path, write_decisions(sorted(decisions)).encode())

    def opened_again(self) -> Built:
        """The same with the decisions that the file holds now."""
        return replace(self, decisions=read_decisions(self.path))
