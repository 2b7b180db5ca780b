"""What a sentence says happened to the people whom it counts."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.quantities.counts import Count, Word, phrase_at, phrase_before
from extractors.words.quantities import Trigger, load_quantity_words

_FILLERS = 9
_PHRASE = 7
# A toll and its number stand in one clause, at most so many words apart.
_FARTHEST = 18
_BEFORE_TOLL = 4
_YEAR = 4
_ENDING = frozenset({";", ":", "."})


@dataclass(frozen=True, slots=True)
class Told:
    """A predicate of the ontology, and the characters of the words that tell it."""

    predicate: str
    start: int
    end: int


def told_by(words: list[Word], counts: list[Count], end: int) -> Told | None:
    """What befell the people of a list of counts; ``end`` is the word after the list's parts."""
    first, last = counts[0], counts[-1]
    found = _by_noun(words, last) or told_before(words, first) or told_after(words, last)
    found = found or _by_toll(words, first)
    if found is None and end != last.last:
        found = told_after(words, last, end)
    return found


def tells_itself(count: Count) -> bool:
    """Whether the noun says it all: "41 deaths"."""
    return any(count.noun in trigger.nouns for trigger in load_quantity_words().triggers)


def told_before(words: list[Word], count: Count) -> Told | None:
    """Read "killed 41 people" and "the deaths of 41 people"."""
    lists = load_quantity_words()
    index = count.first
    while index > 0 and _is(words[index - 1], "between"):
        index -= 1
    for at in (index, count.first):
        for trigger in lists.triggers:
            phrases = trigger.lives_before if _lives(count) else trigger.before
            length = phrase_before(words, at, phrases)
            start = at - length
            denied = start > 0 and _is(words[start - 1], "negating")
            if length and not denied and (count.group is not None or _pauses(words, count.last)):
                return Told(trigger.predicate, words[start].start, words[at - 1].end)
    return None


def told_after(words: list[Word], count: Count, start: int | None = None) -> Told | None:
    """Read "41 people of the town were killed" and "41 killed"."""
    index, passive = count.last if start is None else start, False
    limit = index + _FILLERS
    if start is not None and index < len(words) and words[index].text in {",", ")"}:
        index += 1
    while index < min(limit, len(words)):
        found = _told_at(words, index, count, passive=passive)
        if found is not None:
            return found
        word = words[index]
        passive = passive or _is(word, "passives")
        if _is(word, "fillers") or (word.text.endswith("ly") and len(word.text) > _PHRASE - 2):
            index += 1
        elif _is(word, "from") and not passive:
            index = limit = _past_phrase(words, index + 1)
            limit += _FILLERS
        else:
            return None
    return None


def _told_at(words: list[Word], index: int, count: Count, *, passive: bool) -> Told | None:
    for trigger in load_quantity_words().triggers:
        lives = _lives(count)
        length = phrase_at(words, index, trigger.lives_after if lives else trigger.passive)
        if length and (passive or _pauses(words, index + length)):
            if _is_mixed(words, index + length, trigger):
                return None
            return Told(trigger.predicate, words[index].start, words[index + length - 1].end)
        length = 0 if lives else phrase_at(words, index, trigger.active)
        if length:
            return Told(trigger.predicate, words[index].start, words[index + length - 1].end)
    return None


def _is_mixed(words: list[Word], index: int, trigger: Trigger) -> bool:
    """Whether the count covers two predicates together: "killed or wounded", of whom none knows."""
    if index >= len(words) or not _is(words[index], "mixed_by"):
        return False
    others = [t for t in load_quantity_words().triggers if t.predicate != trigger.predicate]
    step = 2 if phrase_at(words, index + 1, load_quantity_words().inside["either_of"]) else 1
    return any(phrase_at(words, index + step, t.passive) for t in others)


def _by_noun(words: list[Word], count: Count) -> Told | None:
    """Read "41 deaths"."""
    word = words[count.last - 1]
    for trigger in load_quantity_words().triggers:
        if count.noun in trigger.nouns:
            return Told(trigger.predicate, word.start, word.end)
    return None


def _by_toll(words: list[Word], count: Count) -> Told | None:
    """Read "put the death toll of the raid at 41": the toll nearest before, in the same clause."""
    reached = bool(phrase_before(words, count.first, load_quantity_words().inside["reaching"]))
    if not reached and not _is(words[count.first - 1], "raised"):
        return None
    for index in range(count.first - 2, max(count.first - _FARTHEST, -1), -1):
        if words[index].text in _ENDING or _is_figure(words[index]):
            return None
        for trigger in load_quantity_words().triggers:
            length = phrase_at(words, index, trigger.tolls)
            if length and (reached or _is_raised(words, index)):
                end = words[index + length - 1].end
                return Told(trigger.predicate, words[index].start, end)
    return None


def _is_figure(word: Word) -> bool:
    """Whether the word is a number other than a year: "the toll of the 1988 earthquake"."""
    return word.text.isdecimal() and not (len(word.text) == _YEAR and word.text[0] in "12")


def _is_raised(words: list[Word], index: int) -> bool:
    """Whether something brings the toll that begins here to a number: "raising its toll to"."""
    return any(_is(word, "raising") for word in words[max(0, index - _BEFORE_TOLL) : index])


def _past_phrase(words: list[Word], index: int) -> int:
    """Step over the town in "41 residents of the town of Norville were …"."""
    for position in range(index, min(index + _PHRASE, len(words))):
        if _is(words[position], "passives") or _is(words[position], "perfect_forms"):
            return position
        if _tells(words, position):
            return position
        if not words[position].text[0].isalpha():
            break
    return len(words)


def _tells(words: list[Word], index: int) -> bool:
    return any(
        phrase_at(words, index, trigger.active) for trigger in load_quantity_words().triggers
    )


def _pauses(words: list[Word], index: int) -> bool:
    """Whether the clause may end here, so that "20 killed" is no "20 killed three"."""
    if index >= len(words) or not words[index].text[0].isalnum():
        return True
    return _is(words[index], "pauses")


def _lives(count: Count) -> bool:
    return (count.noun,) in load_quantity_words().inside["life_nouns"]


def _is(word: Word, name: str) -> bool:
    return (word.text,) in load_quantity_words().inside[name]
