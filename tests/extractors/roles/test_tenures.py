from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.reading import Reading
from extractors.roles.affiliations import find_affiliations
from graph.model import Qualifiers

Read = Callable[..., Reading]
NAMES = "Ada Berg=Person, Torvik=Place"
ADA = "Ada|PROPN|flat|1 Berg|PROPN|nsubj|"


def tenure(reading: Reading) -> tuple[str, str, str]:
    (said,) = (s.qualifiers for s in find_affiliations(reading))
    return said.since, said.until, said.held.name if said.held else ""


def copular(role: str, behind: str) -> str:
    """Rows of Universal Dependencies for "Ada Berg was ROLE of Torvik BEHIND ."."""
    rows = f"{ADA}3 was|AUX|cop|3|VBD {role}|NOUN|root of|ADP|case|5 Torvik|PROPN|nmod|3"
    return rows + "".join(f" {word}|X|dep|3" for word in behind.split()) + " .|PUNCT|punct|3"


@pytest.mark.parametrize(
    ("behind", "since", "until"),
    [
        ("from 1999 to 2003", "1999", "2003"),
        ("between 1999 and 2003", "1999", "2003"),
        ("( 1999–2003 )", "1999", "2003"),
        ("since May 2010", "2010-05", ""),
        ("from 2010", "2010", ""),
        ("until 2014", "", "2014"),
        ("in the north until 2014", "", "2014"),
        ("from 1999 to the present", "1999", ""),
        # a time alone says when she was, and not when she came or went
        ("in 2010", "", ""),
        ("in the 1990s", "", ""),
        ("and fled in the war from 1999 to 2003", "", ""),
    ],
)
def test_a_time_behind_the_role_tells_when_it_is_held(
    read: Read, behind: str, since: str, until: str
) -> None:
    assert tenure(read(copular("mayor", behind), NAMES)) == (since, until, "")


SCHEMES = {
    "universal": (
        "Ada|PROPN|flat|1 Berg|PROPN|nsubj|2 {verb}|VERB|root||VBD as|ADP|case|4 mayor|NOUN|obl|2 "
        "of|ADP|case|6 Torvik|PROPN|nmod|4 in|ADP|case|8 2010|NUM|obl|2 .|PUNCT|punct|2"
    ),
    "spacy": (
        "Ada|PROPN|compound|1 Berg|PROPN|nsubj|2 {verb}|VERB|ROOT||VBD as|ADP|prep|2 "
        "mayor|NOUN|pobj|3 of|ADP|prep|4 Torvik|PROPN|pobj|5 in|ADP|prep|2 2010|NUM|pobj|7 "
        ".|PUNCT|punct|2"
    ),
}


@pytest.mark.parametrize("rows", SCHEMES.values(), ids=SCHEMES)
@pytest.mark.parametrize(
    ("verb", "lemma", "held"),
    [
        ("resigned", "resign", ("", "2010", "")),
        ("served", "serve", ("", "", "")),
        ("became", "become", ("2010", "", "")),
    ],
)
def test_a_verb_tells_whether_a_date_begins_or_ends_a_post(
    read: Read, rows: str, verb: str, lemma: str, held: tuple[str, str, str]
) -> None:
    reading = read(rows.format(verb=verb), NAMES)
    reading.doc[2].lemma_ = lemma
    assert tenure(reading) == held


def test_a_time_may_open_the_sentence(read: Read) -> None:
    rows = (
        "From|ADP|case|1 1999|NUM|obl|7 to|ADP|case|3 2003|NUM|nmod|1 Ada|PROPN|flat|5 "
        "Berg|PROPN|nsubj|7 was|AUX|cop|7 mayor|NOUN|root of|ADP|case|9 Torvik|PROPN|nmod|7 "
        ".|PUNCT|punct|7"
    )
    assert tenure(read(rows, NAMES)) == ("1999", "2003", "")


def test_what_a_time_at_the_opening_tells_of_something_else_is_no_tenure(read: Read) -> None:
    rows = (
        "From|ADP|case|1 1999|NUM|obl|4 talks|NOUN|nsubj|4 were|AUX|aux|4 held|VERB|root "
        "and|CCONJ|cc|8 Ada|PROPN|flat|7 Berg|PROPN|nsubj|9 was|AUX|cop|9 mayor|NOUN|conj|4 "
        "of|ADP|case|11 Torvik|PROPN|nmod|9 .|PUNCT|punct|4"
    )
    assert tenure(read(rows, NAMES)) == ("", "", "")


