"""Mentions joined into groups, each join kept with its reason, and some kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.model import Mention, MentionKey
from graph.resolved import Feature, Merge

Refusal = tuple[MentionKey, MentionKey, str, str]
"""Two mentions, why they were to be joined, and what held it back."""


class Clusters:
    """Groups of mentions; every mention starts alone (a union-find structure)."""

    def __init__(self, mentions: Mapping[MentionKey, Mention]) -> None:
        self.mentions = mentions
        self.refused: list[Refusal] = []
        self._parent = {key: key for key in mentions}
        self._members: dict[MentionKey, list[MentionKey]] = {}
        self._apart: dict[MentionKey, dict[MentionKey, str]] = {}
        self._merges: list[Merge] = []

    def keep_apart(self, first: MentionKey, second: MentionKey, reason: str) -> bool:
        """Never put the groups of both together; False where they are one already."""
        if first not in self._parent or second not in self._parent:
            return True
        left, right = self.root(first), self.root(second)
        if left == right:
            return False
        self._apart.setdefault(left, {})[right] = reason
        self._apart.setdefault(right, {})[left] = reason
        return True

    def parted(self, first: MentionKey, second: MentionKey) -> str:
        """Why the groups of both must stay apart; empty where they need not."""
        return self._apart.get(self.root(first), {}).get(self.root(second), "")

    def join(
        self,
        first: MentionKey,
        second: MentionKey,
        reason: str,
        confidence: float,
        features: Iterable[Feature] = (),
    ) -> bool:
        """Put both groups together and tell whether they are one now.

        Nothing happens where one is unknown, or where they are kept apart.
        """
        if first not in self._parent or second not in self._parent:
            return False
        left, right = self.root(first), self.root(second)
        if left == right:
            return True
        if held := self.parted(left, right):
            self.refused.append((first, second, reason, held))
            return False
        self._unite(min(left, right), max(left, right))
        self._merges.append(Merge(second, reason, confidence, first, tuple(features)))
        return True

    def _unite(self, root: MentionKey, other: MentionKey) -> None:
        self._parent[other] = root
        kept, added = self.members(root), self.members(other)
        longer, shorter = (kept, added) if len(kept) >= len(added) else (added, kept)
        longer.extend(shorter)
        self._members[root] = longer
        self._members.pop(other, None)
        for apart, reason in self._apart.pop(other, {}).items():
            self._apart[apart].pop(other, None)
            self._apart[apart].setdefault(root, reason)
            self._apart.setdefault(root, {}).setdefault(apart, reason)

    def members(self, root: MentionKey) -> list[MentionKey]:
        """The mentions of the group that the root stands for, in no order."""
        return self._members.get(root) or [root]

    def groups(self) -> list[tuple[list[Mention], list[Merge]]]:
        """Each group's mentions in the order of their keys, and the reasons that made it."""
        members: dict[MentionKey, list[Mention]] = {}
        for key in sorted(self._parent):
            members.setdefault(self.root(key), []).append(self.mentions[key])
        reasons: dict[MentionKey, list[Merge]] = {root: [] for root in members}
        for merge in self._merges:
            reasons[self.root(merge.mention)].append(merge)
        return [(members[root], sorted(reasons[root], key=_mention)) for root in sorted(members)]

    def root(self, key: MentionKey) -> MentionKey:
        """The mention that stands for the group that this one is in."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key


def _mention(merge: Merge) -> MentionKey:
    return merge.mention
