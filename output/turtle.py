"""Turtle and TriG of triples in their order, each subject a paragraph.

Oxigraph writes them too, but reading sorted lines again only to write them takes twice as long.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ontology.names import RDF, XSD
from output.ordering import sort_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from output.ordering import Group

_TYPE = f"<{RDF}type>".encode()
_END = b" .\n"
# a local name that no store misreads; the rest stays a whole IRI
_NAMED = re.compile(rb"<(.*[^A-Za-z0-9_-])([A-Za-z0-9_][A-Za-z0-9_-]*)>")
_BARE = {
    f"<{XSD}{name}>".encode(): re.compile(pattern)
    for name, pattern in {
        "integer": rb'"[+-]?[0-9]+"',
        "decimal": rb'"[+-]?[0-9]*\.[0-9]+"',
        "double": rb'"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][+-]?[0-9]+"',
        "boolean": rb'"(?:true|false)"',
    }.items()
}


def write_turtle(groups: Iterable[Group], prefixes: Mapping[str, str]) -> bytes:
    """Write groups of triples as Turtle, with those of the prefixes that they use."""
    terms = _Terms(prefixes)
    body = b"\n".join(map(b"".join, _paragraphs(groups, terms, b"\n\t")))
    head = terms.head()
    return head + b"\n" * bool(head and body) + body


def lines_as_turtle(lines: Iterable[str], prefixes: Mapping[str, str]) -> bytes:
    """Write lines of N-Triples, in any order, as Turtle."""
    return write_turtle(sort_lines({f"{line}\n".encode() for line in lines}), prefixes)


def write_trig(graphs: Iterable[tuple[str, Iterable[Group]]], prefixes: Mapping[str, str]) -> bytes:
    """Write graphs by name as TriG, with those of the prefixes that they use."""
    terms = _Terms(prefixes)
    body: list[bytes] = []
    for name, groups in graphs:
        inside = b"\t" if name else b""
        parts = [inside + b"".join(part) for part in _paragraphs(groups, terms, b"\n\t" + inside)]
        if name and parts:
            parts = [terms[f"<{name}>".encode()], b" {\n", *parts, b"}\n"]
        body += parts
    return terms.head() + b"".join(body)


def _paragraphs(groups: Iterable[Group], terms: _Terms, line_break: bytes) -> Iterator[list[bytes]]:
    verbs: dict[bytes, bytes] = {}
    for subject, rests in groups:
        written, before, joint = [terms[subject]], b"", b" "
        for rest in rests:
            predicate, _, value = rest.partition(b" ")
            if predicate == before:
                written += b" , ", terms[value]
            else:
                verb = verbs.get(predicate) or verbs.setdefault(predicate, terms.verb(predicate))
                written += joint, verb, terms[value]
                before, joint = predicate, b" ;" + line_break
        written.append(_END)
        yield written


class _Terms(dict[bytes, bytes]):
    """Terms of N-Triples as Turtle writes them; the prefixes that were used are kept in mind."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        # of two prefixes for one namespace the first
        pairs = sorted(prefixes.items(), reverse=True)
        self._names = {namespace.encode(): prefix.encode() for prefix, namespace in pairs}
        self._used: set[bytes] = set()

    def __missing__(self, line: bytes) -> bytes:
        term = line.removesuffix(_END)
        written = self[line] = self._shorten(term)
        return written

    def head(self) -> bytes:
        """Declare the prefixes that were used."""
        pairs = sorted((self._names[namespace], namespace) for namespace in self._used)
        return b"".join(b"@prefix %b: <%b> .\n" % pair for pair in pairs)

    def verb(self, predicate: bytes) -> bytes:
        """Write a predicate, and a space."""
        return (b"a" if predicate == _TYPE else self[predicate]) + b" "

    def _shorten(self, term: bytes) -> bytes:
        if term.startswith(b"<<( "):
            parts = term[len(b"<<( ") : -len(b" )>>")].split(b" ", 2)
            return b"<<( %b )>>" % b" ".join(self[part] for part in parts)
        if term.startswith(b"<"):
            return self._name(term)
        if term.startswith(b'"') and term.endswith(b">"):
            text, _, kind = term.rpartition(b"^^")
            bare = _BARE.get(kind)
            return text[1:-1] if bare and bare.fullmatch(text) else text + b"^^" + self[kind]
        return term

    def _name(self, term: bytes) -> bytes:
        found = _NAMED.fullmatch(term)
        prefix = self._names.get(found[1]) if found else None
        if found is None or prefix is None:
            return term
        self._used.add(found[1])
        return prefix + b":" + found[2]
