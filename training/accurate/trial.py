"""Scores the network on the tuning part while it is trained, on the corpora's own tokens."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final

import torch  # type: ignore[import-not-found, unused-ignore]

from extractors.corpora.kinds import LABELS
from training.accurate.decoding import find_best_labels, find_names
from training.accurate.losses import feed, gather_mentions, score_arcs, score_pairs
from training.accurate.sentences import Lesson
from training.accurate.windows import IGNORED, Coder, Window, plan_documents

_SENTENCES: Final = 6
_TRIES: Final = 300
_THIRD: Final = frozenset(["he", "him", "his", "she", "her", "they", "them", "their", "it", "its"])

Counts = defaultdict[str, Counter[str]]


def try_out(network: Any, lessons: Sequence[Lesson], coder: Coder) -> dict[str, float]:  # noqa: ANN401
    """Give accuracies and F in per cent, of some lessons of each corpus."""
    counts: Counts = defaultdict(Counter)
    for source in sorted({lesson.source for lesson in lessons}):
        chosen = [lesson for lesson in lessons if lesson.source == source][:_TRIES]
        step = _SENTENCES if chosen[0].tree else 1
        for start in range(0, len(chosen), step):
            group = chosen[start : start + step]
            window = coder.encode(group, None)
            if window.firsts:
                with torch.inference_mode():
                    scores = network(**feed([window]))
                _count(network, scores, window, group, counts)
    _count_references(network, lessons, coder, counts)
    return {task: round(_summarize(found), 2) for task, found in sorted(counts.items())}


def _summarize(found: Counter[str]) -> float:
    if "all" in found:
        return 100 * found["right"] / max(1, found["all"])
    return 200 * found["right"] / max(1, found["given"] + found["gold"])


def _count(
    network: Any,  # noqa: ANN401
    scores: dict[str, Any],
    window: Window,
    group: Sequence[Lesson],
    counts: Counts,
) -> None:
    source = group[0].source
    for task, gold in (("tag", window.tags), ("pos", window.pos), ("lemma", window.lemmas)):
        best = scores[task].argmax(-1).tolist()
        pairs = [(one, other) for one, other in zip(best, gold, strict=True) if other != IGNORED]
        if pairs:
            counts[f"{source} {task}"]["all"] += len(pairs)
            counts[f"{source} {task}"]["right"] += sum(one == other for one, other in pairs)
    if window.trees:
        _count_trees(network, scores, window, counts, source)
        given = {i for i, score in enumerate(scores["sentence"].tolist()) if score > 0}
        _compare(
            counts[f"{source} sentences"], given, {i for i, b in enumerate(window.begins) if b}
        )
    if window.arguments:
        _count_roles(network, scores, window, counts, source)
    if group[0].triggers:
        sure = 1 - scores["trigger"].float().softmax(-1)[:, 0]
        for threshold in (0.3, 0.4, 0.5):
            given = {i for i, p in enumerate(sure.tolist()) if p > threshold}
            gold_places = {i for i, label in enumerate(window.triggers) if label}
            _compare(counts[f"{source} triggers {threshold}"], given, gold_places)
    if group[0].names:
        _count_names(scores, group, counts)


def _count_roles(
    network: Any,  # noqa: ANN401
    scores: dict[str, Any],
    window: Window,
    counts: Counts,
    source: str,
) -> None:
    given = {word for word, score in enumerate(scores["predicate"].tolist()) if score > 0}
    gold = {word for word, flag in enumerate(window.predicates) if flag == 1}
    _compare(counts[f"{source} predicates"], given, gold)
    for place, start, roles in window.arguments:
        words = scores["role_argument"][start : start + len(roles)]
        rows = network.score_roles(scores["role_predicate"][place][None], words[None])
        best = rows[0].argmax(-1).tolist()
        found = {(word, role) for word, role in enumerate(best) if role}
        marked = {(word, role) for word, role in enumerate(roles) if role}
        _compare(counts[f"{source} roles"], found, marked)


def _count_references(
    network: Any,  # noqa: ANN401
    lessons: Sequence[Lesson],
    coder: Coder,
    counts: Counts,
) -> None:
    """Count what mentions, those of the corpus, refer to: the best mention before each."""
    chance = random.Random(0)  # noqa: S311  # not for secrets
    marked = [lesson for lesson in lessons if lesson.references is not None]
    for windows in plan_documents(marked, coder, _TRIES * _TRIES, chance):
        with torch.inference_mode():
            scores = network(**feed(windows))
            mentions = gather_mentions(windows)
            given, before = score_pairs(network, scores, mentions)
        for one, row, places in zip(mentions, given.tolist(), before.tolist(), strict=True):
            pairs = sorted(zip(row, places, strict=True), reverse=True)
            same = [not one.entities.isdisjoint(mentions[place].entities) for _, place in pairs]
            known = [
                flag for flag, (score, _) in zip(same, pairs, strict=True) if score > -math.inf
            ]
            found = counts[f"references of {'pronouns' if one.form in _THIRD else 'others'}"]
            found["gold"] += any(known)
            found["given"] += pairs[0][0] > 0
            found["right"] += pairs[0][0] > 0 and same[0]


def _compare(found: Counter[str], given: set[Any], gold: set[Any]) -> None:
    found["right"] += len(given & gold)
    found["given"] += len(given)
    found["gold"] += len(gold)


def _count_trees(
    network: Any,  # noqa: ANN401
    scores: dict[str, Any],
    window: Window,
    counts: Counts,
    source: str,
) -> None:
    for start, heads in window.trees:
        arcs, places = score_arcs(scores, [(start, len(heads))])
        best = arcs[0].argmax(-1)
        found = network.score_relations(
            scores["relation_dependent"][places[0]], scores["relation_head"][start + best]
        ).argmax(-1)
        gold = window.relations[start : start + len(heads)]
        for word, head in enumerate(heads):
            right = int(best[word]) == head
            same = head == word or int(found[word]) == gold[word]
            counts[f"{source} UAS"]["all"] += 1
            counts[f"{source} LAS"]["all"] += 1
            counts[f"{source} UAS"]["right"] += right
            counts[f"{source} LAS"]["right"] += right and same


def _count_names(scores: dict[str, Any], group: Sequence[Lesson], counts: Counts) -> None:
    logs = scores["entity"].float().log_softmax(-1).numpy()
    gold = [label or "" for lesson in group for label in lesson.names][: len(logs)]
    kinds = {kind for lesson in group for kind in lesson.kinds}
    found = {name for name in find_names(find_best_labels(logs)) if name[2] in kinds}
    given = {name for name in found if all(gold[name[0] : name[1] + 1])}
    marked = [LABELS.index(label) if label else 0 for label in gold]
    wanted = set(find_names(marked))
    source = group[0].source
    _compare(counts[f"{source} names"], given, wanted)
    events = ({name for name in names if name[2] == "Event"} for names in (given, wanted))
    _compare(counts[f"{source} Event"], *events)
