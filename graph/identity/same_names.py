"""Things that are called the same: joined over documents, unless the texts tell them apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.clusters import Clusters
from graph.doubts import Doubt
from graph.identity.bodies import full_labels
from graph.identity.profiles import Profile
from graph.identity.sides import Sides
from graph.identity.stories import Stories
from graph.identity.tables import load_names
from graph.identity.units import Unit
from graph.model import Form, Kind, Mention, MentionKey
from graph.spelling import normalised

_CLEAR = 0.7
_MOST = 30
_AHEAD = 0.15
_ALIKE = 0.25
_SMALL = frozenset({"of", "the", "and", "for", "in", "s", "'s"})
_OWNER = re.compile(r"((?:[A-Z][\w-]* ?){1,3})['’]s?\s*$")

NameForm = tuple[str, str]
"""A normalised name, and the kind where things of several kinds share it."""


@dataclass
class Known:
    """What is known so far of the groups that mentions form."""

    clusters: Clusters
    stories: Stories
    sides: Sides
    spelled: Mapping[str, str]
    profiles: Mapping[MentionKey, Profile]
    texts: Mapping[str, str]
    doubts: list[Doubt] = field(default_factory=list)
    _pooled: dict[MentionKey, Profile] = field(default_factory=dict)
    _entries: dict[MentionKey, frozenset[str]] = field(default_factory=dict)

    def profile(self, key: MentionKey) -> Profile:
        """What is said of the whole group that a mention is in."""
        root = self.clusters.root(key)
        if root not in self._pooled:
            pooled = Profile()
            for member in self.clusters.members(root):
                if member in self.profiles:
                    pooled |= self.profiles[member]
            self._pooled[root] = pooled
        return self._pooled[root]

    def entries(self, key: MentionKey) -> frozenset[str]:
        """The entries of the lexicon that the group of a mention is."""
        root = self.clusters.root(key)
        if root not in self._entries:
            mentions = (self.clusters.mentions[one] for one in self.clusters.members(root))
            self._entries[root] = frozenset(m.identifier for m in mentions if m.identifier)
        return self._entries[root]

    def apart(self, first: MentionKey, second: MentionKey) -> str:
        """What makes two things of the groups of two mentions; empty where nothing does."""
        if held := self.clusters.parted(first, second):
            return held
        left, right = self.entries(first), self.entries(second)
        if left and right and not left & right:
            return "the lexicon knows two things of the name"
        one, other = self.profile(first), self.profile(second)
        if one.is_of_another_walk(other) and self.likeness(first, second) < _ALIKE:
            return "their posts are of different walks of life, and the texts share little else"
        return one.contradicts(other)

    def likeness(self, first: MentionKey, second: MentionKey) -> float:
        """How much the documents of both tell of the same names; those of a group at most eight."""
        left, right = self._documents(first), self._documents(second)
        if set(left) & set(right):
            return 1.0
        return max(self.stories.likeness(a, b) for a in left for b in right)

    def shares_document(self, first: MentionKey, second: MentionKey) -> bool:
        """Whether one document tells of both groups."""
        members = (self.clusters.members(self.clusters.root(key)) for key in (first, second))
        left, right = ({one.document for one in group} for group in members)
        return not left.isdisjoint(right)

    def join(self, first: MentionKey, second: MentionKey, reason: str, confidence: float) -> bool:
        """Join the groups of both, and pool what is known of them."""
        roots = self.clusters.root(first), self.clusters.root(second)
        if roots[0] == roots[1]:
            return True
        profile = self.profile(first) | self.profile(second)
        entries = self.entries(first) | self.entries(second)
        if not self.clusters.join(first, second, reason, confidence):
            return False
        root = self.clusters.root(first)
        self._pooled[root], self._entries[root] = profile, entries
        return True

    def doubt(
        self, first: MentionKey, second: MentionKey, reason: str, confidence: float, *, joined: bool
    ) -> None:
        """Remember a pair that a person should look at."""
        one, other = sorted((first, second))
        self.doubts.append(Doubt(one, other, reason, confidence, joined))

    def label(self, key: MentionKey) -> str:
        """The label of a mention, for reasons; of a description, the name beside it if any."""
        mention = self.clusters.mentions[key]
        if mention.form is Form.NAME:
            return mention.label
        members = sorted(self.clusters.members(self.clusters.root(key)))
        mentions = (self.clusters.mentions[one] for one in members)
        return next((one.label for one in mentions if one.form is Form.NAME), mention.label)

    def _documents(self, key: MentionKey) -> list[str]:
        members = self.clusters.members(self.clusters.root(key))
        return sorted({one.document for one in members[:_MOST]})[:8]


def join_inside(known: Known, mentions: Iterable[Mention]) -> None:
    """Join what bears one name in one document."""
    kinds = _Kinds(mentions)
    first: dict[tuple[str, NameForm], Mention] = {}
    for mention in sorted(mentions, key=lambda m: m.key):
        place = (mention.document, kinds.form(normalised(mention.label), mention))
        head = first.setdefault(place, mention)
        if head is not mention:
            known.join(head.key, mention.key, same_name(mention.label, head.label), 0.95)


def join_same_names(known: Known, units: Sequence[Unit], shared: frozenset[str]) -> None:
    """Join what bears one name in several documents, what is said most of first.

    ``shared`` holds the abbreviations of several bodies, which tell nothing by themselves.
    """
    kinds = _Kinds(m for unit in units for m in unit.names)
    index: dict[NameForm, list[MentionKey]] = defaultdict(list)
    countries = _Countries(known, units)
    for unit in sorted(units, key=lambda u: (known.profile(u.key).is_empty, u.key)):
        for label, mention in _labels(unit, shared):
            name = normalised(label)
            spelled = name if mention.identifier else known.spelled.get(name, name)
            form = kinds.form(spelled, mention)
            if unit.kind is Kind.ORGANIZATION and not unit.identifiers:
                form = countries.form(unit, mention, form)
            elif unit.kind is Kind.PLACE and not unit.identifiers and is_nearby(label):
                form = f"{name} @{unit.document}", form[1]
            _join_form(known, index[form], mention, name == spelled)


def same_name(label: str, other: str) -> str:
    """Say that two labels are one name."""
    return f"“{label}” is the same name as “{other}”"


def is_nearby(label: str) -> bool:
    """Whether a place's name tells which it is only inside its text: "the State", "the North"."""
    return normalised(label) in load_names().nearby


