"""Which words of a text tell of one happening, and why.

"Killed six in a blaze", "the blaze", "the X massacre was a shooting": each word is a mention of
its own, with what is said of it; links make one event of them. Two whose facts contradict stay two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractors.happenings.cognates import find_told_twice
from extractors.happenings.facts import Facts, Places, contradict, find_facts
from extractors.happenings.links import find_event_links
from extractors.reading import Reading
from graph.model import Kind, Link, MentionKey, Statement


class Happenings:
    """Event mentions in groups, each with the facts of all its mentions."""

    def __init__(self, reading: Reading, statements: list[Statement]) -> None:
        events = [m.key for m in reading.mentions if m.kind is Kind.EVENT]
        told = find_facts(reading, statements)
        self._above = {key: key for key in events}
        self._facts = {key: told.get(key, Facts()) for key in events}
        self._places = Places(reading, statements)
        self._apart = _parts(statements)
        self.links: list[Link] = []

    def of(self, event: MentionKey) -> MentionKey:
        """The mention that stands for the happening of this one."""
        while self._above[event] != event:
            self._above[event] = self._above[self._above[event]]
            event = self._above[event]
        return event

    def facts(self, event: MentionKey) -> Facts:
        """What is told of the happening, by all its mentions."""
        return self._facts[self.of(event)]

    def join(self, link: Link, *, strictly: bool) -> bool:
        """Make one happening of both, unless their facts contradict; tells whether they are one."""
        first, second = self.of(link.antecedent), self.of(link.mention)
        if first == second:
            return True
        if self._is_part(first, second) or self._is_part(second, first):
            return False
        own, other = self._facts[first], self._facts[second]
        if contradict(own, other, self._places, strictly=strictly):
            return False
        self._above[second] = first
        own.add(other)
        self._apart.setdefault(first, set()).update(self._apart.get(second, ()))
        # a mention has one link at most: where it has one, the first of its group is linked
        self.links.append(replace(link, mention=second))
        return True

    def _is_part(self, part: MentionKey, whole: MentionKey) -> bool:
        """Whether the text puts the one happening into the other: they cannot be the same."""
        return any(self.of(key) == whole for key in self._apart.get(part, ()) if key in self._above)


def _parts(statements: Iterable[Statement]) -> dict[MentionKey, set[MentionKey]]:
    found: dict[MentionKey, set[MentionKey]] = {}
    for said in statements:
        if said.predicate == "partOf" and isinstance(said.object, MentionKey):
            found.setdefault(said.subject, set()).add(said.object)
    return found


def find_happenings(reading: Reading, statements: list[Statement]) -> Happenings:
    """Join what one sentence tells twice, then what later sentences take up again."""
    happenings = Happenings(reading, statements)
    _join(happenings, find_told_twice(reading), strictly=False)
    _join(happenings, find_event_links(reading, happenings), strictly=True)
    return happenings


def _join(happenings: Happenings, links: Iterable[Link], *, strictly: bool) -> None:
    for link in links:
        happenings.join(link, strictly=strictly)
