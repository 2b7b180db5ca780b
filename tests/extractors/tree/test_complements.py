from collections.abc import Callable

from spacy.tokens import Doc

from extractors.tree.complements import bare, clause_of, commented_on, gerund, infinitive, runs

Annotate = Callable[[str], Doc]


def test_the_infinitive_after_a_verb_is_what_it_asks_for(annotate: Annotate) -> None:
    doc = annotate(
        "Berg|PROPN|nsubj|1 urged|VERB|ROOT them|PRON|iobj|1 to|PART|mark|4 stop|VERB|xcomp|1"
    )
    assert infinitive(doc[1]) == doc[4]
    assert infinitive(doc[4]) is None


def test_a_verb_in_ing_is_found_with_either_labels(annotate: Annotate) -> None:
    ud = annotate("Berg|PROPN|nsubj|1 denied|VERB|ROOT hiding|VERB|xcomp|1|VBG it|PRON|obj|2")
    clearnlp = annotate(
        "Berg|PROPN|nsubj|1 warned|VERB|ROOT against|ADP|prep|1 hiding|VERB|pcomp|2|VBG"
    )
    assert gerund(ud[1]) == ud[2]
    assert gerund(clearnlp[1]) == clearnlp[3]


def test_a_clause_before_its_reporting_verb_is_its_clause_whatever_its_label(
    annotate: Annotate,
) -> None:
    doc = annotate(
        "Dams|NOUN|nsubj|1 broke|VERB|advcl|4 ,|PUNCT|punct|1 Berg|PROPN|nsubj|4 said|VERB|ROOT"
    )
    assert clause_of(doc[4]) == doc[1]


def test_a_verb_comments_on_the_clause_that_it_stands_in(annotate: Annotate) -> None:
    doc = annotate(
        "The|DET|det|1 dam|NOUN|nsubj|6 ,|PUNCT|punct|4 Berg|PROPN|nsubj|4 said|VERB|parataxis|6 "
        ",|PUNCT|punct|4 broke|VERB|ROOT"
    )
    assert commented_on(doc[4]) == doc[6]
    assert commented_on(doc[6]) is None


def test_runs_are_cut_where_other_words_stand_between(annotate: Annotate) -> None:
    doc = annotate("a|X|ROOT b|X|dep|0 c|X|dep|0 d|X|dep|0")
    assert [[token.text for token in run] for run in runs([doc[3], doc[0], doc[1]])] == [
        ["a", "b"],
        ["d"],
    ]


def test_a_run_is_bare_without_that_and_the_marks_around_it(annotate: Annotate) -> None:
    doc = annotate(",|PUNCT|punct|2 that|SCONJ|mark|2 broke|VERB|ROOT .|PUNCT|punct|2")
    assert [token.text for token in bare(list(doc))] == ["broke"]


def test_what_is_said_in_a_statement_may_hang_from_it(annotate: Annotate) -> None:
    row = "Berg|PROPN|nsubj|1 said|VERB|ROOT in|ADP|case|4 a|DET|det|4 {noun}|NOUN|obl|1 "
    row += "that|SCONJ|mark|7 dams|NOUN|nsubj|7 broke|VERB|acl|4"
    doc = annotate(row.format(noun="statement"))
    assert clause_of(doc[1]) == doc[7]
    assert clause_of(annotate(row.format(noun="town"))[1]) is None
