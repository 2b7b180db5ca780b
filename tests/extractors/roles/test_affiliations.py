from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.reading import Reading
from extractors.roles.affiliations import find_affiliations
from graph.model import Value
from ontology.lexicons import load_lexicon

Write = Callable[..., Reading]


def affiliations(reading: Reading) -> set[tuple[str, str, str]]:
    labels = {mention.key: mention.label for mention in reading.mentions}
    return {
        (labels[s.subject], s.qualifiers.role, labels[s.object])  # type: ignore[index]
        for s in find_affiliations(reading)
        if s.predicate == "affiliation"
    }


def posts(reading: Reading) -> list[tuple[str, str]]:
    labels = {mention.key: mention.label for mention in reading.mentions}
    found = (s for s in find_affiliations(reading) if s.predicate == "post")
    return [(labels[s.subject], s.object.text) for s in found if isinstance(s.object, Value)]


@pytest.mark.parametrize(
    ("text", "names", "post"),
    [
        ("General Ada Berg said no .", "Ada Berg=Person", "general"),
        ("Ada Berg , a former police chief , said no .", "Ada Berg=Person", "former police chief"),
        ("Norse Minister Ada Berg said no .", "Norse=Group, Ada Berg=Person", "Norse minister"),
        ("then Norse Minister Ada Berg said no .", "Norse=Group, Ada Berg=Person",
         "then Norse minister"),
    ],
)  # fmt: skip
def test_a_role_without_a_body_is_a_post(write: Write, text: str, names: str, post: str) -> None:
    assert posts(write(text, names)) == [("Ada Berg", post)]


@pytest.mark.parametrize(
    "text", ["Ada Berg , a member , said no .", "Ada Berg , a historian , said no ."]
)
def test_a_trade_and_what_needs_a_body_are_no_posts(write: Write, text: str) -> None:
    assert posts(write(text, "Ada Berg=Person")) == []


def test_a_body_after_the_name_is_where_its_title_is_held(write: Write) -> None:
    reading = write(
        "Chairman Ada Berg of the Harbour Committee said no .",
        "Ada Berg=Person, Harbour Committee=Organization",
    )
    assert affiliations(reading) == {("Ada Berg", "chairman", "Harbour Committee")}


def test_places_after_the_role_of_a_body_are_what_it_is_about(write: Write) -> None:
    reading = write(
        "League Coordinator for Norland and Sudland Ada Berg said no .",
        "League=Organization, Norland=Place, Sudland=Place, Ada Berg=Person",
    )
    role = "coordinator for Norland and Sudland"
    assert affiliations(reading) == {("Ada Berg", role, "League")}


def test_the_end_of_a_longer_word_is_nowhere_to_hold_a_post(write: Write) -> None:
    reading = write("pro - Oslo leader Ada Berg said no .", "Oslo=Place, Ada Berg=Person")
    assert affiliations(reading) == set()


def test_an_owner_without_a_name_stands_before_where_a_role_is_held(write: Write) -> None:
    reading = write(
        "Ada Berg , a registrar at the city 's Mellin Library , said no .",
        "Ada Berg=Person, Mellin Library=Place",
    )
    assert affiliations(reading) == {("Ada Berg", "registrar", "Mellin Library")}


def test_a_role_after_the_name_is_held_at_what_follows_of(write: Write) -> None:
    reading = write(
        "Ada Berg , former President of Norland , said no .",
        "Ada Berg=Person, Norland=Place",
    )
    assert affiliations(reading) == {("Ada Berg", "former president", "Norland")}


def test_the_evidence_is_the_words_of_the_role(write: Write) -> None:
    reading = write(
        "Ada Berg , the former head of Norbank , said no .",
        "Ada Berg=Person, Norbank=Organization",
    )
    (statement,) = find_affiliations(reading)
    evidence = statement.evidence
    assert reading.document.text[evidence.start : evidence.end] == "former head"
    assert (evidence.passage, evidence.rule) == (0, "apposition")


def test_a_role_with_an_article_stands_before_the_name_and_a_comma(write: Write) -> None:
    reading = write(
        "the vice - president of the Olsen Foundation , Ada Berg , said no .",
        "Olsen Foundation=Organization, Ada Berg=Person",
    )
    assert affiliations(reading) == {("Ada Berg", "vice-president", "Olsen Foundation")}


def test_two_roles_at_two_organizations_are_two_statements(write: Write) -> None:
    reading = write(
        "the general coordinator of the Youth Forum on trade and the head of Norbank , Ada Berg ,",
        "Youth Forum=Organization, Norbank=Organization, Ada Berg=Person",
    )
    assert affiliations(reading) == {
        ("Ada Berg", "general coordinator", "Youth Forum"),
        ("Ada Berg", "head", "Norbank"),
    }


def test_two_roles_joined_by_and_share_what_follows(write: Write) -> None:
    reading = write(
        "Ada Berg is also the founder and chairwoman of Norbank .",
        "Ada Berg=Person, Norbank=Organization",
    )
    assert affiliations(reading) == {
        ("Ada Berg", "founder", "Norbank"),
        ("Ada Berg", "chairwoman", "Norbank"),
    }


