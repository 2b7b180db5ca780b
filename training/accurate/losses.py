"""The losses of the tasks, each over the words that its corpora annotate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import torch  # type: ignore[import-not-found, unused-ignore]

from extractors.corpora.kinds import LABELS
from training.accurate.windows import IGNORED, Mention, Window

_WEIGHTS: Final = {
    "entity": 2.0,
    "trigger": 1.0,
    "tag": 0.5,
    "pos": 0.3,
    "morph": 0.3,
    "lemma": 0.4,
    "sentence": 1.0,
    "arc": 1.0,
    "relation": 1.0,
    "predicate": 2.0,
    "role": 1.0,
    "mention": 0.5,
    "reference": 1.5,
}
# A predicate's roles are a choice for each of its sentence's words, nearly all of them "none".
_ROLE_SHARE: Final = 0.25
_PAIR: Final = 2
_STEP: Final = 16
_LABELLED: Final = {
    "trigger": "triggers",
    "tag": "tags",
    "pos": "pos",
    "morph": "morphs",
    "lemma": "lemmas",
}


def feed(batch: list[Window], device: Any = "cpu") -> dict[str, Any]:  # noqa: ANN401
    """Give the tensors that the network reads."""
    # Few different widths: each new shape costs the processor's kernels a preparation.
    width = -(-max(len(one.pieces) for one in batch) // _STEP) * _STEP
    pieces = torch.tensor([one.pieces + [0] * (width - len(one.pieces)) for one in batch])
    features = torch.tensor([one.features + [0] * (width - len(one.features)) for one in batch])
    lengths = torch.tensor([[len(one.pieces)] for one in batch])
    words = [row * width + first for row, one in enumerate(batch) for first in one.firsts]
    tensors = {
        "pieces": pieces,
        "features": features,
        "mask": (torch.arange(width)[None, :] < lengths).long(),
        "words": torch.tensor(words),
    }
    return {name: tensor.to(device) for name, tensor in tensors.items()}


def compute_losses(network: Any, scores: dict[str, Any], batch: list[Window]) -> dict[str, Any]:  # noqa: ANN401
    """Give each task's loss; a task that no window of the batch annotates has none."""
    losses: dict[str, Any] = {}
    device = scores["root"].device
    for task, attribute in _LABELLED.items():
        labels = [label for one in batch for label in getattr(one, attribute)]
        gold = torch.tensor(labels, device=device)
        if (gold != IGNORED).any():
            losses[task] = torch.nn.functional.cross_entropy(
                scores[task], gold, ignore_index=IGNORED
            )
    for task, attribute in (("predicate", "predicates"), ("mention", "referring")):
        flags = torch.tensor([f for one in batch for f in getattr(one, attribute)], device=device)
        if (flags != IGNORED).any():
            losses[task] = torch.nn.functional.binary_cross_entropy_with_logits(
                scores[task][flags != IGNORED], flags[flags != IGNORED].float()
            )
    if (roles := _compute_roles(network, scores, batch)) is not None:
        losses["role"] = roles
    if (references := _compute_references(network, scores, batch)) is not None:
        losses["reference"] = references
    if (names := _compute_names(scores["entity"], batch)) is not None:
        losses["entity"] = names
    begins = torch.tensor([flag for one in batch for flag in one.begins], device=device)
    known = begins != IGNORED
    if known.any():
        losses["sentence"] = torch.nn.functional.binary_cross_entropy_with_logits(
            scores["sentence"][known], begins[known].float()
        )
        losses |= _compute_trees(network, scores, batch)
    return losses


def weigh(losses: dict[str, Any]) -> Any:  # noqa: ANN401
    """Give the one number that training makes small."""
    return sum(_WEIGHTS[task] * loss for task, loss in losses.items())


def _compute_names(scores: Any, batch: list[Window]) -> Any:  # noqa: ANN401
    """Give the mean negative log of the probability that falls on allowed labels."""
    allowed = [labels for one in batch for labels in one.names]
    rows = [row for row, labels in enumerate(allowed) if labels and len(labels) < len(LABELS)]
    if not rows:
        return None
    flags = torch.tensor(
        [[label in (allowed[row] or ()) for label in LABELS] for row in rows], device=scores.device
    )
    logs = scores[rows].log_softmax(dim=-1)
    return -logs.masked_fill(~flags, float("-inf")).logsumexp(dim=-1).mean()


def _compute_trees(network: Any, scores: dict[str, Any], batch: list[Window]) -> dict[str, Any]:  # noqa: ANN401
    shifts = _find_shifts(batch)
    sentences = [
        (shift + start, heads)
        for one, shift in zip(batch, shifts, strict=True)
        for start, heads in one.trees
    ]
    arcs, places = score_arcs(scores, [(start, len(heads)) for start, heads in sentences])
    width = arcs.shape[1]
    device = arcs.device
    padded = [heads + [IGNORED] * (width - len(heads)) for _, heads in sentences]
    gold = torch.tensor(padded, device=device)
    arc = torch.nn.functional.cross_entropy(
        arcs.reshape(-1, width), gold.reshape(-1), ignore_index=IGNORED
    )
    dependents = places[gold != IGNORED]
    flat = [start + head for start, heads in sentences for head in heads]
    heads = torch.tensor(flat, device=device)
    relations = [label for one in batch for label in one.relations]
    labels = torch.tensor(relations, device=device)[dependents]
    kept = (labels != IGNORED) & (heads != dependents)
    found = network.score_relations(
        scores["relation_dependent"][dependents[kept]], scores["relation_head"][heads[kept]]
    )
    return {"arc": arc, "relation": torch.nn.functional.cross_entropy(found, labels[kept])}