def _labels(unit: Unit, shared: frozenset[str]) -> Iterator[tuple[str, Mention]]:
    """The names by which a unit may be known elsewhere, each with the first mention of it."""
    labels: dict[str, Mention] = {}
    for mention in unit.names:
        labels.setdefault(mention.label, mention)
    if unit.kind is Kind.PERSON:
        full = {label: m for label, m in labels.items() if " " in label}
        labels = full or labels
    elif unit.kind is Kind.ORGANIZATION:
        full_ones = set(full_labels(unit))
        labels = {label: m for label, m in labels.items() if label in full_ones} or labels
    for label, mention in labels.items():
        if label not in shared or mention.identifier:
            yield label, mention


def _join_form(known: Known, roots: list[MentionKey], mention: Mention, equal: bool) -> None:  # noqa: FBT001 (told by its caller alone)
    """Join a mention to the one group of its name that fits, or begin a new one."""
    heads = list(dict.fromkeys(known.clusters.root(key) for key in roots))[:_MOST]
    own = known.clusters.root(mention.key)
    if own in heads:
        return
    fitting = []
    for head in heads:
        if held := known.apart(head, mention.key):
            known.doubt(head, mention.key, f"one name, but {held}", 0.3, joined=False)
        else:
            fitting.append(head)
    chosen = fitting[0] if len(fitting) == 1 else _likest(known, fitting, mention)
    if chosen is not None:
        label = known.clusters.mentions[chosen].label
        how = "is the same name as" if equal else "is written almost like"
        sure = 0.95 if equal else 0.75
        known.join(chosen, mention.key, f"“{mention.label}” {how} “{label}”", sure)
    elif not fitting:
        roots.append(own)


def _likest(known: Known, heads: list[MentionKey], mention: Mention) -> MentionKey | None:
    """Of several namesakes, the one whose documents tell clearly more of the same things."""
    ranked = sorted((-known.likeness(head, mention.key), head) for head in heads)
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _AHEAD:
        reason = f"{len(ranked)} things are called “{mention.label}”, and the text tells too little"
        known.doubt(ranked[0][1], mention.key, reason, 0.4, joined=False)
        return None
    return ranked[0][1]


class _Kinds:
    """Whether one name is of one kind: where most mentions agree, or it has several words."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._counts: dict[str, Counter[Kind]] = defaultdict(Counter)
        for mention in mentions:
            self._counts[normalised(mention.label)][mention.kind] += 1

    def form(self, name: str, mention: Mention) -> NameForm:
        counts = self._counts[name]
        total = sum(counts.values())
        agreed = " " in name or not total or max(counts.values()) >= _CLEAR * total
        return name, "" if agreed else mention.kind.value


class _Countries:
    """Whose a body is whose name does not tell it, such as "the ministry".

    It is of the country in its name or before it, else of the one of which the document tells most.
    """

    def __init__(self, known: Known, units: Iterable[Unit]) -> None:
        self._known = known
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        for unit in units:
            for identifier in unit.identifiers:
                if country := known.sides.country(identifier):
                    self._counts[unit.document][country] += len(unit.mentions)

    def form(self, unit: Unit, mention: Mention, form: NameForm) -> NameForm:
        """The generic words with the country; the form itself for a name of its own."""
        words = normalised(mention.label.replace("'s", "")).split()
        generic = load_names().generic
        kept = sorted(word for word in words if word in generic and word not in _SMALL)
        told = mention.label.split()
        others = [at for at, word in enumerate(told) if normalised(word) not in generic]
        owner = " ".join(told[others[0] : others[-1] + 1]).replace("'s", "") if others else ""
        country = self._known.sides.named_country(owner)
        if not kept or (others and not country):
            return form
        whose = country or self._before(mention) or self._owner(unit)
        return f"{' '.join(kept)} @{whose}", form[1]

    def _before(self, mention: Mention) -> str:
        """The country of "Norway's Foreign Ministry"."""
        text = self._known.texts.get(mention.document, "")
        found = _OWNER.search(text[max(0, mention.start - 40) : mention.start])
        words = found.group(1).split() if found else []
        ends = (" ".join(words[at:]) for at in range(len(words)))
        return next((one for end in ends if (one := self._known.sides.named_country(end))), "")

    def _owner(self, unit: Unit) -> str:
        """The country that stands out in the document, or the document itself without one."""
        ranked = self._counts[unit.document].most_common(2)
        clear = ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
        return ranked[0][0] if clear else unit.document


def shared_abbreviations(expansions: Mapping[str, Iterable[object]]) -> frozenset[str]:
    """The abbreviations that stand for several bodies."""
    return frozenset(short for short, bodies in expansions.items() if len(set(bodies)) > 1)
