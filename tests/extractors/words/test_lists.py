"""English words stand in tables, each of which is read, and not in the code of the rules."""

from __future__ import annotations

import ast
import re
from collections import UserDict
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import extractors
from extractors.annotation import lemmas
from extractors.corpora import kinds
from extractors.frames import characterizations
from extractors.words.tables import read_table

SOURCE = Path(extractors.__file__).parent
TABLES = sorted(path.stem for path in (SOURCE / "words" / "data").glob("*.toml"))
LOADING = [
    import_module(".".join(("extractors", *path.relative_to(SOURCE).with_suffix("").parts)))
    for path in sorted((SOURCE / "words").rglob("[a-z]*.py"))
]
BESIDE = (
    lemmas._irregular,
    kinds._read_labels,
    kinds.read_relations,
    characterizations.load_characterization_words,
)
"""What reads tables outside ``extractors/words/``."""

ROOMS = (
    *("annotation", "tree", "times", "names", "actors", "reference", "frames", "events"),
    *("arguments", "happenings", "speech", "attribution", "quantities", "places", "roles"),
)

LABELS = """acl, acomp, advcl, advmod, agent, amod, appos, attr, aux, auxpass, case, cc, ccomp,
compound, conj, csubj, csubjpass, dative, dep, det, dobj, expl, fixed, flat, iobj, mark, neg, nmod,
nn, npadvmod, nsubj, nsubjpass, nummod, obj, obl, oprd, parataxis, pcomp, pobj, poss, preconj, prep,
prt, punct, relcl, xcomp"""
"""The labels of dependency trees."""

PARTS = "place, patient, participant, begin, end, affiliation, post, says, denies, accuses"
UNITS = "decade, century, weekday, weekend"
ORIGINS = "lexicon, reader, repeated, list, title, role, head word, event noun"
RULES = """name of the event, noun for the event, adjective of the event, equation, apposition,
verb of calling, noun of calling, reporting verb, verb of asking, verb of accusing,
verb of denying, verb of describing, verb with a preposition, verb with a noun"""

NAMES = {
    "annotation/kept.py": "answers, children, head, i, idx, lefts, rights, sent, text",
    "annotation/lemmas.py": f"{', '.join(TABLES)}, s, es, ed, ing",
    "attribution/attribution.py": f"{PARTS}, {RULES}",
    "frames/characterizations.py": RULES,
    "frames/slots.py": "doer, undergoer, owner, giver, bearer, holder, source, receiver",
    "happenings/facts.py": PARTS,
    "happenings/labels.py": "killed, injured, displaced, st, nd, rd, th",
    "happenings/told.py": PARTS,
    "names/events/event_names.py": ORIGINS,
    "names/labels.py": "country, state",
    "names/lists.py": ORIGINS,
    "names/names.py": ORIGINS,
    "places/countries.py": "country, state",
    "reference/pronouns.py": "person, many, thing",
    "roles/links.py": f"{PARTS}, title, apposition",
    "speech/contents.py": RULES,
    "times/forms.py": "figure, month, word, part, the, early, y, ies",
    "times/nearness.py": UNITS,
    "times/phrases.py": "anchor, text",
    "times/steps.py": UNITS,
    "times/times.py": f"{UNITS}, absolute, relative, inherited",
}
"""What looks like English words and is the program's own, by module.

Parts of statements, units of time, where names come from, rules, fields, classes of identifiers,
and endings.
"""

WORD = re.compile(r"[a-z]+(?:[ '’-][a-z]+)*")
ALTERNATIVES = re.compile(r"(?<![\\a-z])[a-z]+(?:\|[a-z]+)+")


class Watched(UserDict[str, Any]):
    """A table that strikes what is read of it from the paths that are left."""

    def __init__(self, table: dict[str, Any], path: str, left: set[str]) -> None:
        super().__init__()
        self.path, self.left = path, left
        for name, value in table.items():
            inner = f"{path}.{name}"
            holds = isinstance(value, dict) and any(
                isinstance(v, dict | list) for v in value.values()
            )
            self.data[name] = Watched(value, inner, left) if holds else value
            left.update((inner,) if isinstance(value, list | dict) and not holds else ())

    def __getitem__(self, name: str) -> Any:
        self.left.discard(f"{self.path}.{name}")
        return super().__getitem__(name)


def loaders() -> Iterator[Callable[[], object]]:
    """The kept functions that read tables, as they are before anything is kept."""
    kept = [one for module in LOADING for one in vars(module).values()]
    for one in (*kept, *BESIDE):
        read = getattr(one, "__wrapped__", None)
        if read is not None and not read.__code__.co_argcount:
            yield read


def test_every_list_of_a_table_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    left: dict[str, set[str]] = {}

    def watched(name: str) -> Watched:
        opened.append((name, set()))
        return Watched(read_table(name), *opened[-1])

    opened: list[tuple[str, set[str]]] = []
    for module in (*LOADING, lemmas, kinds, characterizations):
        if hasattr(module, "read_table"):
            monkeypatch.setattr(module, "read_table", watched)
    for load in loaders():
        load()
    for name, unread in opened:
        left[name] = left.get(name, unread) & unread
    assert left == {name: set() for name in TABLES}


def test_no_rule_holds_english_words_of_its_own() -> None:
    paths = (path for room in ROOMS for path in sorted((SOURCE / room).rglob("*.py")))
    found = {str(path.relative_to(SOURCE)): list(_words_in(path)) for path in paths}
    assert {name: words for name, words in found.items() if words} == {}


def _words_in(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The collections of two or more words, and the patterns that choose between words."""
    own = _listed(NAMES.get(str(path.relative_to(SOURCE)), ""))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        words = [one for one in _strings(node) if WORD.fullmatch(one.strip())]
        others = [one for one in words if one not in _listed(LABELS)]
        if isinstance(node, ast.expr) and len(others) > 1 and not own.issuperset(others):
            yield node.lineno, others
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found = [match.split("|") for match in ALTERNATIVES.findall(node.value)]
            yield from ((node.lineno, words) for words in found if not own.issuperset(words))


def _listed(names: str) -> set[str]:
    return {" ".join(name.split()) for name in names.split(",")}


def _strings(node: ast.AST) -> list[str]:
    """The strings of a set, a list, a tuple or a dictionary; the words of one that is split."""
    match node:
        case ast.Set(elts=items) | ast.List(elts=items) | ast.Tuple(elts=items):
            inside = list(items)
        case ast.Dict(keys=keys):
            inside = [key for key in keys if key is not None]
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split")):
            return text.split()
        case _:
            return []
    values = [item.value for item in inside if isinstance(item, ast.Constant)]
    return [value for value in values if isinstance(value, str)]
