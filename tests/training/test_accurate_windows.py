from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from extractors.corpora.conllu import Word
from extractors.corpora.kinds import KINDS, LABELS
from extractors.corpora.propbank import Predicate
from extractors.corpora.samples import Sample
from extractors.encoder.pieces import (
    CAPITALIZED,
    DIGITS,
    OTHER,
    PIECES_PER_WORD,
    SPACES,
    PieceMaker,
    Pieces,
)
from extractors.encoder.words import find_words
from training.accurate.inventory import Inventory
from training.accurate.sentences import Lesson, learn_from_sample
from training.accurate.windows import (
    BLANK,
    IGNORED,
    LINE_BREAK,
    MAX_PIECES,
    NO_SPACE,
    Coder,
    Mention,
    Window,
    make_batches,
    plan_documents,
    plan_windows,
)
from training.tokenizing import make_english

NLP = make_english()
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,;:!?'\"()-"
INVENTORY = Inventory(
    entity=LABELS,
    trigger=("O", "Attack"),
    tag=("NN", "VBD"),
    pos=("NOUN", "VERB"),
    morph=("", "Tense=Past"),
    lemma=((0, "", False), (2, "", True)),
    relation=("ROOT", "nsubj"),
    role=("O", "ARG0", "ARG1"),
)
TREE = (
    Word("Rain", "Rain", "NOUN", "NN", "Typo=Yes", 1, "nsubj", space_after=True),
    Word("Ended", "end", "VERB", "VBD", "Tense=Past", 1, "ROOT", space_after=True),
    Word("gone", "go", "_", "_", "Mood=Ind", 1, "punct", space_after=True),
)

lines = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=40)
seeds = st.integers(0, 999).map(random.Random)


def make_tokenizer() -> Tokenizer:
    pieces = ["[UNK]", "[CLS]", "[SEP]", *LETTERS, *(f"##{letter}" for letter in LETTERS)]
    vocabulary = {piece: number for number, piece in enumerate([*pieces, "rain", "##ing"])}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106 (no secret)
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


TOKENIZER = make_tokenizer()


@pytest.fixture
def coder() -> Coder:
    return Coder(TOKENIZER, INVENTORY)


def make_lesson(*forms: str, glued: Sequence[bool] = (), paragraph: bool = False) -> Lesson:
    return Lesson("made", "d", paragraph, forms, tuple(glued) or (False,) * len(forms))


def show(window: Window) -> list[str]:
    return [str(TOKENIZER.id_to_token(piece)) for piece in window.pieces]


def test_a_window_holds_pieces_their_features_and_where_each_word_begins(coder: Coder) -> None:
    window = coder.encode([make_lesson("Oslo", ",", "19", glued=(False, True, False))], None)
    assert show(window) == ["[CLS]", "o", "##s", "##l", "##o", ",", "1", "##9", "[SEP]"]
    assert window.firsts == [1, 5, 6]
    oslo, comma = CAPITALIZED * SPACES + LINE_BREAK, OTHER * SPACES + NO_SPACE
    year = DIGITS * SPACES + BLANK
    assert window.features == [0, oslo, oslo, oslo, oslo, comma, year, year, 0]


def test_a_long_word_is_cut_and_one_that_the_tokenizer_drops_is_unknown(coder: Coder) -> None:
    window = coder.encode([make_lesson("a" * 30, "\u200d")], None)
    assert show(window)[-2:] == ["[UNK]", "[SEP]"]
    assert window.firsts == [1, 1 + PIECES_PER_WORD]


def test_a_line_break_stands_before_the_first_word_and_before_paragraphs(coder: Coder) -> None:
    lessons = [make_lesson("a"), make_lesson("b"), make_lesson("c", paragraph=True)]
    spaces = [code % SPACES for code in coder.encode(lessons, None).features[1:-1]]
    assert spaces == [LINE_BREAK, BLANK, LINE_BREAK]


