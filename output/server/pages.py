"""The pages of the server: they hold no script, and every text of the graph is escaped."""

from __future__ import annotations

from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import quote

import pyoxigraph as ox
from jinja2 import DictLoader, Environment, StrictUndefined

from graph.errors import QueryError
from output.answers import read_line, shorten, sort_lines
from output.engine.guard import is_ordered
from output.query import examples
from output.server.sentences import by_sentence, paragraphs
from output.server.things import Fact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from output.engine import Answer, Engine
    from output.server.app import Site
    from output.server.things import Things

_KINDS = {
    "Event": "Events", "Person": "People", "Organization": "Organizations", "Place": "Places",
    "Group": "Groups", "Work": "Works",
}  # fmt: skip
_SHOWN = 1000  # rows of an answer on a page
_LISTED = 100  # things of a kind on the first page


class Pages:
    """Writes the pages of a site."""

    def __init__(self, site: Site, things: Things) -> None:
        self._site, self._things = site, things
        folder = files("output").joinpath("server")
        names = ("page.html.j2", "style.css")
        self._files = {name: folder.joinpath(name).read_text(encoding="utf-8") for name in names}
        environment = Environment(
            loader=DictLoader(self._files), autoescape=True, undefined=StrictUndefined
        )
        environment.filters["quoted"] = lambda text: quote(text, safe="")
        self._template = environment.get_template("page.html.j2")

    def style(self) -> str:
        """Give the style sheet."""
        return self._files["style.css"]

    def home(self) -> str:
        """Write the first page: the documents, and what is mentioned most of each kind."""
        lists = [(name, self._things.listed(kind)[:_LISTED]) for kind, name in _KINDS.items()]
        documents = self._things.listed("Document")
        return self._write("home", self._site.title, documents=documents, lists=lists)

    def thing(self, name: str) -> str:
        """Write the page of a thing: its properties, and what is said of it."""
        facts = self._things.facts(name)
        title = self._things.label(ox.NamedNode(name))
        told = by_sentence(self._things.said_of(name))
        text = paragraphs(self._things.sentences(name), told)
        return self._write("thing", title, iri=name, facts=facts, told_in=told, text=text)

    def missing(self, why: str) -> str:
        """Write what is told where there is nothing."""
        return self._write("missing", "Nothing here", why=why)

    def editor(self, given: Mapping[str, str], engine: Engine) -> str:
        """Write the page to ask on, with the answer to what was asked."""
        example = given.get("example", "")
        sparql = given.get("query") or (examples()[example].text if example in examples() else "")
        shown: dict[str, object] = {"columns": [], "rows": [], "told": "", "error": ""}
        if given.get("query"):
            shown |= self._asked(sparql, engine)
        return self._write(
            "editor",
            "Ask",
            examples=list(examples().values()),
            chosen=example,
            sparql=sparql,
            prefixes=sorted(self._site.held.prefixes.items()),
            **shown,
        )

    def _asked(self, sparql: str, engine: Engine) -> dict[str, object]:
        try:
            answer = engine.ask(sparql, limits=self._site.limits)
            try:
                return self._rows(answer, ordered=is_ordered(sparql))
            finally:
                answer.close()
        except QueryError as error:
            return {"error": str(error)}

    def _rows(self, answer: Answer, *, ordered: bool) -> dict[str, object]:
        if answer.form == "ASK":
            return {"told": "yes" if answer.truth else "no"}
        if answer.form == "CONSTRUCT":
            triples = islice(answer.triples(), _SHOWN)
            return {
                "columns": ["subject", "predicate", "object"],
                "rows": [[self._cell(term) for term in triple] for triple in triples],
            }
        lines = answer.lines() if ordered else sort_lines(answer.lines())
        rows = [[self._cell(term) for term in read_line(line)] for line in islice(lines, _SHOWN)]
        told = f"{len(rows)} rows" + (" and perhaps more" if len(rows) == _SHOWN else "")
        return {"columns": answer.variables, "rows": rows, "told": told}

    def _cell(self, term: object) -> Fact:
        text = shorten(term, self._site.held.prefixes)  # type: ignore[arg-type]
        link = term.value if isinstance(term, ox.NamedNode) else ""
        return Fact("", text, link if link and self._things.is_known(link) else "")

    def _write(self, part: str, heading: str, **values: object) -> str:
        names = {
            "iri": "", "facts": [], "told_in": [], "text": [], "documents": [], "lists": [],
            "examples": [], "chosen": "", "sparql": "", "prefixes": [],
            "columns": [], "rows": [], "told": "", "error": "", "why": "",
        }  # fmt: skip
        fixed = {"part": part, "heading": heading, "site": self._site.title}
        return self._template.render({**names, **values, **fixed, "view": self._site.view})
