"""What a careful reader wrote down of one document: a list in YAML, with its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from benchmarks.reading.reading import Span
from benchmarks.reading.wording import content_of, flat, name_of

Item = dict[str, Any]
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z]\w)(?<!\b[A-Z]\w\w)[.!?]['\")\]]*\s+(?=['\"(\[]*[A-Z0-9])"
)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_FEWEST = 2
_HELD = ("optional", "polarity", "certainty", "speaker")
# sentences around, where the words of one speaker belong together
_NEAR = 2


class ListError(ValueError):
    """A list quotes what its text does not hold."""


class Sheet:
    """The list of one document: entities, events, statements; spans count the flat text.

    ``ambiguous`` are the names that two entities of one kind share.
    """

    def __init__(self, path: Path) -> None:
        listing = yaml.safe_load(path.read_text("utf-8"))
        named = listing["document"].get("text", f"texts/{path.stem}.txt")
        text = (path.parent / named).read_text("utf-8")
        self.text = flat(_FRONT_MATTER.sub("", text))
        ends = [match.end() for match in _SENTENCE_END.finditer(self.text)]
        self._sentences = list(zip([0, *ends], [*ends, len(self.text)], strict=True))
        self.entities: list[Item] = [_with_kinds(each) for each in listing.get("entities") or []]
        self.ambiguous = self._ambiguous()
        self.events: dict[str, Item] = {
            e["id"]: self._event(e) for e in listing.get("events") or []
        }
        told = listing.get("statements") or []
        self.statements = [each for item in told for each in self._pieces(item)]
        self._make_room()

    def _ambiguous(self) -> frozenset[str]:
        borne = [
            (kind, name)
            for entity in self.entities
            for kind in entity["kind"]
            for name in {name_of(each) for each in entity["names"]}
        ]
        return frozenset(name for kind, name in borne if borne.count((kind, name)) > 1)

    def _event(self, event: Item) -> Item:
        spans = [span for phrase in event["at"] for span in self._starred(phrase)]
        return event | {"spans": spans, "keys": {name_of(each) for each in event.get("names", [])}}

    def _starred(self, phrase: str) -> list[Span]:
        """Where the starred word stands, wherever the text holds the phrase."""
        before, word, after = flat(phrase).split("*")
        places = re.finditer(re.escape(before + word + after), self.text)
        found = [match.start() + len(before) for match in places]
        if not found:
            raise ListError(f"a list quotes what is not in its text: {phrase!r}")
        return [(at, at + len(word)) for at in found]

    def _pieces(self, item: Item) -> list[Item]:
        """What is said, sentence by sentence, each a part of one; short pieces beside others go."""
        if "words" not in item:
            return [item]
        start, end = self._starred(f"*{item['words']}*")[0]
        pieces = [
            item
            | {"start": start, "at": at, "words": self.text[max(start, first) : min(end, last)]}
            for at, (first, last) in enumerate(self._sentences)
            if first < end and start < last
        ]
        long = [p for p in pieces if len(set(content_of(p["words"]))) > _FEWEST] or pieces[:1]
        return [piece | {"weight": 1 / len(long)} for piece in long]

    def _make_room(self) -> None:
        """Give each piece the sentences in which its words may stand."""
        told = [
            (each, set(each.get("says") or each["denies"]))
            for each in self.statements
            if "words" in each
        ]
        for item, speaker in told:
            near = {
                each["at"]
                for each, names in told
                if each["start"] == item["start"]
                or (abs(each["at"] - item["at"]) <= _NEAR and speaker & names)
            }
            item["room"] = " ".join(self.text[slice(*self._sentences[at])] for at in sorted(near))

    def bearers(self, names: list[str]) -> set[int]:
        """Which entities bear one of the names that only they bear."""
        keys = {name_of(name) for name in names} - self.ambiguous
        known = enumerate(self.entities)
        return {n for n, one in known if keys & {name_of(name) for name in one["names"]}}

    def all_names(self, names: list[str]) -> list[str]:
        """The names with the others of who bears them; without what two entities are called."""
        known = [name for n in sorted(self.bearers(names)) for name in self.entities[n]["names"]]
        return [name for name in [*names, *known] if name_of(name) not in self.ambiguous]

    def items(self, event: Item, key: str) -> Iterator[Item]:
        """What stands under a key of an event: ``names`` or a ``value``, with what holds of it."""
        listed = event.get(key, [])
        for each in listed if isinstance(listed, list) else [listed]:
            told = each if isinstance(each, dict) else {_called(each): each}
            value = {"value": str(told["value"])} if "value" in told else {}
            yield {name: event[name] for name in _HELD if name in event} | told | value


def _with_kinds(entity: Item) -> Item:
    kinds = entity["kind"]
    return entity | {"kind": [kinds] if isinstance(kinds, str) else kinds}


def _called(value: object) -> str:
    return "names" if isinstance(value, list) else "value"