def test_some_line_breaks_go_unseen_where_chance_is_given(coder: Coder) -> None:
    chance = random.Random(1)  # noqa: S311  # not for secrets
    spaces = [coder.encode([make_lesson("a")], chance).features[1] for _ in range(1000)]
    assert set(spaces) == {LINE_BREAK, BLANK}
    assert spaces.count(LINE_BREAK) / 1000 == pytest.approx(0.6, abs=0.05)


def test_tasks_that_a_lesson_does_not_annotate_are_ignored(coder: Coder) -> None:
    window = coder.encode([make_lesson("a", "b")], None)
    assert window.names == [None, None]
    tasks = (window.triggers, window.tags, window.pos, window.morphs, window.lemmas)
    for task in (*tasks, window.relations, window.begins):
        assert task == [IGNORED, IGNORED]
    assert window.trees == []


def test_a_tree_gives_numbers_and_labels_without_one_are_ignored(coder: Coder) -> None:
    lesson = Lesson("gum", "d", False, ("Rain", "Ended", "gone"), (False,) * 3, tree=TREE)
    window = coder.encode([make_lesson("a", "b"), lesson], None)
    assert window.tags[2:] == [0, 1, IGNORED]
    assert window.pos[2:] == [0, 1, IGNORED]
    assert window.morphs[2:] == [0, 1, IGNORED]
    assert window.lemmas[2:] == [0, 1, IGNORED]
    assert window.relations[2:] == [1, 0, IGNORED]
    assert window.begins == [IGNORED, IGNORED, 1, 0, 0]
    assert window.trees == [(2, [1, 1, 1])]


def test_names_are_the_labels_that_a_word_may_have(coder: Coder) -> None:
    kinds = frozenset(KINDS) - {"Work"}
    names = ("B-Person", "O", None)
    lesson = Lesson("made", "d", False, ("a", "b", "c"), (False,) * 3, names, kinds)
    assert coder.encode([lesson], None).names == [
        frozenset(["B-Person"]),
        frozenset(["O", "B-Work", "I-Work"]),
        frozenset(LABELS),
    ]


def test_predicates_are_marked_and_have_a_role_for_each_word_of_their_sentence(
    coder: Coder,
) -> None:
    predicates = (Predicate(1, ((0, "ARG1"), (2, "ARGM-TMP"))), Predicate(2))
    lesson = Lesson("made", "d", False, ("a", "b", "c"), (False,) * 3, predicates=predicates)
    window = coder.encode([make_lesson("x"), lesson], None)
    assert window.predicates == [IGNORED, 0, 1, 1]
    assert window.arguments == [(2, 1, [2, 0, 0]), (3, 1, [0, 0, 0])]


def test_mentions_are_marked_and_know_their_sentence_and_what_they_refer_to(coder: Coder) -> None:
    references = {1: frozenset("4"), 2: frozenset("57")}
    lesson = Lesson("gum", "d", False, ("a", "B", "c"), (False,) * 3, references=references)
    window = coder.encode([make_lesson("x"), lesson], None)
    assert window.referring == [IGNORED, 0, 1, 1]
    assert window.mentions == [
        Mention(2, 1, "b", frozenset("4")),
        Mention(3, 1, "c", frozenset("57")),
    ]
    assert window.sentences == 2


def test_a_document_s_windows_stay_in_order_and_in_batches_of_their_own(coder: Coder) -> None:
    lessons = [
        Lesson("gum", name, False, ("a", "b") * 12, (False,) * 24, triggers=(str(number),) * 24)
        for number, name in enumerate("x" * 40 + "y" * 3)
    ]
    chance = random.Random(1)  # noqa: S311  # not for secrets
    batches = list(plan_documents(lessons, coder, 512, chance))
    assert [{one.document for one in batch} for batch in batches[-2:]] == [{"x"}, {"y"}]
    assert sum(one.sentences for batch in batches for one in batch) == len(lessons)
    for batch in batches:
        assert len(batch) * max(len(one.pieces) for one in batch) <= 512


def test_triggers_are_numbers_of_their_types(coder: Coder) -> None:
    lesson = Lesson(
        "geneva", "d", False, ("a", "b", "c"), (False,) * 3, triggers=("O", "Attack", "?")
    )
    assert coder.encode([lesson], None).triggers == [0, 1, IGNORED]


