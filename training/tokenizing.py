"""The tokenizer of the reader: spaCy's English one, hardened by rules that are saved with it."""

from typing import Final

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found, unused-ignore]
from spacy.util import (
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
)

# "dispute.The", "justice&", "1988–1994", "Azerbaijan`s", "1992-1994", "**Summary**".
_INFIXES: Final = [
    r"(?<=[a-z]{2})[.!?](?=[A-Z][a-z])",
    r"(?<=[^\W\d_])[.,;:!?][\"”’](?=[A-Z])",
    r"(?<=[0-9])[–—-](?=[0-9])",
    r"(?<=[^\W\d_])[–—](?=[^\W\d_])",
    r"(?<=[^\W_])[&](?=[a-z])",
    r"(?<=[A-Z]\.)[-–](?=[A-Za-z])",
    r"[“”\"]",
    r"[*_]{2,}",
]
_SUFFIXES: Final = [r"(?<=[^\W\d_])[`´]s", r"(?<=[a-z])&", r"[*_]{1,}", r"\[[0-9]{1,3}\]"]
_PREFIXES: Final = [r"[*_]{1,}", r"[`´]"]


def make_english() -> Language:
    """Give a blank English pipeline with the tokenizer that training and reading share."""
    nlp = spacy.blank("en")
    defaults, tokenizer = nlp.Defaults, nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError(f"not spaCy's rule-based tokenizer: {tokenizer!r}")
    prefixes = [*_PREFIXES, *(defaults.prefixes or [])]
    infixes = [*(defaults.infixes or []), *_INFIXES]
    suffixes = [*_SUFFIXES, *(defaults.suffixes or [])]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    return nlp
