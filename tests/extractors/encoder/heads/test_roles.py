from __future__ import annotations

import io
import math

import numpy as np
import pytest

from extractors.encoder.heads.roles import NO_ROLE, RoleFinder

# Each word has three numbers; the last row and column of a role's matrix say what one word says.
WORDS = np.random.default_rng(1).normal(0, 1, (9, 3)).astype(np.float32)
OTHERS = np.random.default_rng(2).normal(0, 1, (9, 3)).astype(np.float32)
MATRICES = np.random.default_rng(3).normal(0, 1, (4, 4, 4)).astype(np.float32)
PREDICATES = np.array([-1, 2, -1, -1, 3, 1, -1, -1, -2], np.float32)
STARTS = np.array([1, 0, 0, 0, 1, 0, 0, 1, 0], np.bool_)


@pytest.fixture
def finder() -> RoleFinder:
    content = io.BytesIO()
    np.save(content, MATRICES)
    return RoleFinder(content.getvalue(), ("O", "ARGM-TMP", "ARGM-LOC", "R-ARG"))


def test_each_word_of_the_sentence_has_its_likeliest_role(finder: RoleFinder) -> None:
    found = list(finder.find(PREDICATES, WORDS, OTHERS, STARTS))
    expected: list[tuple[int, int, int]] = [(place, place, NO_ROLE) for place in (1, 4, 5)]
    scores = [1 / (1 + math.exp(-PREDICATES[place])) for place in (1, 4, 5)]
    for predicate, inside in ((1, range(4)), (4, range(4, 7)), (5, range(4, 7))):
        for word in inside:
            left, right = np.append(WORDS[predicate], 1), np.append(OTHERS[word], 1)
            fits = [float(left @ matrix @ right) for matrix in MATRICES]
            if role := int(np.argmax(fits)):
                expected.append((predicate, word, role))
                scores.append(float(np.exp(fits[role]) / np.exp(fits).sum()))
    rows = sorted(zip(expected, scores, strict=True))
    assert [(arc.predicate, arc.argument, arc.role) for arc in found] == [row for row, _ in rows]
    assert [arc.score for arc in found] == pytest.approx([score for _, score in rows], abs=1e-5)


def test_a_role_of_the_predicate_s_own_has_the_surest_argument_alone(finder: RoleFinder) -> None:
    content = io.BytesIO()
    np.save(content, MATRICES)
    strict = RoleFinder(content.getvalue(), ("O", "ARG0", "ARG1", "ARG4"))
    given = PREDICATES, WORDS, OTHERS, STARTS
    loose = list(finder.find(*given))
    own = [arc for arc in loose if arc.role]
    surest = {(arc.predicate, arc.role): arc for arc in sorted(own, key=lambda arc: arc.score)}
    assert 0 < len(surest) < len(own)
    others = [arc for arc in loose if not arc.role]
    assert set(strict.find(*given)) == {*surest.values(), *others}


def test_words_of_other_sentences_are_no_arguments(finder: RoleFinder) -> None:
    found = list(finder.find(PREDICATES, WORDS, OTHERS, STARTS))
    assert {arc.argument for arc in found if arc.predicate == 1} <= {0, 1, 2, 3}
    assert {arc.argument for arc in found if arc.predicate > 1} <= {4, 5, 6}


def test_without_predicates_there_is_nothing(finder: RoleFinder) -> None:
    assert not list(finder.find(np.full(9, -1, np.float32), WORDS, OTHERS, STARTS))


def test_a_long_sentence_is_read_whole(finder: RoleFinder) -> None:
    many = np.tile(WORDS, (40, 1)), np.tile(OTHERS, (40, 1))
    starts = np.arange(360) == 0
    found = list(finder.find(np.ones(360, np.float32), *many, starts))
    first = [(arc.argument, arc.role) for arc in found if arc.predicate == 0 and arc.role]
    again = [(arc.argument, arc.role) for arc in found if arc.predicate == 351 and arc.role]
    assert first == again
    assert max(arc.argument for arc in found) > 350
