from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.speech.contents import content_of

Annotate = Callable[[str], Doc]


SAID = "Berg|PROPN|nsubj|1 {verb}|VERB|ROOT "
FORMS = {
    "say": ("that|SCONJ|mark|4 dams|NOUN|nsubj|4 broke|VERB|ccomp|1", "that dams broke"),
    "urge": ("them|PRON|iobj|1 to|PART|mark|4 stop|VERB|xcomp|1", "them to stop"),
    "call": ("on|ADP|case|3 them|PRON|obl|1 to|PART|mark|5 stop|VERB|xcomp|1", "them to stop"),
    "promise": ("them|PRON|iobj|1 to|PART|mark|4 stop|VERB|xcomp|1", "to stop"),
    "accuse": ("Holm|PROPN|obj|1 of|SCONJ|mark|4 lying|VERB|advcl|1|VBG", "Holm of lying"),
    "describe": ("it|PRON|obj|1 as|ADP|case|4 crime|NOUN|obl|1", "it as crime"),
    "warn": ("of|ADP|case|3 famine|NOUN|obl|1", "famine"),
    "express": ("doubt|NOUN|obj|1 about|ADP|case|4 it|PRON|nmod|2", "doubt about it"),
}
RULES = {
    "say": "reporting verb",
    "urge": "verb of asking",
    "call": "verb of asking",
    "promise": "verb of asking",
    "accuse": "verb of accusing",
    "describe": "verb of describing",
    "warn": "verb with a preposition",
    "express": "verb with a noun",
}


@pytest.mark.parametrize("verb", FORMS)
def test_each_form_of_speech_has_its_content(annotate: Annotate, verb: str) -> None:
    rest, said = FORMS[verb]
    content = content_of(annotate(SAID.format(verb=verb) + rest)[1])
    assert content is not None
    assert (content.rule, " ".join(t.text for t in content.tokens)) == (RULES[verb], said)


def test_a_verb_in_the_middle_leaves_both_halves_of_its_clause(annotate: Annotate) -> None:
    doc = annotate(
        "The|DET|det|1 dam|NOUN|nsubj|6 ,|PUNCT|punct|4 Berg|PROPN|nsubj|4 "
        "say|VERB|parataxis|6 ,|PUNCT|punct|4 broke|VERB|ROOT"
    )
    content = content_of(doc[4])
    assert content is not None
    assert [token.text for token in content.tokens] == ["The", "dam", "broke"]


def test_a_statement_right_behind_the_verb_is_no_part_of_what_it_says(annotate: Annotate) -> None:
    doc = annotate(
        "Berg|PROPN|nsubj|1 say|VERB|ROOT in|ADP|case|4 a|DET|det|4 statement|NOUN|obl|7 "
        "Friday|PROPN|nmod|4 dams|NOUN|nsubj|7 broke|VERB|ccomp|1"
    )
    content = content_of(doc[1])
    assert content is not None
    assert [token.text for token in content.tokens] == ["dams", "broke"]


def test_of_two_clauses_the_one_behind_the_verb_is_said(annotate: Annotate) -> None:
    rows = (
        "guards|NOUN|nsubj|1 fell|VERB|ccomp|4 ,|PUNCT|punct|4 Berg|PROPN|nsubj|4 say|VERB|ROOT "
        "{}dams|NOUN|nsubj|{verb} broke|VERB|ccomp|4"
    )
    for comma, said in (("", ["dams", "broke"]), (",|PUNCT|punct|4 ", ["guards", "fell"])):
        content = content_of(annotate(rows.format(comma, verb=7 if comma else 6))[4])
        assert content is not None
        assert [token.text for token in content.tokens] == said


def test_words_inside_the_clause_that_hang_from_the_verb_are_said_too(annotate: Annotate) -> None:
    doc = annotate(
        "Berg|PROPN|nsubj|1 say|VERB|ROOT dams|NOUN|nsubj|5 over|ADV|dep|1 -|PUNCT|punct|1 "
        "flowed|VERB|ccomp|1"
    )
    content = content_of(doc[1])
    assert content is not None
    assert [token.text for token in content.tokens] == ["dams", "over", "-", "flowed"]


def test_a_sentence_after_a_semicolon_comments_on_nothing(annotate: Annotate) -> None:
    rows = (
        "The|DET|det|1 dam|NOUN|nsubj|2 broke|VERB|ROOT {}|PUNCT|punct|5 Berg|PROPN|nsubj|5 "
        "say|VERB|parataxis|2"
    )
    assert content_of(annotate(rows.format(","))[5]) is not None
    assert content_of(annotate(rows.format(";"))[5]) is None


