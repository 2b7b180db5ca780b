"""Trains the teacher, with a checkpoint after every epoch and so many steps."""

import random
import time
from pathlib import Path
from typing import Any, Final

import torch  # type: ignore[import-not-found, unused-ignore]

from training.augmenting import vary
from training.samples import Sample
from training.teacher.batches import Encoded, encode, make_batches
from training.teacher.encoder import (
    find_base,
    load_tokenizer,
    make_model,
    masked_loss,
    score_labels,
)
from training.tokenizing import make_english

SEED: Final = 7
_BATCH: Final = 1536
_RATE: Final = 2e-4
_WARM_STEPS: Final = 60
# Sentences without any name teach less than they cost.
_KEEP_SILENT: Final = 0.4


def train_teacher(samples: list[Sample], folder: Path, *, epochs: int = 2) -> None:
    """Train on the samples and save the teacher into a folder."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311  # not for secrets
    model = make_model()
    plan = [make_epoch(samples, chance) for _ in range(epochs)]
    steps = sum(len(batches) for batches in plan)
    optimizer = torch.optim.AdamW(
        [weights for weights in model.parameters() if weights.requires_grad],
        lr=_RATE,
        weight_decay=0.01,
    )
    step, started = 0, time.monotonic()
    model.train()
    for batches in plan:
        for batch in batches:
            rate = _RATE * min((step + 1) / _WARM_STEPS, (steps - step) / (steps - _WARM_STEPS))
            loss = _learn(model, optimizer, batch, rate)
            step += 1
            if step % 20 == 0:
                print(
                    f"{step}/{steps} loss {loss:.4f} {time.monotonic() - started:.0f}s", flush=True
                )
        save_teacher(model, folder)


def make_epoch(samples: list[Sample], chance: random.Random) -> list[list[Encoded]]:
    """Give an epoch's batches: varied samples, most of those without a name left out."""
    nlp = make_english()
    tokenizer = load_tokenizer(find_base())
    kept = [one for one in samples if one.entities or chance.random() < _KEEP_SILENT]
    encoded = [encode(vary(sample, chance), nlp, tokenizer) for sample in kept]
    return list(make_batches([one for one in encoded if one.firsts], _BATCH, chance))


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
    return float(loss)


def save_teacher(model: Any, folder: Path) -> None:  # noqa: ANN401
    """Write the weights and the tokenizer where ``load_model`` finds them."""
    folder.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(folder)
    (folder / "tokenizer.json").write_text((find_base() / "tokenizer.json").read_text("utf-8"))