def test_a_window_holds_as_many_pieces_as_the_reader_s_and_no_more(coder: Coder) -> None:
    full = coder.encode([make_lesson(*"a" * MAX_PIECES)], None)
    assert len(full.pieces) == MAX_PIECES + 2
    assert coder.encode([make_lesson(*"a" * (MAX_PIECES + 1))], None).firsts == []


def test_a_lesson_that_no_longer_fits_is_left_out_whole_with_all_after_it(coder: Coder) -> None:
    lessons = [make_lesson("a"), make_lesson(*"b" * MAX_PIECES), make_lesson("c")]
    window = coder.encode(lessons, None)
    assert show(window) == ["[CLS]", "a", "[SEP]"]
    assert len(window.names) == len(window.begins) == len(window.firsts) == 1


def read(text: str) -> tuple[list[int], list[int], list[int]]:
    """Give pieces, features and first pieces of words as the reader's network gets them."""
    doc = NLP.make_doc(text)
    found: Pieces = PieceMaker(TOKENIZER).make(find_words(doc), doc.vocab.strings)
    features = np.repeat(found.features, np.diff(found.offsets))
    return found.flat.tolist(), features.tolist(), (found.offsets[:-1] + 1).tolist()


@given(st.lists(lines, min_size=1, max_size=4))
def test_training_sees_words_just_as_the_reader_does(paragraphs: list[str]) -> None:
    samples = [Sample(text, "made", "d", frozenset(KINDS)) for text in paragraphs]
    lessons = [lesson for one in samples if (lesson := learn_from_sample(one, NLP))]
    window = Coder(TOKENIZER, INVENTORY).encode(lessons, None)
    pieces, features, firsts = read("\n\n".join(paragraphs))
    assert window.pieces[1:-1] == pieces
    assert window.features == [0, *features, 0]
    assert window.firsts == firsts


@st.composite
def corpora(draw: st.DrawFn) -> list[Lesson]:
    """Give lessons of some documents, each with its number as trigger, which nothing varies."""
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["geneva", "gum"]), st.sampled_from("ab"), st.integers(1, 160)
            ),
            max_size=30,
        )
    )
    return [
        Lesson(source, name, True, ("x",) * size, (False,) * size, triggers=(str(number),) * size)
        for number, (source, name, size) in enumerate(rows)
    ]


@given(corpora(), seeds)
def test_every_word_comes_once_and_in_order_in_windows_of_one_document(
    lessons: list[Lesson], chance: random.Random
) -> None:
    windows = list(plan_windows(lessons, chance))
    assert [one.triggers for one in chain(*windows)] == [one.triggers for one in lessons]
    for window in windows:
        assert len({(one.source, one.document) for one in window}) == 1
        assert len(window) == 1 or sum(len(one.forms) for one in window) * 1.3 <= 192 + 1e-6


def test_lessons_of_running_text_are_joined_more_often() -> None:
    joined = {}
    for source in ("gum", "geneva"):
        lessons = [Lesson(source, "d", False, ("x",) * 9, (False,) * 9)] * 1000
        chance = random.Random(1)  # noqa: S311  # not for secrets
        windows = list(plan_windows(lessons, chance))
        joined[source] = sum(len(window) > 1 for window in windows) / len(windows)
    assert joined == pytest.approx({"gum": 0.7, "geneva": 0.3}, abs=0.1)


@given(st.lists(st.integers(3, 256)), seeds)
def test_batches_hold_every_window_once_and_about_as_many_pieces_as_asked(
    lengths: list[int], chance: random.Random
) -> None:
    windows = [Window([0] * length, [0] * length) for length in lengths]
    batches = make_batches(windows, 512, chance)
    assert sorted(map(id, chain(*batches))) == sorted(map(id, windows))
    assert all(batches)
    for batch in batches:
        # Lengths are in order but for eight pieces, so that batches differ.
        longest = max(len(one.pieces) for one in batch)
        assert len(batch) == 1 or len(batch) * (longest - 8) <= 512