def test_a_role_may_be_held_at_two_organizations(write: Write) -> None:
    reading = write(
        "Ada Berg is editor - in - chief at the Nornews and Daily Post .",
        "Ada Berg=Person, Nornews=Organization, Daily Post=Organization",
    )
    assert affiliations(reading) == {
        ("Ada Berg", "editor-in-chief", "Nornews"),
        ("Ada Berg", "editor-in-chief", "Daily Post"),
    }


def test_a_role_in_a_committee_is_one_in_what_the_committee_belongs_to(write: Write) -> None:
    reading = write(
        "Ada Berg is chairwoman of the Trade Committee of the Editors Council .",
        "Ada Berg=Person, Trade Committee=Organization, Editors Council=Organization",
    )
    assert affiliations(reading) == {
        ("Ada Berg", "chairwoman", "Trade Committee"),
        ("Ada Berg", "chairwoman of the Trade Committee", "Editors Council"),
    }


def test_an_organization_before_the_title_gives_it(write: Write) -> None:
    reading = write("UN Secretary - General Ada Berg said no", "UN=Organization, Ada Berg=Person")
    assert affiliations(reading) == {("Ada Berg", "secretary-general", "UN")}


def test_a_title_and_its_organization_stand_before_the_name(write: Write) -> None:
    reading = write(
        "Public Relations Officer of Fjord Watch Mr. Ada Berg said no",
        "Fjord Watch=Organization, Ada Berg=Person",
    )
    assert affiliations(reading) == {("Ada Berg", "public relations officer", "Fjord Watch")}


def test_a_title_after_a_name_and_a_comma_belongs_to_the_name_behind_it(write: Write) -> None:
    reading = write(
        "Ada Berg , UN envoy Ole Dahl and others met",
        "Ada Berg=Person, UN=Organization, Ole Dahl=Person",
    )
    assert affiliations(reading) == {("Ole Dahl", "envoy", "UN")}


@pytest.mark.parametrize(
    ("rest", "found"),
    [("left Kenya .", {("Ada Berg", "then president", "Kenya")}), ("left it .", set())],
)
def test_a_nationality_stands_for_its_country_where_the_text_names_that(
    write: Write, rest: str, found: set[tuple[str, str, str]]
) -> None:
    names = "Kenyan=Group, Ada Berg=Person" + (", Kenya=Place" if "Kenya" in rest else "")
    reading = write(f"the then Kenyan President Mr. Ada Berg {rest}", names)
    lexicon = load_lexicon()
    reading = reading.with_mentions(
        replace(m, identifier=next((e.iri for e in lexicon.find(m.label)), ""))
        for m in reading.mentions
    )
    assert affiliations(reading) == found


def test_an_ambassador_stands_for_the_country_that_sent_them(write: Write) -> None:
    reading = write(
        "H.E. Ada Berg ⏎ Ambassador of Norland to Kenya ⏎ Hello .",
        "Ada Berg=Person, Norland=Place, Kenya=Place",
    )
    assert affiliations(reading) == {("Ada Berg", "ambassador to Kenya", "Norland")}


def test_a_line_that_is_a_role_below_a_line_that_is_a_name(write: Write) -> None:
    reading = write(
        "Dr. Ada Berg ⏎ Chairwoman , Senate Trade Committee ⏎ Hello .",
        "Ada Berg=Person, Senate Trade Committee=Organization",
    )
    assert affiliations(reading) == {("Ada Berg", "chairwoman", "Senate Trade Committee")}


def test_a_sentence_below_a_line_that_is_a_name_is_no_role_of_it(write: Write) -> None:
    reading = write(
        "Ada Berg ⏎ President of Norland said no .",
        "Ada Berg=Person, Norland=Place",
    )
    assert affiliations(reading) == set()


def test_a_line_above_that_says_more_than_a_name_gives_no_holder(write: Write) -> None:
    reading = write(
        "Thanks from Ada Berg ⏎ President of Norland",
        "Ada Berg=Person, Norland=Place",
    )
    assert affiliations(reading) == set()


def test_commas_tie_a_line_without_a_verb(write: Write) -> None:
    reading = write(
        "Ada Berg , Research Assistant , Fjord Centre ( FC ) , Bergen",
        "Ada Berg=Person, Fjord Centre=Organization, FC=Organization, Bergen=Place",
    )
    assert affiliations(reading) == {("Ada Berg", "research assistant", "Fjord Centre")}


def test_commas_tie_no_role_in_a_sentence(write: Write) -> None:
    reading = write(
        "Ada Berg met a nurse , Norbank , and others .",
        "Ada Berg=Person, Norbank=Organization",
    )
    assert affiliations(reading) == set()


