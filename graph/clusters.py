"""Mentions joined into groups, each join kept with its reason."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model import Mention, MentionKey, Merge


class Clusters:
    """Groups of mentions; every mention starts alone (a union-find structure)."""

    def __init__(self, mentions: Mapping[MentionKey, Mention]) -> None:
        self._mentions = mentions
        self._parent = {key: key for key in mentions}
        self._merges: list[Merge] = []

    def join(self, first: MentionKey, second: MentionKey, reason: str, confidence: float) -> None:
        """Put both groups together; nothing happens where they are one, or one is unknown."""
        if first not in self._parent or second not in self._parent:
            return
        left, right = self.root(first), self.root(second)
        if left != right:
            self._parent[max(left, right)] = min(left, right)
            self._merges.append(Merge(second, reason, confidence))

    def groups(self) -> list[tuple[list[Mention], list[Merge]]]:
        """Each group's mentions in the order of their keys, and the reasons that made it."""
        members: dict[MentionKey, list[Mention]] = {}
        for key in sorted(self._parent):
            members.setdefault(self.root(key), []).append(self._mentions[key])
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
