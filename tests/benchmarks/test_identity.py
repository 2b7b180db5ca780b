from __future__ import annotations

from collections import Counter

from benchmarks.identity import PAIRS, Outcome, Pair, Side, documents_of, judge, read_pairs, table
from graph.model import Document, Findings, Kind, Mention
from ontology.lexicons import Lexicon

UNSEEN = PAIRS.with_name("identity_unseen.yaml")


def pair(first: str, second: str, *, same: bool) -> tuple[Pair, list[Findings]]:
    """A pair of texts of one name each, with what was found in them."""
    made = Pair("person", same, "for the test", Side(first, first), Side(second, second))
    found = [
        Findings(
            Document(document, words, "test"),
            mentions=(Mention(document, 0, len(words), 0, words, words, Kind.PERSON),),
        )
        for document, words in zip("ab", (first, second), strict=True)
    ]
    return made, found


def test_half_of_the_200_pairs_are_one_thing_and_half_are_two() -> None:
    pairs = read_pairs()
    assert Counter(one.same for one in pairs) == {True: 100, False: 100}
    assert len(list(documents_of(pairs))) == 400


def test_half_of_the_60_unseen_pairs_are_one_thing_and_none_is_among_the_200() -> None:
    pairs = read_pairs(UNSEEN)
    assert Counter(one.same for one in pairs) == {True: 30, False: 30}
    known = {(one.first, one.second) for one in read_pairs()}
    assert not known & {(one.first, one.second) for one in pairs}


def test_the_words_of_each_pair_stand_in_its_texts() -> None:
    for one in (*read_pairs(), *read_pairs(UNSEEN)):
        assert one.why
        assert all(side.words in side.text for side in (one.first, one.second))


def test_each_outcome_is_told() -> None:
    cases = [
        ("Ada Lund", "Ada Lund", True, Outcome.RIGHT),
        ("Ada Lund", "Ada Lund", False, Outcome.JOINED),
        ("Ada Lund", "Ida Voss", True, Outcome.APART),
        ("Ada Lund", "Ida Voss", False, Outcome.RIGHT),
    ]
    for first, second, same, outcome in cases:
        made, found = pair(first, second, same=same)
        assert judge(made, found, Lexicon()) is outcome


def test_what_is_not_found_is_a_miss_where_both_are_one() -> None:
    for same, outcome in ((True, Outcome.UNREAD), (False, Outcome.RIGHT)):
        made, found = pair("Ada Lund", "Ada Lund", same=same)
        empty = Findings(found[1].document)
        assert judge(made, [found[0], empty], Lexicon()) is outcome


def test_the_table_counts_by_kind() -> None:
    made, _ = pair("Ada Lund", "Ada Lund", same=True)
    _, row, everything = table([(made, Outcome.RIGHT), (made, Outcome.UNREAD)])
    assert row.split() == ["person", "1", "of", "2", "1", "0", "of", "0"]
    assert everything.split()[0] == "all"
