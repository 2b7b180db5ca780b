"""Trains the encoder, with a checkpoint every so often from which a broken run goes on."""

from __future__ import annotations

import json
import math
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import torch  # type: ignore[import-not-found, unused-ignore]

from training.accurate.inventory import Inventory, gather_inventory, load_inventory
from training.accurate.lessons import Lessons
from training.accurate.losses import compute_losses, feed, weigh
from training.accurate.network import Network, find_device, load_tokenizer
from training.accurate.recovering import recover
from training.accurate.sentences import Lesson
from training.accurate.trial import try_out
from training.accurate.windows import (
    Coder,
    Window,
    make_batches,
    plan_documents,
    plan_windows,
)

SEED: Final = 7
BATCH: Final = 2048
_RATE: Final = 2e-4
_HEADS_RATE: Final = 1e-3
_WARM: Final = 0.04
_AVERAGED: Final = 0.998
_COPIES: Final = {
    "crossner-politics": 2.0,
    "wikigold": 1.0,
    "grobid-ner": 1.0,
    "re3d": 2.0,
    "wikiwars": 0.5,
    "ud-ewt": 1.0,
    "gum": 1.0,
    "geneva": 1.0,
}


@dataclass(frozen=True, slots=True)
class Course:
    """How long training goes, and on what.

    ``rounds`` are the epochs of each round, and the learning rate that it starts from, as a share
    of the highest; ``copies`` what an epoch sees of a corpus: a fraction is drawn anew each epoch.
    The embeddings and the lowest ``frozen`` layers stay as they are, if there are any such layers.
    """

    rounds: tuple[tuple[int, float], ...]
    copies: Mapping[str, float]
    frozen: int = 0


FROM_ZERO: Final = Course(((10, 1.0), (4, 0.4)), _COPIES)
FURTHER: Final = Course(((8, 0.8),), _COPIES)


@dataclass(slots=True)
class Progress:
    """Where training stands; ``average`` are the weights that are kept in the end."""

    network: Any
    average: dict[str, Any]
    optimizer: Any
    epoch: int = 0
    steps: int = 0


def train(
    lessons: Lessons,
    folder: Path,
    *,
    course: Course = FROM_ZERO,
    begin: Path | None = None,
) -> None:
    """Train on the lessons and save the weights into a folder, going on from what lies there.

    Where nothing lies there, ``begin`` is a reader's encoder to begin with, whose labels are kept;
    weights that it lacks are the base encoder's, or drawn.
    """
    torch.manual_seed(SEED)
    torch.set_flush_denormal(True)
    folder.mkdir(parents=True, exist_ok=True)
    inventory = _find_inventory(lessons["train"], folder / "labels.json", begin)
    coder = Coder(load_tokenizer(), inventory)
    progress = _start(inventory, folder, _recover(begin) if begin else {})
    _freeze(progress, course.frozen)
    for epoch in range(progress.epoch, sum(epochs for epochs, _ in course.rounds)):
        began = time.monotonic()
        batches = plan_epoch(lessons["train"], coder, SEED + epoch, course.copies)
        _learn_epoch(progress, batches, course)
        progress.epoch = epoch + 1
        _save(progress, folder)
        print(f"epoch {epoch + 1} took {time.monotonic() - began:.0f} s", flush=True)
        figures = try_out(load_average(inventory, folder), lessons["tune"], coder)
        print(f"epoch {epoch + 1} {json.dumps(figures)}", flush=True)


def _find_inventory(lessons: Sequence[Lesson], path: Path, begin: Path | None) -> Inventory:
    """Give the labels of the training that a checkpoint is of, else those of the lessons.

    A reader to begin with keeps its labels; roles, which it may lack, are those of the lessons.
    """
    if path.exists():
        return load_inventory(path)
    inventory = gather_inventory(lessons)
    if begin:
        inventory = replace(load_inventory(begin / "labels.json"), role=inventory.role)
    inventory.save(path)
    return inventory


def plan_epoch(
    lessons: Sequence[Lesson], coder: Coder, seed: int, copies: Mapping[str, float]
) -> list[list[Window]]:
    """Give an epoch's batches, each lesson varied and in new company."""
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    repeated = list(_repeat(lessons, copies, chance))
    documents = [one for one in repeated if one.references is not None]
    others = [one for one in repeated if one.references is None]
    windows = [coder.encode(window, chance) for window in plan_windows(others, chance)]
    batches = make_batches([one for one in windows if one.firsts], BATCH, chance)
    batches += [one for one in plan_documents(documents, coder, BATCH, chance) if one]
    chance.shuffle(batches)
    return batches


def _repeat(
    lessons: Sequence[Lesson], copies: Mapping[str, float], chance: random.Random
) -> Iterator[Lesson]:
    for turn in range(math.ceil(max(copies.values()))):
        for lesson in lessons:
            share = copies[lesson.source] - turn
            if share >= 1 or chance.random() < share:
                yield lesson