def test_the_author_is_the_author_of_the_document(write: Write) -> None:
    reading = write(
        "Ada Berg ⏎ The author is a visiting professor at the Department of Trade , "
        "Fjord University , Bergen . He is also an advisor of Norbank .",
        "Ada Berg=Person, Department of Trade=Organization, Fjord University=Organization, "
        "Bergen=Place, Norbank=Organization",
        authors=["Dr. Ada BERG"],
    )
    assert affiliations(reading) == {
        ("Ada Berg", "visiting professor", "Department of Trade"),
        ("Ada Berg", "visiting professor", "Fjord University"),
        ("Ada Berg", "advisor", "Norbank"),
    }


@pytest.mark.parametrize("authors", [[], ["Ole Dahl"], ["Ada Berg", "Ole Dahl"]])
def test_an_author_who_is_unknown_or_not_alone_gives_nothing(
    write: Write, authors: list[str]
) -> None:
    reading = write(
        "Ada Berg ⏎ The author is an advisor of Norbank .",
        "Ada Berg=Person, Norbank=Organization",
        authors=authors,
    )
    assert affiliations(reading) == set()


@pytest.mark.parametrize(
    ("names", "found"),
    [("Arn Berg=Person", {("Arn Berg", "advisor", "Norbank")}), ("Arn Berg=Place", set())],
)
def test_he_takes_up_the_person_that_the_paragraph_has_named(
    write: Write, names: str, found: set[tuple[str, str, str]]
) -> None:
    reading = write(
        "Arn Berg met guests . He is also an advisor of Norbank .",
        f"{names}, Norbank=Organization",
    )
    assert affiliations(reading) == found


def test_he_among_several_people_is_nobody_in_particular(write: Write) -> None:
    reading = write(
        "guests met Arn Berg and Ole Dahl . guests met . He is also an advisor of Norbank .",
        "Arn Berg=Person, Ole Dahl=Person, Norbank=Organization",
        authors=["Arn Berg"],
    )
    assert affiliations(reading) == set()


def test_an_organization_after_the_name_and_of(write: Write) -> None:
    reading = write(
        "Ada Berg of the Fjord Watch met Ole Dahl ( Norbank ) .",
        "Ada Berg=Person, Fjord Watch=Organization, Ole Dahl=Person, Norbank=Organization",
    )
    assert affiliations(reading) == {("Ada Berg", "", "Fjord Watch"), ("Ole Dahl", "", "Norbank")}


def test_a_place_after_the_name_and_of_is_no_affiliation(write: Write) -> None:
    reading = write("Ada Berg of Bergen said no", "Ada Berg=Person, Bergen=Place")
    assert affiliations(reading) == set()


def test_the_same_sentence_alone_ties_nobody_to_an_organization(write: Write) -> None:
    reading = write(
        "Ada Berg met Norbank and the president of Norland said no .",
        "Ada Berg=Person, Norbank=Organization, Norland=Place",
    )
    assert affiliations(reading) == set()


def test_the_holder_of_a_role_owns_what_follows_and_is_no_role(write: Write) -> None:
    reading = write(
        "Ada Berg , the president 's guest , met Norbank .",
        "Ada Berg=Person, Norbank=Organization",
    )
    assert affiliations(reading) == set()


def test_the_beginning_of_a_longer_name_is_not_where_a_role_is_held(write: Write) -> None:
    reading = write(
        "Ada Berg is chairwoman of the Norland Chess Club .", "Ada Berg=Person, Norland=Place"
    )
    assert affiliations(reading) == set()


@pytest.mark.parametrize(("role", "count"), [("senator", 1), ("nurse", 0)])
def test_from_a_place_tells_what_a_public_role_is_for(write: Write, role: str, count: int) -> None:
    reading = write(f"Ada Berg is a {role} from Norland .", "Ada Berg=Person, Norland=Place")
    assert len(affiliations(reading)) == count


def test_a_country_before_a_trade_is_no_employer(write: Write) -> None:
    reading = write("Norland historian Ada Berg said no", "Norland=Place, Ada Berg=Person")
    assert affiliations(reading) == set()


@pytest.mark.parametrize(
    "text",
    [
        "the Norse Party met . Ada Berg , the party 's deputy mayor , said no .",
        "the Norse Party met . Ada Berg , deputy mayor of the party , said no .",
    ],
)
def test_a_role_is_held_at_the_body_that_a_noun_takes_up(write: Write, text: str) -> None:
    reading = write(text, "Norse Party=Organization, Ada Berg=Person")
    (noun,) = [token for token in reading.doc if token.text == "party"]
    party = next(mention for mention in reading.mentions if mention.label == "Norse Party")
    taken_up = replace(reading, _taken_up={noun.i: party})
    assert {(who, where) for who, _, where in affiliations(taken_up)} == {
        ("Ada Berg", "Norse Party")
    }
    assert affiliations(reading) == set()


def test_nobody_holds_posts_of_two_states_joined_by_and(write: Write) -> None:
    names = "Norse=Group, Danish=Group, Ada Berg=Person"
    two = write("the Norse king and Danish Minister Ada Berg met .", names)
    assert posts(two) == [("Ada Berg", "Danish minister")]
    one = write("the Norse king and Minister Ada Berg met .", "Norse=Group, Ada Berg=Person")
    assert {post for _, post in posts(one)} == {"Norse king", "Norse minister"}
