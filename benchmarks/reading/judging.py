"""Which node answers for which listed thing, and which statement for which listed fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from benchmarks.reading.reading import Reading, Said, Span, Thing
from benchmarks.reading.sheets import Item, Sheet
from benchmarks.reading.wording import name_of, share

KINDS = ("Person", "Place", "Organization", "Group", "Work")
PARTS = ("agent", "patient", "participant")
OF_EVENTS = (*PARTS, "place", "begin", "end", "partOf", "commemorates", "counts", "characterizedAs")
ROWS = (*OF_EVENTS, "says", "denies", "affiliation", "locatedIn", "stance")
COUNTED = ("killed", "injured", "missing", "captured", "displaced", "arrested", "bereaved")
STANCES = ("recognizes", "condemns", "supports", "opposes")

_KEYS = {"characterizedAs": "characterized", "partOf": "part_of"}
_LONGEST = 6
_HALF = 0.5

# Of each key the nodes that answer for it, and those that would if they answered for no other.
Shares = dict[str, tuple[set[str], set[str]]]
Fit = Callable[[Thing, str], tuple[int, ...]]


def row_of(predicate: str) -> str:
    """The row in which statements of the predicate are counted."""
    if predicate in COUNTED:
        return "counts"
    return "stance" if predicate in STANCES else predicate


@dataclass(frozen=True, slots=True)
class Claim:
    """A listed fact: ``fits`` tells how well a statement fits it, from 0 to 1."""

    row: str
    item: Item
    text: str
    fits: Callable[[Said], float]

    def fit(self, said: Said) -> float:
        """How well the statement fits, with its polarity and certainty."""
        polarity = self.item.get("polarity", "Denied" if self.row == "denies" else "Affirmed")
        sure = 1 if said.certainty == self.item.get("certainty", "Certain") else _HALF
        alike = 1 if said.polarity == polarity else _HALF * (self.row == "says")
        return self.fits(said) * alike * sure


def share_out(nodes: Iterable[Thing], keys: Iterable[str], fit: Fit) -> Shares:
    """Give each node to the one key that it fits best, of equals to one that has none yet."""
    listed = list(keys)
    fits = {node.iri: _fitting(node, listed, fit) for node in nodes}
    shares: Shares = {key: (set(), set()) for key in listed}
    for iri, found in sorted(fits.items(), key=lambda each: len(each[1])):
        ranked = {key: (found[key], not shares[key][0]) for key in found}
        best = max(ranked, key=lambda key: ranked[key], default=None)
        for key in found:
            shares[key][key != best].add(iri)
    return shares


def _fitting(node: Thing, keys: list[str], fit: Fit) -> dict[str, tuple[int, ...]]:
    return {key: fitting for key in keys if (fitting := fit(node, key))}


class Judge:
    """What of a reading answers for what of a sheet."""

    def __init__(self, sheet: Sheet, reading: Reading) -> None:
        self.sheet, self.reading = sheet, reading
        self.events = share_out(reading.of_kind("Event"), sheet.events, self._tells_of)
        self.found = {key: nodes for key, (nodes, _) in self.events.items()}
        self.entities = {kind: self._entities(kind) for kind in KINDS}
        self.owner = {
            iri: int(key)
            for shares in self.entities.values()
            for key, (iris, _) in shares.items()
            for iri in iris
        }
        of_events = [claim for event in sheet.events.values() for claim in self._of_event(event)]
        self.claims = [*of_events, *map(self._of_statement, sheet.statements)]

    def _entities(self, kind: str) -> Shares:
        listed = enumerate(self.sheet.entities)
        names = {str(n): self.sheet.all_names(e["names"]) for n, e in listed if kind in e["kind"]}

        def fit(node: Thing, key: str) -> tuple[int, ...]:
            fitting = node.is_called(names[key]) + node.is_called(names[key], by=node.labels[:1])
            return (fitting,) if fitting else ()

        return share_out(self.reading.of_kind(kind), names, fit)

    def called(self, iri: str, names: list[str]) -> bool:
        """Whether it is called so; what answers for one listed entity is not called as others."""
        bearers = self.sheet.bearers(names)
        other = iri in self.owner and bearers and self.owner[iri] not in bearers
        return (
            bool(iri)
            and not other
            and self.reading.thing(iri).is_called(self.sheet.all_names(names))
        )

    def _tells_of(self, node: Thing, key: str) -> tuple[int, ...]:
        """By its names and starred words; else by the starred words its statements rest on."""
        event = self.sheet.events[key]
        named = len(event["keys"] & {name_of(label) for label in node.labels})
        starred = self._stars(node.spans, event)
        if named or starred:
            return (1, named, starred)
        rests = self._stars(node.rests, event)
        return (0, 0, rests) if rests else ()

    def _stars(self, spans: list[Span], event: Item) -> int:
        """How many starred words they hold; a long span, or another event's name, holds none."""
        every: set[str] = set().union(*(other["keys"] for other in self.sheet.events.values()))
        others = every - event["keys"]
        held = [span for span in spans if self._may_hold(span, event["keys"], others)]
        stars = set(event["spans"])
        return sum(
            any(start < end and begin < stop for start, stop in held) for begin, end in stars
        )

    def _may_hold(self, span: Span, own: set[str], others: set[str]) -> bool:
        text = name_of(self.sheet.text[slice(*span)])
        return text in own or (text not in others and len(text.split()) <= _LONGEST)

    def _of_event(self, event: Item) -> Iterator[Claim]:
        items = {row: list(self.sheet.items(event, _KEYS.get(row, row))) for row in OF_EVENTS}
        for item in (*items["partOf"], *items["commemorates"]):
            optional = self.sheet.events[item["value"]].get("optional")
            item["optional"] = item.get("optional") or optional
        if not items["end"]:  # an end that is the begin is right, but nobody has to say so
            items["end"] = [item | {"optional": True} for item in items["begin"]]
        for row, listed in items.items():
            for item in listed:
                told = (str(item[k]) for k in ("measure", "value", "as", "names") if k in item)
                fits = partial(self._fits_event, event["id"], row, item)
                yield Claim(row, item, f"{event['id']}: {' '.join(told)}", fits)

    def _fits_event(self, key: str, row: str, item: Item, said: Said) -> float:
        if said.subject not in self.found[key]:
            return 0
        own = row not in {"counts", "characterizedAs"} or said.speaker in self.reading.own_voice
        voice = self.called(said.speaker, item["speaker"]) if "speaker" in item else own
        return self._fits_fact(row, item, said) * (1 if voice else _HALF)

    def _fits_fact(self, row: str, item: Item, said: Said) -> float:
        if row in {*PARTS, "place"}:
            return self._fits_part(row, item, said)
        if said.predicate != item.get("measure", row):
            return 0
        if row in {"partOf", "commemorates"}:
            return said.object in self.found[item["value"]]
        if row in {"begin", "end"}:
            vague = _HALF * item["value"].startswith(said.object)
            return 1 if said.object.startswith(item["value"]) else vague
        if row == "characterizedAs":
            return float(said.object == item["as"])
        return self._counts(item, said)

    def _fits_part(self, row: str, item: Item, said: Said) -> float:
        right = said.predicate == row or (row == "participant" and said.predicate in PARTS)
        vague = _HALF * (row in PARTS and said.predicate == "participant")
        weight = 1 if right else vague
        return weight * self.called(said.object, item["names"]) if weight else 0

    def _counts(self, item: Item, said: Said) -> float:
        group = said.group == item["group"] or self.called(said.group, [item["group"]])
        bound = 1 if said.bound == item.get("bound", "Exactly") else _HALF
        grouped = 1 if group else _HALF * (said.group == "Everyone")
        return bound * grouped * float(said.object == item["value"])

    def _of_statement(self, item: Item) -> Claim:
        keys = ("says", "denies", "affiliation", "located", "stance")
        key = next(key for key in keys if key in item)
        predicate = {"located": "locatedIn", "stance": item.get("stance", "")}.get(key, key)
        body = item.get("with") or item.get("in") or item.get("whom") or []
        events = self.sheet.events
        told = [events[each].get("optional") for each in body if each in events]
        # who leaves the event out cannot say it
        item = item | {"optional": item.get("optional") or bool(told and all(told))}
        subject = item["who" if key == "stance" else key]
        fits = (
            partial(self._fits_words, item, key, subject)
            if "words" in item
            else partial(self._fits_relation, item, predicate, subject, body)
        )
        hidden = {"room", "start", "at", "weight", "optional"}
        text = ", ".join(f"{k} {v}" for k, v in item.items() if k not in hidden)
        return Claim(row_of(predicate), item, text, fits)

    def _fits_words(self, item: Item, key: str, subject: list[str], said: Said) -> float:
        told = said.predicate == "says"
        speaker, words = (said.subject, said.object) if told else (said.speaker, said.sentence)
        right = (told or key == "denies") and self.called(speaker, subject)
        alike = share(item["words"], words) >= _HALF and share(words, item["room"]) >= _HALF
        return float(right and alike)

    def _fits_relation(
        self, item: Item, predicate: str, subject: list[str], body: list[str], said: Said
    ) -> float:
        if said.predicate != predicate or not self.called(said.subject, subject):
            return 0
        named = self.called(said.object, body)
        right = named or any(said.object in self.found.get(each, ()) for each in body)
        role = item.get("role")
        alike = role is None or max(share(said.role, role), share(role, said.role)) >= _HALF
        return right * (1 if alike else _HALF)