@pytest.mark.parametrize(
    ("word", "held"),
    [("former", "Formerly"), ("then", "Then"), ("incoming", "ToCome"), ("acting", "")],
)
def test_a_word_before_the_role_tells_how_it_stands_to_the_time(
    read: Read, word: str, held: str
) -> None:
    rows = (
        f"Ada|PROPN|flat|1 Berg|PROPN|root ,|PUNCT|punct|5 a|DET|det|5 {word}|ADJ|amod|5 "
        "mayor|NOUN|appos|1 of|ADP|case|7 Torvik|PROPN|nmod|5 ,|PUNCT|punct|1 "
        "said|VERB|dep|1|VBD no|DET|obj|9 .|PUNCT|punct|1"
    )
    assert tenure(read(rows, NAMES)) == ("", "", held)


RULED = (
    ",|PUNCT|punct|2 who|PRON|nsubj|6 has|AUX|aux|6 ruled|VERB|acl:relcl|2|VBN "
    "since|ADP|case|8 1994|NUM|obl|6 ,|PUNCT|punct|2 slept|VERB|dep|2|VBD .|PUNCT|punct|2"
)
IN_POWER = (
    "was|AUX|cop|5|VBD in|ADP|case|5 power|NOUN|root until|ADP|case|7 2014|NUM|obl|5 "
    ".|PUNCT|punct|5"
)
IN_POWER_SPACY = (
    "was|AUX|ROOT||VBD in|ADP|prep|3 power|NOUN|pobj|4 until|ADP|prep|3 2014|NUM|pobj|6 "
    ".|PUNCT|punct|3"
)
OTHERS_IN_POWER = (
    "met|VERB|root||VBD those|PRON|obj|3 in|ADP|case|6 power|NOUN|nmod|4 since|ADP|case|8 "
    "2014|NUM|nmod|6 .|PUNCT|punct|3"
)


def test_a_span_of_years_behind_a_name_is_a_life_and_no_tenure(read: Read) -> None:
    rows = (
        "Mayor|NOUN|nmod|2 Ada|PROPN|flat|2 Berg|PROPN|root (|PUNCT|punct|4 1930–1999|NUM|dep|2 "
        ")|PUNCT|punct|4 said|VERB|dep|2|VBD no|DET|obj|6 .|PUNCT|punct|2"
    )
    (said,) = find_affiliations(read(rows, "Ada Berg=Person"))
    assert said.qualifiers == Qualifiers()


@pytest.mark.parametrize(
    ("behind", "held"),
    [
        (RULED, ("1994", "", "")),
        (IN_POWER, ("", "2014", "")),
        (IN_POWER_SPACY, ("", "2014", "")),
        (OTHERS_IN_POWER, ("", "", "")),
    ],
    ids=["who has ruled", "was in power", "was in power (spaCy)", "met those in power"],
)
def test_who_rules_has_the_post_of_the_title(
    read: Read, behind: str, held: tuple[str, str, str]
) -> None:
    head = {RULED: "root", IN_POWER: "nsubj|5"}.get(behind, "nsubj|3")
    rows = f"President|NOUN|nmod|2 Ada|PROPN|flat|2 Berg|PROPN|{head} {behind}"
    reading = read(rows, "Ada Berg=Person")
    for token in reading.doc:
        token.lemma_ = {"ruled": "rule"}.get(token.text, token.lemma_)
    assert tenure(reading) == held


@pytest.mark.parametrize(
    ("role", "behind"),
    [
        ("mayor", "since|ADP|case|9 the|DET|det|9 1991|NUM|nummod|9 war|NOUN|nmod|3"),
        ("first|ADJ|amod|4 mayor", "since|ADP|case|8 1991|NUM|nmod|4"),
    ],
    ids=["since the 1991 war", "the first since 1991"],
)
def test_a_time_that_counts_or_names_something_else_is_no_tenure(
    read: Read, role: str, behind: str
) -> None:
    extra = role.count(" ")
    head = 3 + extra
    rows = (
        f"{ADA}{head} was|AUX|cop|{head}|VBD {role}|NOUN|root of|ADP|case|{head + 2} "
        f"Torvik|PROPN|nmod|{head} {behind} .|PUNCT|punct|{head}"
    )
    assert tenure(read(rows, NAMES)) == ("", "", "")