def _compute_roles(network: Any, scores: dict[str, Any], batch: list[Window]) -> Any:  # noqa: ANN401
    """Give the mean of the losses of all words of a predicate's sentence, taken together."""
    shifts = _find_shifts(batch)
    found = [
        (shift + place, shift + start, roles)
        for one, shift in zip(batch, shifts, strict=True)
        for place, start, roles in one.arguments
    ]
    if not found:
        return None
    device = scores["root"].device
    width = max(len(roles) for _, _, roles in found)
    gold = torch.tensor(
        [roles + [IGNORED] * (width - len(roles)) for _, _, roles in found], device=device
    )
    starts = torch.tensor([start for _, start, _ in found], device=device)[:, None]
    places = starts + torch.arange(width, device=device)[None]
    places = torch.where(gold != IGNORED, places, starts)
    predicates = torch.tensor([place for place, _, _ in found], device=device)
    given = network.score_roles(
        scores["role_predicate"][predicates], scores["role_argument"][places]
    ).float()
    loss = torch.nn.functional.cross_entropy(
        given.flatten(0, 1), gold.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return _ROLE_SHARE * loss / len(found)


def _compute_references(network: Any, scores: dict[str, Any], batch: list[Window]) -> Any:  # noqa: ANN401
    """Give the mean of the losses of mentions, where the batch is one document's windows in order.

    The loss is ``-log`` of the probability of all mentions of the same, or of none.
    """
    mentions = gather_mentions(batch)
    if len({one.document for one in batch}) > 1 or len(mentions) < _PAIR:
        return None
    given, before = score_pairs(network, scores, mentions)
    same = torch.tensor(
        [
            [not one.entities.isdisjoint(mentions[place].entities) for place in places]
            for one, places in zip(mentions, before.tolist(), strict=True)
        ],
        device=given.device,
    )
    same &= given != float("-inf")
    everything = torch.cat([torch.zeros_like(given[:, :1]), given], dim=1)
    right = torch.cat([~same.any(dim=1, keepdim=True), same], dim=1)
    chosen = everything.masked_fill(~right, float("-inf")).logsumexp(dim=1)
    return (everything.logsumexp(dim=1) - chosen).mean()


def score_pairs(
    network: Any,  # noqa: ANN401
    scores: dict[str, Any],
    mentions: Sequence[Mention],
) -> tuple[Any, Any]:
    """Give the scores of the mentions before each mention, and the places of these."""
    device = scores["root"].device
    numbers = {form: number for number, form in enumerate({one.form: None for one in mentions})}
    places, sentences, forms = (
        torch.tensor(column, device=device)
        for column in (
            [one.place for one in mentions],
            [one.sentence for one in mentions],
            [numbers[one.form] for one in mentions],
        )
    )
    given, before = network.pairs(scores["reference"][places], sentences, forms)
    return given, before


def gather_mentions(windows: Sequence[Window]) -> list[Mention]:
    """Give the mentions of a document's windows, places and sentences counted over all of them."""
    mentions: list[Mention] = []
    words, sentences = 0, 0
    for one in windows:
        mentions += [
            replace(found, place=words + found.place, sentence=sentences + found.sentence)
            for found in one.mentions
        ]
        words += len(one.firsts)
        sentences += one.sentences
    return mentions


def _find_shifts(batch: list[Window]) -> list[int]:
    shifts = [0]
    for one in batch:
        shifts.append(shifts[-1] + len(one.firsts))
    return shifts[:-1]


def score_arcs(scores: dict[str, Any], sentences: list[tuple[int, int]]) -> tuple[Any, Any]:
    """Give the scores of every head for every word, a matrix a sentence, and the words' places.

    ``sentences`` are first word and length; a root is its own head.
    """
    width = max(size for _, size in sentences)
    device = scores["root"].device
    within = torch.arange(width, device=device)[None, :]
    starts = torch.tensor([[start] for start, _ in sentences], device=device)
    sizes = torch.tensor([[size] for _, size in sentences], device=device)
    places = torch.where(within < sizes, starts + within, starts)
    dependents, heads = scores["arc_dependent"][places], scores["arc_head"][places]
    arcs = torch.bmm(dependents, heads.transpose(1, 2)).float()
    eye = torch.eye(width, dtype=torch.bool, device=device)[None]
    arcs = torch.where(eye, scores["root"][places].float()[:, :, None], arcs)
    return arcs.masked_fill((within >= sizes)[:, None, :], -1e4), places
