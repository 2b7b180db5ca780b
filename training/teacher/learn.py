"""Trains the teacher, with a checkpoint after every epoch from which a broken run goes on."""

import random
import shutil
import time
from pathlib import Path
from typing import Any, Final

import torch  # type: ignore[import-not-found, unused-ignore]

from training.augmenting import vary
from training.samples import Sample
from training.teacher.batches import Encoded, encode, make_batches
from training.teacher.encoder import (
    find_base,
    freeze,
    load_model,
    load_tokenizer,
    make_model,
    masked_loss,
    score_labels,
)
from training.tokenizing import make_english

SEED: Final = 7
EPOCHS: Final = 4
_BATCH: Final = 1536
_RATE: Final = 2e-4
_WARM_STEPS: Final = 60
# Sentences without any name teach less than they cost.
_KEEP_SILENT: Final = 0.4
# Counts the epochs that the saved weights have seen; "finished" is beside it at the end.
_PROGRESS: Final = "epochs"


def train_teacher(samples: list[Sample], folder: Path) -> None:
    """Train on the samples and save the teacher into a folder, going on from what lies there."""
    torch.manual_seed(SEED)
    done = _count_epochs(folder)
    model = freeze(load_model(folder)) if done else make_model()
    plan = [make_epoch(samples, SEED + epoch) for epoch in range(EPOCHS)]
    steps = sum(len(batches) for batches in plan)
    optimizer = torch.optim.AdamW(
        [weights for weights in model.parameters() if weights.requires_grad],
        lr=_RATE,
        weight_decay=0.01,
    )
    step = sum(len(batches) for batches in plan[:done])
    model.train()
    for epoch, batches in enumerate(plan[done:], start=done + 1):
        started, total = time.monotonic(), 0.0
        for batch in batches:
            rate = _RATE * min((step + 1) / _WARM_STEPS, (steps - step) / (steps - _WARM_STEPS))
            total += _learn(model, optimizer, batch, rate)
            step += 1
        seconds = time.monotonic() - started
        print(f"epoch {epoch} loss {total / len(batches):.4f} in {seconds:.0f} s", flush=True)
        save_teacher(model, folder, epoch)
    (folder / "finished").touch()


def make_epoch(samples: list[Sample], seed: int) -> list[list[Encoded]]:
    """Give an epoch's batches: varied samples, most of those without a name left out."""
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    nlp = make_english()
    tokenizer = load_tokenizer(find_base())
    kept = [one for one in samples if one.entities or chance.random() < _KEEP_SILENT]
    encoded = [encode(vary(sample, chance), nlp, tokenizer) for sample in kept]
    return list(make_batches([one for one in encoded if one.firsts], _BATCH, chance))


def _count_epochs(folder: Path) -> int:
    progress = folder / _PROGRESS
    return int(progress.read_text("utf-8")) if progress.exists() else 0


def _learn(model: Any, optimizer: Any, batch: list[Encoded], rate: float) -> float:  # noqa: ANN401
    for group in optimizer.param_groups:
        group["lr"] = rate
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = score_labels(model, batch)
    loss = masked_loss(scores, batch)
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return float(loss.detach())


def save_teacher(model: Any, folder: Path, epoch: int) -> None:  # noqa: ANN401
    """Write the weights and the tokenizer where ``load_model`` finds them."""
    folder.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(folder)
    shutil.copyfile(find_base() / "tokenizer.json", folder / "tokenizer.json")
    (folder / _PROGRESS).write_text(str(epoch), encoding="utf-8")
