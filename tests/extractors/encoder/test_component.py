from __future__ import annotations

import json
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from extractors.annotation.coreference import antecedent_scores, gives_coreference
from extractors.annotation.semantic_roles import arguments_of, gives_roles, predicate_score
from extractors.encoder.bundling import make_pipeline
from extractors.encoder.component import FACTORY, Encoder
from extractors.encoder.network import FILES, LEMMAS, OPTIONAL
from extractors.reader import load_reader
from graph.errors import ReaderError

TEXT = "Mara Voss arrived in Lindvik.\n\nThe talks, she said, ended on 3 May 1987 (in Oslo)!\n"
STRANGE = [
    "", "Lindvik", " \n ", "\n", "😀", "😀👍🏽 \u200d", "שלום עולם, مرحبا", "ﷺ ẞ ǅ ㎏",
    "\ufffd\u0000x", "a" * 10_000, "http://" + "x." * 500, "." * 400, "word " * 3_000,
    "\n\n".join("abcdefg"), " leading", "trailing  ", "tab\tand\u00a0more",
]  # fmt: skip

pieces_of_text = st.one_of(
    st.sampled_from(["Mara Voss", "arrived", " ", "\n", "\n\n", ". ", ", ", "3 May", "”", "😀"]),
    st.text(max_size=5),
)
texts = st.lists(pieces_of_text, max_size=60).map("".join)
quietly = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def encoder_of(nlp: Language) -> Encoder:
    encoder = nlp.get_pipe("encoder")
    assert isinstance(encoder, Encoder)
    return encoder


def annotated(doc: Doc) -> tuple[object, ...]:
    rows = [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start,
         t.ent_iob_, t.ent_type_)
        for t in doc
    ]  # fmt: skip
    groups = [
        [(s.start, s.end, s.label_, s.id_, s._.confidence) for s in doc.spans[name]]
        for name in ("entities", "events")
    ]
    pairs = [[tuple(row) for row in found] for found in (doc._.semantic_roles, doc._.coreference)]
    return doc.text, rows, groups, pairs


def check(doc: Doc, text: str) -> None:
    assert doc.text == text
    sentences = list(doc.sents)
    assert [token.i for sent in sentences for token in sent] == list(range(len(doc)))
    for sent in sentences:
        roots = [token for token in sent if token.head.i == token.i]
        assert len(roots) == 1
        assert roots[0].dep_ == "ROOT"
        assert all(sent.start <= token.head.i < sent.end for token in sent)
        assert all(roots[0] in {token, *token.ancestors} for token in sent)
        assert all(token.dep_ != "ROOT" for token in sent if token.i != roots[0].i)
        assert not sent[0].is_space or sent.start == 0
    for token in doc:
        if token.is_space:
            assert (token.tag_, token.pos_) == ("_SP", "SPACE")
    for ent in doc.ents:
        assert not ent[0].is_space
        assert not ent[-1].is_space
        assert "\n\n" not in ent.text
        assert ent.sent.start <= ent.start < ent.end <= ent.sent.end
    scores = [*doc.spans["entities"].attrs["scores"], *doc.spans["events"].attrs["scores"]]
    scores += [row[-1] for row in (*doc._.semantic_roles, *doc._.coreference)]
    assert all(0 <= score <= 1 for score in scores)
    rows = [row for row in doc._.semantic_roles if row[2] != "V"]
    assert {row[0] for row in rows} <= {row[0] for row in doc._.semantic_roles if row[2] == "V"}
    places = [(predicate, argument) for predicate, argument, _, _ in rows]
    assert places == sorted(set(places))
    assert all(doc[one].sent == doc[other].sent for one, other in places)
    assert all(-1 <= before < mention for mention, before, _ in doc._.coreference)
    mentions = [mention for mention, _, _ in doc._.coreference]
    assert mentions == sorted(mentions)
    assert not any(doc[at].is_space for pair in places for at in pair)
    assert list(doc.spans["entities"]) == list(doc.ents)


