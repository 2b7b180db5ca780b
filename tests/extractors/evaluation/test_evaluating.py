from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.evaluation import Scores, evaluate
from extractors.evaluation.counts import Counts
from extractors.evaluation.evaluating import THREE_KINDS
from extractors.evaluation.trees import TreeScores
from extractors.reader import load_reader
from graph.errors import InputError

Ask = Callable[..., Language]


def score(ask: Ask, path: Path, change: Callable[[Doc], None] = lambda _: None) -> Scores:
    (scores,) = evaluate(ask(path, change), [path]).scores
    return scores


def test_a_reader_that_knows_it_all_gets_a_hundred(ask: Ask, gum: Path) -> None:
    scores = score(ask, gum)
    assert scores.trees == TreeScores(*[100.0] * 8)
    assert scores.sentences == Counts(2, 2, 2)
    marked = {kind: counts.f for kind, counts in scores.names.items() if counts.marked}
    assert marked == dict.fromkeys(("Person", "Place", THREE_KINDS, "all"), 100.0)
    assert (scores.format, scores.files, scores.texts, scores.words) == ("gum", 1, 1, 7)
    assert scores.notes == ()


def test_a_wrong_edge_and_a_wrong_kind_cost_both_ways(ask: Ask, gum: Path) -> None:
    def change(doc: Doc) -> None:
        doc.ents = (Span(doc, 1, 2, label="Person"), Span(doc, 3, 4, label="Event"))

    names = score(ask, gum, change).names
    assert names["Person"] == Counts(0, 1, 1)
    assert names["Place"] == Counts(0, 0, 1)
    assert names["Event"] == Counts(0, 1, 0)
    assert names["all"].f == 0.0


def test_labels_of_other_pipelines_are_read_as_kinds(ask: Ask, gum: Path) -> None:
    def change(doc: Doc) -> None:
        doc.ents = (Span(doc, 0, 2, label="PERSON"), Span(doc, 3, 4, label="GPE"))

    assert score(ask, gum, change).names[THREE_KINDS].f == 100.0


def test_a_wrong_head_costs_one_word_and_a_wrong_label_the_labelled_score(
    ask: Ask, gum: Path
) -> None:
    def change(doc: Doc) -> None:
        doc[3].head = doc[0]
        doc[0].dep_ = "nsubj:pass"

    trees = score(ask, gum, change).trees
    assert trees.uas == pytest.approx(100 * 8 / 9)
    assert trees.las == pytest.approx(100 * 7 / 9)
    assert trees.universal_las == pytest.approx(100 * 8 / 9)
    assert trees.unpunctuated_uas == pytest.approx(100 * 6 / 7)


def test_a_wrong_tag_and_a_wrong_lemma_cost_one_word_each(ask: Ask, gum: Path) -> None:
    def change(doc: Doc) -> None:
        doc[0].tag_, doc[1].lemma_, doc[2].pos_ = "NN", "bold", "NOUN"

    trees = score(ask, gum, change).trees
    for share in (trees.tags, trees.lemmas, trees.coarse_tags):
        assert share == pytest.approx(100 * 8 / 9)


def test_a_missed_sentence_costs_both_of_its_halves(ask: Ask, gum: Path) -> None:
    def change(doc: Doc) -> None:
        for token in doc:
            token.dep_ = ""
        for token in doc:
            token.is_sent_start = token.i == 0

    assert score(ask, gum, change).sentences == Counts(0, 1, 2)


def test_trees_with_other_labels_are_not_compared_but_tags_are(ask: Ask, gum: Path) -> None:
    def change(doc: Doc) -> None:
        doc[3].dep_ = "dobj"

    scores = score(ask, gum, change)
    assert (scores.trees.uas, scores.trees.las, scores.trees.tags) == (None, None, 100.0)
    assert "not those of Universal Dependencies (dobj)" in scores.notes[0]


def test_triggers_count_with_and_without_their_type(ask: Ask, geneva: Path) -> None:
    def change(doc: Doc) -> None:
        doc.spans["events"] = [
            Span(doc, 1, 2, label="Meeting"),
            Span(doc, 3, 4, label="Meeting"),
            Span(doc, 4, 5, label="Meeting"),
        ]

    scores = score(ask, geneva, change)
    assert scores.triggers == Counts(2, 3, 2)
    assert scores.typed_triggers == Counts(1, 3, 2)
    assert scores.trees == TreeScores()


def test_the_type_of_a_trigger_may_be_its_id(ask: Ask, geneva: Path) -> None:
    def change(doc: Doc) -> None:
        found = [(1, "Meeting"), (3, "Singing")]
        doc.spans["events"] = [Span(doc, i, i + 1, label="Act", span_id=name) for i, name in found]

    assert score(ask, geneva, change).typed_triggers == Counts(2, 2, 2)


def test_event_types_of_another_scheme_are_not_compared(ask: Ask, geneva: Path) -> None:
    def change(doc: Doc) -> None:
        doc.spans["events"] = [Span(doc, 1, 2, label="Act")]

    scores = score(ask, geneva, change)
    assert scores.triggers == Counts(1, 1, 2)
    assert scores.typed_triggers is None
    assert "event types" in scores.notes[0]


def test_a_reader_without_triggers_is_told_apart_from_one_that_finds_none(
    ask: Ask, geneva: Path
) -> None:
    def change(doc: Doc) -> None:
        del doc.spans["events"]

    scores = score(ask, geneva, change)
    assert scores.triggers is None
    assert "no event triggers" in scores.notes[0]


def test_a_folder_is_one_corpus_and_its_other_files_are_none(ask: Ask, gum: Path) -> None:
    (gum.parent / "LICENSE").write_text("Do as you like.\n")
    (scores,) = evaluate(ask(gum), [gum.parent]).scores
    assert (scores.corpus, scores.files) == (str(gum.parent), 1)


def test_a_bad_file_is_told_and_the_others_are_measured(ask: Ask, gum: Path) -> None:
    bad = gum.parent / "bad.jsonl"
    bad.write_text('{"event_mentions": 3}\n')
    evaluation = evaluate(ask(gum), [gum, bad, gum.parent / "gone"])
    assert [one.source for one in evaluation.skipped] == [str(bad), str(gum.parent / "gone")]
    assert len(evaluation.scores) == 1


def test_nothing_to_measure_on_is_an_error(ask: Ask, gum: Path) -> None:
    with pytest.raises(InputError, match="no corpus could be read: no file or folder 'gone'"):
        evaluate(ask(gum), ["gone"])


@pytest.mark.reader
@pytest.mark.parametrize("gold_tokens", [True, False])
def test_the_bundled_reader_reads_a_short_text_almost_right(gum: Path, gold_tokens: bool) -> None:
    (scores,) = evaluate(load_reader(), [gum], gold_tokens=gold_tokens).scores
    assert scores.names[THREE_KINDS].marked == 2
    assert (scores.trees.uas or 0) > 50
    assert scores.sentences == Counts(2, 2, 2)
    assert scores.words_per_second > 0