def test_a_day_right_behind_the_verb_tells_when_it_was_said(annotate: Annotate) -> None:
    doc = annotate(
        "Berg|PROPN|nsubj|1 say|VERB|ROOT Friday|PROPN|obl|4 dams|NOUN|nsubj|4 broke|VERB|ccomp|1"
    )
    content = content_of(doc[1])
    assert content is not None
    assert [token.text for token in content.tokens] == ["dams", "broke"]


def test_a_verb_that_says_nothing_has_no_content(annotate: Annotate) -> None:
    assert content_of(annotate("Berg|PROPN|nsubj|1 slept|VERB|ROOT")[1]) is None


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (("dam|NOUN|nsubj|4 Berg|PROPN|nsubj|3 never|ADV|advmod|4 say|VERB|parataxis|4 "
         "broke|VERB|ROOT"), "dam broke"),
        (("dam|NOUN|nsubj|4 Berg|PROPN|nsubj|2 say|VERB|parataxis|4 Friday|PROPN|obl|4 "
         "broke|VERB|ROOT"), "dam broke"),
        (SAID.format(verb="say") + "loudly|ADV|advmod|1 Friday|PROPN|nsubj|4 came|VERB|ccomp|1",
         "Friday came"),
        (SAID.format(verb="say") + "loudly|ADV|advmod|1 in|ADP|case|4 statement|NOUN|obl|6 "
         "dams|NOUN|nsubj|6 broke|VERB|ccomp|1", "in statement dams broke"),
        (("dams|NOUN|nsubj|1 broke|VERB|ROOT Berg|PROPN|nsubj|3 say|VERB|parataxis|1 "
         "in|ADP|case|5 statement|NOUN|obl|1"), "dams broke in statement"),
        (SAID.format(verb="say") + "those|PRON|nsubj|1 who|PRON|nsubj|4 refuse|VERB|acl:relcl|2 "
         "fail|VERB|dep|1 .|PUNCT|punct|1", "those who refuse fail ."),
        ("dam|NOUN|nsubj|1 broke|VERB|ROOT ,|PUNCT|punct|3 say|VERB|parataxis|1", None),
        ("say|NOUN|ROOT that|SCONJ|mark|3 dams|NOUN|nsubj|3 broke|VERB|ccomp|0", None),
        (SAID.format(verb="continue") + "that|SCONJ|mark|4 dams|NOUN|nsubj|4 broke|VERB|ccomp|1",
         None),
        (SAID.format(verb="call") + "about|ADP|case|3 them|PRON|obl|1 to|PART|mark|5 "
         "stop|VERB|xcomp|1", None),
        (("Holm|PROPN|obj|2 Berg|PROPN|nsubj|2 accuse|VERB|ROOT of|SCONJ|mark|4 "
         "lying|VERB|advcl|2|VBG"), None),
        (SAID.format(verb="accuse") + "Holm|PROPN|obj|1 for|SCONJ|mark|4 lying|VERB|acl|2|VBG",
         "Holm for lying"),
        (SAID.format(verb="accuse") + "Holm|PROPN|obj|1 who|PRON|nsubj|4 lies|VERB|acl|2|VBZ",
         None),
        (SAID.format(verb="accuse") + "of|ADP|case|3 fraud|NOUN|obl|1", None),
        (SAID.format(verb="see") + "it|PRON|obj|1 as|ADP|case|5 “|PUNCT|punct|5 crime|NOUN|obl|1 "
         "”|PUNCT|punct|5", None),
        ("it|PRON|obj|2 Berg|PROPN|nsubj|2 describe|VERB|ROOT as|ADP|case|4 crime|NOUN|obl|2",
         None),
        ("as|ADP|case|1 crime|NOUN|obl|3 Berg|PROPN|nsubj|3 describe|VERB|ROOT it|PRON|obj|3",
         None),
        (SAID.format(verb="warn") + "of|ADP|case|3 years|NOUN|obl|1 of|ADP|case|5 "
         "famine|NOUN|nmod|3", "years of famine"),
        (("Berg|PROPN|nsubj:pass|2 was|AUX|aux:pass|2 express|VERB|ROOT||VBN doubt|NOUN|obj|2 "
         "about|ADP|case|5 it|PRON|nmod|3"), None),
        (("doubt|NOUN|obj|4 about|ADP|case|2 it|PRON|nmod|0 Berg|PROPN|nsubj|4 "
         "express|VERB|ROOT"), None),
    ],
)  # fmt: skip
def test_what_stands_elsewhere_is_said_only_where_the_tree_tells_so(
    annotate: Annotate, rows: str, said: str | None
) -> None:
    speech = {"say", "continue", "call", "accuse", "see", "describe", "warn", "express"}
    doc = annotate(rows)
    (verb,) = [token for token in doc if token.text in speech]
    content = content_of(verb)
    assert (" ".join(token.text for token in content.tokens) if content else None) == said