@pytest.mark.parametrize("text", STRANGE)
def test_any_text_is_read(nlp: Language, text: str) -> None:
    check(nlp(text), text)


@quietly
@given(texts)
def test_sentences_are_trees_that_cover_the_text(nlp: Language, text: str) -> None:
    check(nlp(text), text)


@quietly
@given(st.lists(texts, max_size=5), st.integers(1, 4))
def test_a_text_is_read_the_same_alone_and_among_others(
    nlp: Language, some: list[str], batch_size: int
) -> None:
    docs = nlp.pipe(some, batch_size=batch_size)
    alone = [annotated(nlp(text)) for text in some]
    assert [annotated(doc) for doc in docs] == alone


def test_several_threads_read_what_one_reads(folder: Path) -> None:
    nlp = spacy.blank("en")
    encoders = [Encoder(nlp.vocab, threads=threads).from_disk(folder) for threads in (1, 3)]
    one, three = (annotated(encoder(nlp.make_doc(TEXT * 60))) for encoder in encoders)
    assert one == three


def test_several_processes_read_what_one_reads(nlp: Language) -> None:
    some = [TEXT, "Oslo", "", TEXT * 20]
    read = nlp.pipe(some, n_process=2, batch_size=1)
    assert [annotated(doc) for doc in read] == [annotated(nlp(text)) for text in some]


