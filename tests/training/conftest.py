"""All corpora in little."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

# The tree's "do" and "n't" are one word of running text; the names' are two.
DEV = """\
# newdoc id = dev
# sent_id = dev-1
1	Anna	Anna	PROPN	NNP	_	0	root	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	1	aux	_	_
3	n't	not	PART	RB	_	1	advmod	_	_

# newpar
1	Unnamed	unnamed	ADJ	JJ	_	0	root	_	_

"""
FILES = {
    "crossner-politics/train.txt": "Anna\tB-politician\nwon\tO\n\n",
    "crossner-politics/dev.txt": "It\tO\nran\tO\n\n" * 3,
    "uner-ewt/en_ewt-ud-train.first-commit.iob2": (
        "# newdoc id = train\n# text = Kern\n1\tKern\tB-LOC\t-\t-\n\n"
    ),
    "uner-ewt/en_ewt-ud-dev.iob2": (
        "# newdoc id = dev\n# text = Anna do n't\n"
        "1\tAnna\tB-PER\t-\t-\n2\tdo\tO\t-\t-\n3\tn't\tO\t-\t-\n\n"
    ),
    "wikigold/wikigold.conll.txt": "The O\nTreaty O\nof O\nKern O\n\n",
    "ud-ewt/en_ewt-ud-train.conllu": "1\tKern\tKern\tPROPN\tNNP\t_\t0\troot\t_\t_\n\n",
    "ud-ewt/en_ewt-ud-dev.conllu": DEV,
    "ud-ewt/en_ewt-ud-test.conllu": "1\tBold\tBold\tPROPN\tNNP\t_\t0\troot\t_\t_\n\n",
    "propbank-ewt/train.jsonl": "",
    "propbank-ewt/dev.jsonl": json.dumps(
        {
            "sent_id": "dev-1",
            "words": 3,
            "predicates": [[0, "name.01", [["ARG1", 1, 2], ["ARGM-NEG", 2, 3]]], [1, "do.01", []]],
        }
    ),
    "propbank-ewt/test.jsonl": "",
    "gum/splits.md": "## train\n * GUM_a\n## dev\n * GUM_b\n## test\n * GUM_c\n",
    **{
        f"gum/GUM_{name}.conllu": (
            f"# newdoc id = GUM_{name}\n1\tKern\tKern\tPROPN\tNNP\t_\t0\troot\t_\t"
            "Entity=(1-place-new-n-cf1-1-sgl)\n\n"
        )
        for name in "abc"
    },
    "geneva.jsonl": "".join(
        json.dumps(
            {
                "doc_id": str(number),
                "sentence": "They took part .",
                "tokens": ["They", "took", "part", "."],
                "event_mentions": [
                    {
                        "event_type": "Joining",
                        "trigger": {"start": 1, "end": 3, "text": "took part"},
                    }
                ],
            }
        )
        + "\n"
        for number in range(20)
    ),
}


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A folder with every corpus, of a sentence or two each."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path
