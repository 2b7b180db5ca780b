"""Makes sentences whole that a page break or a box of display type has cut in two."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.files.cleaning.paragraphs import (
    Block,
    Shape,
    is_capitals,
    is_closed,
    join,
    starts_low,
)

_WORDS_OF_A_SENTENCE = 8
_WORDS_OF_A_BOX = 5
_MOST_BOXES = 3


def mend_sentences(blocks: Iterable[Block]) -> list[Block]:
    """Join the halves of sentences that were cut.

    A paragraph of eight words or more that ends without punctuation and one that starts
    lower-case are halves. A box between the halves (five words or more in capitals, or wholly
    emphasised) moves behind the sentence; its words stay in the text.
    """
    mended: list[Block] = []
    for block in blocks:
        half = _find_half(mended) if _may_follow(block) else None
        if half is None:
            mended.append(block)
        else:
            mended[half] = Block(join(mended[half].text, block.text))
    return mended


def _may_follow(block: Block) -> bool:
    return block.shape is Shape.PARAGRAPH and starts_low(block.text)


def _find_half(blocks: list[Block]) -> int | None:
    for index in range(len(blocks) - 1, max(-1, len(blocks) - 2 - _MOST_BOXES), -1):
        if _is_open(blocks[index]):
            return index
        if not is_box(blocks[index]):
            return None
    return None


def _is_open(block: Block) -> bool:
    return (
        block.shape is Shape.PARAGRAPH
        and not is_closed(block.text)
        and not is_capitals(block.text)
        and len(block.text.split(maxsplit=_WORDS_OF_A_SENTENCE)) >= _WORDS_OF_A_SENTENCE
    )


def is_box(block: Block) -> bool:
    """Whether a block is display type: set in capitals, or emphasised as a whole."""
    set_apart = block.shape is Shape.EMPHASIS or is_capitals(block.text)
    return set_apart and len(block.text.split()) >= _WORDS_OF_A_BOX