def test_half_a_million_words_are_read(nlp: Language) -> None:
    size = 500_000
    # sentences of one word, since what random weights say of trees is slow to make one of
    starts: list[bool | int | None] = [True] * size
    doc = Doc(nlp.vocab, words=["a", "B", "3", "."] * (size // 4), sent_starts=starts)
    read = nlp(doc)
    assert len(read) == size
    assert all(token.dep_ == "ROOT" for token in read)


def test_texts_over_spacys_limit_are_not_refused(nlp: Language) -> None:
    assert nlp.max_length > 100_000_000


def test_sentences_set_before_are_kept(nlp: Language) -> None:
    doc = nlp.make_doc("One two three four. Five six seven.")
    for index, token in enumerate(doc):
        token.is_sent_start = index in {0, 2}
    assert [sent.text for sent in nlp(doc).sents] == ["One two", "three four. Five six seven."]


def test_a_sentence_longer_than_a_window_that_was_set_before_stays_one(nlp: Language) -> None:
    doc = nlp.make_doc("one two three. Four five " * 300)
    for token in doc[1:]:
        token.is_sent_start = False
    read = nlp(doc)
    check(read, read.text)
    assert len(list(read.sents)) == 1


def test_entities_set_before_are_kept_with_full_confidence(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc.set_ents([Span(doc, 1, 3, "Vessel", kb_id="K1")], blocked=[doc[4:5]], default="missing")
    read = nlp(doc)
    kept = next(ent for ent in read.ents if ent.label_ == "Vessel")
    assert (kept.start, kept.end, kept.kb_id_, kept._.confidence) == (1, 3, "K1", 1.0)
    assert all(ent.start >= 5 or ent.end <= 4 for ent in read.ents)


def test_entities_of_less_confidence_than_the_threshold_are_dropped(
    nlp: Language, files: Mapping[str, bytes]
) -> None:
    def read(threshold: float) -> list[tuple[int, int, float]]:
        labels = json.loads(files["labels.json"]) | {"entity_threshold": threshold}
        changed = {**files, "labels.json": json.dumps(labels).encode()}
        doc = Encoder(nlp.vocab).load(changed)(nlp.make_doc(TEXT * 9))
        assert list(doc.spans["entities"]) == list(doc.ents)
        return [(ent.start, ent.end, ent._.confidence) for ent in doc.ents]

    every = read(0.0)
    lower, upper = sorted({confidence for _, _, confidence in every})[:2]
    threshold = (lower + upper) / 2
    kept = [one for one in every if one[2] >= threshold]
    assert read(threshold) == kept
    assert 0 < len(kept) < len(every)


def test_reading_a_doc_again_changes_nothing(nlp: Language) -> None:
    doc = nlp(TEXT)
    before = annotated(doc)[1]
    assert annotated(nlp(doc))[1] == before


def test_white_space_hangs_on_the_word_before_or_on_the_first(nlp: Language) -> None:
    doc = nlp(" Oslo\n\nBergen \n")
    spaces = [(token.head.text, token.dep_) for token in doc if token.is_space]
    assert spaces == [("Oslo", "dep"), ("Oslo", "dep"), ("Bergen", "dep")]


def test_a_span_that_is_neither_entity_nor_event_has_no_confidence(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc[0 : len(doc)]._.confidence is None
    assert spacy.blank("en")("Oslo")[0:1]._.confidence is None


def test_events_are_single_words_with_both_their_types(nlp: Language) -> None:
    doc = nlp(TEXT * 5)
    events = doc.spans["events"]
    assert events
    types = {"Attack": "Attack", "Arriving": "Visit", "Statement": "Statement"}
    assert all(len(event) == 1 and event.label_ == types[event.id_] for event in events)
    assert all(score >= 0.5 for score in events.attrs["scores"])


def test_a_saved_pipeline_is_loaded_by_spacy(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "reader")
    loaded = spacy.load(tmp_path / "reader")
    assert annotated(loaded(TEXT)) == annotated(nlp(TEXT))
    assert loaded.meta["labels"]["encoder"] == ["Organization", "Person", "Place"]
    again = spacy.blank("en").from_config(nlp.config).from_bytes(nlp.to_bytes())
    assert annotated(again(TEXT)) == annotated(nlp(TEXT))


def test_it_alone_is_a_reader_as_the_extractors_need_it(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert load_reader(str(tmp_path)).pipe_names == ["encoder"]


def test_the_files_are_written_as_they_were_read(
    folder: Path, files: Mapping[str, bytes], tmp_path: Path
) -> None:
    Encoder(spacy.blank("en").vocab).from_disk(folder).to_disk(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == files


def test_what_is_said_of_pairs_of_words_is_read_where_readers_ask_for_it(nlp: Language) -> None:
    doc = nlp(TEXT)
    arcs = [arc for token in doc for arc in arguments_of(token)]
    rows = [row for row in doc._.semantic_roles if row[2] != "V"]
    assert [(arc.predicate.i, arc.argument.i, arc.role, arc.score) for arc in arcs] == rows
    assert all(predicate_score(arc.predicate) for arc in arcs)
    assert {arc.role for arc in arcs} == {"ARG0", "ARG1"}
    found = [(token.i, one.score) for token in doc for one in antecedent_scores(token)]
    assert found == [(mention, score) for mention, _, score in doc._.coreference]
    assert found


def test_a_network_without_roles_and_references_gives_none(files: Mapping[str, bytes]) -> None:
    nlp = spacy.blank("en")
    older = {name: files[name] for name in FILES}
    doc = Encoder(nlp.vocab).load(older)(nlp.make_doc(TEXT))
    assert not gives_roles(doc)
    assert not gives_coreference(doc)
    assert doc.has_annotation("DEP")


def test_lemmas_that_are_known_are_saved_and_mend_what_the_rules_make(
    nlp: Language, files: Mapping[str, bytes], tmp_path: Path
) -> None:
    doc = nlp.make_doc(TEXT)
    pos = nlp(TEXT)[2].pos_
    Encoder(nlp.vocab).load({**files, "lemmas.txt": f"arrived\t{pos}\tarrive\n".encode()}).to_disk(
        tmp_path
    )
    assert Encoder(nlp.vocab).from_disk(tmp_path)(doc)[2].lemma_ == "arrive"


def test_what_is_excluded_is_neither_written_nor_read(folder: Path, tmp_path: Path) -> None:
    encoder = Encoder(spacy.blank("en").vocab).from_disk(folder)
    encoder.to_disk(tmp_path, exclude=["model", "vocab"])
    assert {path.name for path in tmp_path.iterdir()} == (
        {*FILES, *OPTIONAL} - {"model.onnx", LEMMAS}
    )
    with pytest.raises(ReaderError, match=r"lacks model\.onnx"):
        Encoder(spacy.blank("en").vocab).from_disk(folder, exclude=["model"])
    partly = encoder.to_bytes(exclude=["model"])
    assert encoder.from_bytes(partly).labels == encoder.labels
    with pytest.raises(ReaderError, match=r"lacks model\.onnx"):
        Encoder(spacy.blank("en").vocab).from_bytes(partly)


def test_the_component_can_be_pickled(nlp: Language) -> None:
    encoder = pickle.loads(pickle.dumps(encoder_of(nlp)))  # noqa: S301 (made here)
    assert encoder.labels == ("Organization", "Person", "Place")
    assert encoder.event_types == ("Attack", "Statement", "Visit")
    assert pickle.loads(pickle.dumps(Encoder(nlp.vocab))).labels == ()  # noqa: S301 (made here)


def test_a_component_without_a_network_says_what_to_do() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY)
    with pytest.raises(ReaderError, match="has no network yet; load one with from_disk"):
        nlp("Oslo")
    with pytest.raises(ReaderError, match="train it with training/accurate"):
        nlp.initialize()


def test_a_doc_that_fails_goes_to_the_error_handler(folder: Path) -> None:
    nlp = spacy.blank("en")
    encoder = Encoder(nlp.vocab).from_disk(folder)
    foreign = Doc(nlp.vocab, words=["Bergen"])
    failed: list[tuple[Any, ...]] = []
    encoder.set_error_handler(lambda *given: failed.append(given))  # type: ignore[arg-type] # spaCy's may go on
    foreign.user_data["broken"] = True
    original = encoder._begin

    def begin(doc: Doc, pool: Any) -> Any:
        if "broken" in doc.user_data:
            raise ValueError("broken")
        return original(doc, pool)

    encoder._begin = begin  # type: ignore[method-assign]
    docs = list(encoder.pipe([nlp.make_doc("Oslo"), foreign, nlp.make_doc("Lindvik")]))
    assert [doc.text for doc in docs] == ["Oslo", "Lindvik"]
    ((name, component, broken, error),) = failed
    assert (name, component, broken, str(error)) == (FACTORY, encoder, [foreign], "broken")


def test_without_an_error_handler_a_failing_doc_raises(nlp: Language) -> None:
    encoder = Encoder(nlp.vocab)
    with pytest.raises(ReaderError, match="no network yet"):
        list(encoder.pipe([nlp.make_doc("Oslo")]))


def test_all_that_it_sets_is_scored(nlp: Language) -> None:
    text = "Mara Voss arrived in Lindvik. The talks ended."
    examples = [Example(nlp.make_doc(text), nlp(text))]
    scores = nlp.evaluate(examples)
    exact = ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
    assert [scores[name] for name in (*exact, "ents_f", "spans_events_f")] == [1.0] * 9


def test_scores_need_no_events_in_what_is_compared(nlp: Language) -> None:
    reference = nlp(TEXT)
    del reference.spans["events"]
    assert nlp.evaluate([Example(nlp.make_doc(TEXT), reference)])["spans_events_f"] is None


def test_a_pipeline_takes_the_tokenizer_of_another(folder: Path) -> None:
    source = spacy.blank("en")
    source.tokenizer.add_special_case("gimme", [{"ORTH": "gim"}, {"ORTH": "me"}])  # type: ignore[union-attr] # spaCy's is a class
    made = make_pipeline(source, folder)
    assert [token.text for token in made("gimme")] == ["gim", "me"]
    assert made.pipe_names == ["encoder"]