def _start(inventory: Inventory, folder: Path, begin: dict[str, Any]) -> Progress:
    device = find_device()
    network = Network(inventory).to(device)
    if unknown := network.load_state_dict(begin, strict=False).unexpected_keys:
        raise ValueError(f"weights of no part of the network: {', '.join(unknown)}")
    encoder = [w for w in network.encoder.parameters() if w.requires_grad]
    inside = {id(weights) for weights in network.encoder.parameters()}
    heads = [weights for weights in network.parameters() if id(weights) not in inside]
    groups = [{"params": encoder, "peak": _RATE}, {"params": heads, "peak": _HEADS_RATE}]
    optimizer = torch.optim.AdamW(groups, lr=_RATE, weight_decay=0.01)
    progress = Progress(network, _copy(network), optimizer)
    if (folder / "checkpoint.pt").exists():
        saved = torch.load(folder / "checkpoint.pt", map_location=device)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        progress.average, progress.epoch = saved["average"], saved["epoch"]
        progress.steps = saved["steps"]
    return progress


def _freeze(progress: Progress, layers: int) -> None:
    """Let the lowest layers stay as they are now, which saves a quarter of each step."""
    encoder = progress.network.encoder
    frozen = [encoder.embeddings, *encoder.encoder.layer[:layers]] if layers else []
    names = {id(weights): name for name, weights in progress.network.named_parameters()}
    for weights in (one for part in frozen for one in part.parameters()):
        weights.requires_grad = False
        progress.average[names[id(weights)]].copy_(weights.detach())


def _recover(folder: Path) -> dict[str, Any]:
    return {name: torch.from_numpy(array) for name, array in recover(folder).items()}


def _copy(network: Any) -> dict[str, Any]:  # noqa: ANN401
    return {name: weights.detach().clone() for name, weights in network.state_dict().items()}


def _learn_epoch(progress: Progress, batches: list[list[Window]], course: Course) -> None:
    progress.network.train()
    total: defaultdict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    began = time.monotonic()
    for number, batch in enumerate(batches, start=1):
        _set_rate(progress.optimizer, progress.epoch + number / len(batches), course)
        for task, loss in _learn(progress, batch).items():
            total[task] += loss
            counts[task] += 1
        if number % 100 == 0 or number == len(batches):
            means = " ".join(f"{task} {total[task] / counts[task]:.3f}" for task in sorted(total))
            seconds = time.monotonic() - began
            print(f"  {number}/{len(batches)} {seconds:.0f} s {means}", flush=True)
            total.clear()
            counts.clear()


def _set_rate(optimizer: Any, epochs: float, course: Course) -> None:  # noqa: ANN401
    """Let the rate rise for a moment and fall to nearly nothing within each round."""
    for length, peak in course.rounds:
        if epochs <= length:
            done = epochs / length
            share = peak * min(done / _WARM, (1 - done) / (1 - _WARM))
            break
        epochs -= length
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * max(share, 0.01)


def _learn(progress: Progress, batch: list[Window]) -> dict[str, float]:
    network, device = progress.network, find_device()
    with torch.autocast(device.type, dtype=torch.bfloat16):
        scores = network(**feed(batch, device))
        relations = {task: rows.float() for task, rows in scores.items()}
        losses = compute_losses(network, relations, batch)
    progress.optimizer.zero_grad()
    weigh(losses).backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    progress.optimizer.step()
    _average(progress)
    return {task: float(loss.detach()) for task, loss in losses.items()}


def _average(progress: Progress) -> None:
    """Let the kept weights follow the learned ones (an exponential moving average).

    The first steps' weights, drawn at random in part, are soon forgotten.
    """
    progress.steps += 1
    kept = min(_AVERAGED, (1 + progress.steps) / (10 + progress.steps))
    with torch.no_grad():
        for name, weights in progress.network.named_parameters():
            if weights.requires_grad:
                progress.average[name].lerp_(weights, 1 - kept)


def _save(progress: Progress, folder: Path) -> None:
    unfinished = folder / "checkpoint.part"
    state = {
        "network": progress.network.state_dict(),
        "average": progress.average,
        "optimizer": progress.optimizer.state_dict(),
        "epoch": progress.epoch,
        "steps": progress.steps,
    }
    torch.save(state, unfinished)
    unfinished.replace(folder / "checkpoint.pt")


def load_average(inventory: Inventory, folder: Path) -> Any:  # noqa: ANN401
    """Give the network with the averaged weights of the last checkpoint, on the processor."""
    network = Network(inventory)
    saved = torch.load(folder / "checkpoint.pt", map_location="cpu")
    network.load_state_dict(saved["average"])
    return network.eval()
