from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from spacy.tokens import Token

from extractors.reading import Reading
from extractors.reference.antecedents import find_references
from extractors.reference.ranking import rank_by_reader
from extractors.reference.referents import Referent
from graph.model import Sourced

Read = Callable[..., Reading]


def joined(*sentences: str) -> str:
    """One table of several, each with heads that count from its own first word."""
    rows: list[str] = []
    for sentence in sentences:
        start = sum(row != "/" for row in rows)
        rows += ["/"] if rows else []
        for row in sentence.split():
            parts = row.split("|")
            parts[3:4] = [str(int(part) + start) for part in parts[3:4] if part]
            rows.append("|".join(parts))
    return " ".join(rows)


BERG = "Arn|PROPN|nsubj|2|NNP Berg|PROPN|flat|0|NNP met|VERB|ROOT "
DAHL = "Orn|PROPN|obj|2|NNP Dahl|PROPN|flat|3|NNP"
HE = "He|PRON|nsubj|1|PRP slept|VERB|ROOT"
LAWYER = (
    "Arn|PROPN|nsubj|4|NNP Berg|PROPN|flat|0|NNP a|DET|det|3|DT lawyer|NOUN|appos|0|NN "
    "slept|VERB|ROOT"
)
NAMES = "Arn Berg=Person, Orn Dahl=Person"


def meant(reading: Reading) -> dict[str, str]:
    """Whom each word takes up, by labels."""
    taken = find_references(reading).taken_up
    return {reading.doc[index].text: mention.label for index, mention in taken.items()}


def test_he_takes_up_the_subject_of_the_sentence_before(read: Read) -> None:
    assert meant(read(joined(BERG + DAHL, HE), NAMES)) == {"He": "Arn Berg"}


def test_he_takes_up_a_man_over_paragraphs_and_sentences(read: Read) -> None:
    rain = "Rain|NOUN|nsubj|1|NN fell|VERB|ROOT"
    table = joined(BERG + "guests|NOUN|obj|2|NNS", rain, rain, HE)
    assert meant(read(table, "Arn Berg=Person")) == {"He": "Arn Berg"}


def test_she_is_nobody_who_is_called_he(read: Read) -> None:
    met = "Ada|PROPN|nsubj|2|NNP Berg|PROPN|flat|0|NNP met|VERB|ROOT " + DAHL
    reading = read(joined(met, HE), "Ada Berg=Person, Orn Dahl=Person")
    assert meant(reading) == {"He": "Orn Dahl"}


def test_somebody_without_a_name_stands_in_the_way(read: Read) -> None:
    met = (
        "Ada|PROPN|nsubj|2|NNP Berg|PROPN|flat|0|NNP met|VERB|ROOT the|DET|det|4|DT "
        "minister|NOUN|obj|2|NN"
    )
    reading = read(joined(met, HE), "Ada Berg=Person")
    assert meant(reading) == {"He": "minister"}


def test_he_is_open_where_two_stand_out_alike(read: Read) -> None:
    met = (
        "guests|NOUN|nsubj|1|NNS met|VERB|ROOT Arn|PROPN|obj|1|NNP Berg|PROPN|flat|2|NNP "
        "and|CCONJ|cc|5|CC Orn|PROPN|conj|2|NNP Dahl|PROPN|flat|5|NNP"
    )
    assert meant(read(joined(met, HE), NAMES)) == {}


def test_nobody_is_taken_up_across_the_edge_of_a_quotation(read: Read) -> None:
    told = "Arn|PROPN|nsubj|2|NNP Berg|PROPN|flat|0|NNP left|VERB|ROOT"
    quoted = (
        "“|PUNCT|punct|3 Arn|PROPN|nsubj|3|NNP Berg|PROPN|flat|1|NNP left|VERB|ROOT ”|PUNCT|punct|3"
    )
    assert meant(read(joined(told, HE), "Arn Berg=Person")) == {"He": "Arn Berg"}
    assert meant(read(joined(quoted, HE), "Arn Berg=Person")) == {}


def test_her_is_not_the_subject_of_the_same_verb(read: Read) -> None:
    reading = read(
        "Ada|PROPN|nsubj|2|NNP Berg|PROPN|flat|0|NNP saw|VERB|ROOT her|PRON|obj|2|PRP",
        "Ada Berg=Person",
    )
    assert meant(reading) == {}


def test_his_may_be_the_subject_of_the_same_verb(read: Read) -> None:
    reading = read(BERG + "his|PRON|nmod:poss|4|PRP$ brother|NOUN|obj|2|NN", "Arn Berg=Person")
    assert meant(reading) == {"his": "Arn Berg"}


def test_the_lawyer_is_the_only_one_named_as_such(read: Read) -> None:
    again = "The|DET|det|1|DT lawyer|NOUN|nsubj|2|NN spoke|VERB|ROOT"
    reading = read(joined(LAWYER, again), "Arn Berg=Person")
    assert find_references(reading).taken_up[6].label == "Arn Berg"
    other = "The|DET|det|1|DT doctor|NOUN|nsubj|2|NN spoke|VERB|ROOT"
    assert 6 not in find_references(read(joined(LAWYER, other), "Arn Berg=Person")).taken_up


def test_the_lawyer_of_another_town_is_somebody_else(read: Read) -> None:
    other = (
        "The|DET|det|1|DT lawyer|NOUN|nsubj|4|NN of|ADP|case|3|IN Lissa|PROPN|nmod|1|NNP "
        "spoke|VERB|ROOT"
    )
    reading = read(joined(LAWYER, other), "Arn Berg=Person, Lissa=Place")
    assert 6 not in find_references(reading).taken_up


def test_what_was_described_is_taken_up_by_the_same_noun(read: Read) -> None:
    fled = "Three|NUM|nummod|1|CD gunman|NOUN|nsubj|2|NNS fled|VERB|ROOT"
    hid = "The|DET|det|1|DT gunman|NOUN|nsubj|2|NNS hid|VERB|ROOT"
    reading = read(joined(fled, hid))
    (link,) = [k for k in find_references(reading).links if "takes up" in k.reason]
    assert reading.document.text[link.mention.start : link.mention.end] == "gunman"
    assert reading.document.text[link.antecedent.start : link.antecedent.end] == "Three gunman"


def test_the_ministry_is_the_only_one_named(read: Read) -> None:
    met = "Health|PROPN|compound|1|NNP Ministry|PROPN|nsubj|2|NNP met|VERB|ROOT"
    spoke = "The|DET|det|1|DT ministry|NOUN|nsubj|2|NN spoke|VERB|ROOT"
    reading = read(joined(met, spoke), "Health Ministry=Organization")
    assert meant(reading) == {"ministry": "Health Ministry"}


def test_each_pronoun_that_is_resolved_is_a_mention_with_a_link_and_its_reason(
    read: Read,
) -> None:
    found = find_references(read(joined(BERG + DAHL, HE), NAMES))
    (pronoun,) = found.pronouns
    (link,) = [link for link in found.links if link.mention == pronoun.key]
    assert (pronoun.text, pronoun.is_local) == ("He", True)
    assert link.reason == "“He” takes up “Arn Berg”, who stands out most before it"


BOTH = (
    "Ole|PROPN|compound|1|NNP Berg|PROPN|nsubj|5|NNP and|CCONJ|cc|4 Orn|PROPN|compound|4|NNP "
    "Dahl|PROPN|conj|1|NNP met|VERB|ROOT"
)
OF_BOTH = "Ole Berg=Person, Orn Dahl=Person"


def test_another_ranking_is_asked_where_the_rules_leave_it_open(read: Read) -> None:
    def last(_: Token, candidates: Sequence[Referent]) -> list[float]:
        return [float(candidate.word.i) for candidate in candidates]

    reading = read(joined(BOTH, HE), OF_BOTH)
    assert find_references(reading, rank=lambda *_: None).taken_up == {}
    taken = find_references(reading, rank=last).taken_up
    assert [mention.label for mention in taken.values()] == ["Orn Dahl"]
    clear = read(joined(BERG + DAHL, HE), NAMES)
    same = find_references(clear, rank=last).taken_up
    assert same == find_references(clear, rank=lambda *_: None).taken_up != {}


def test_the_odds_of_a_reader_decide_where_they_are_clear(read: Read) -> None:
    reading = read(joined(BOTH, HE), OF_BOTH)
    assert rank_by_reader(reading.doc[6], []) is None
    reading.doc._.coreference = [(6, 4, 0.8), (6, 1, 0.1)]
    assert [m.label for m in find_references(reading).taken_up.values()] == ["Orn Dahl"]
    reading.doc._.coreference = [(6, 4, 0.5), (6, 1, 0.4)]
    assert find_references(reading).taken_up == {}
    reading.doc._.coreference = [(6, -1, 0.9), (6, 4, 0.1)]
    assert find_references(reading).taken_up == {}


@pytest.mark.parametrize(("verb", "same"), [("killed", False), ("met", True)])
def test_those_who_were_killed_do_nothing_any_more(read: Read, verb: str, *, same: bool) -> None:
    first = f"Police|NOUN|nsubj|1|NN {verb}|VERB|ROOT 40|NUM|nummod|3|CD rebel|NOUN|obj|1|NNS"
    second = "The|DET|det|1|DT rebel|NOUN|nsubj|2|NNS spoke|VERB|ROOT"
    assert (5 in find_references(read(joined(first, second))).taken_up) == same


def test_the_newspaper_is_the_one_that_is_named_as_newspapers_are(read: Read) -> None:
    met = (
        "Harbour|PROPN|compound|1|NNP Gazette|PROPN|nsubj|2|NNP met|VERB|ROOT "
        "Lake|PROPN|compound|4|NNP Court|PROPN|obj|2|NNP"
    )
    spoke = "The|DET|det|1|DT newspaper|NOUN|nsubj|2|NN spoke|VERB|ROOT"
    reading = read(joined(met, spoke), "Harbour Gazette=Organization, Lake Court=Organization")
    assert meant(reading) == {"newspaper": "Harbour Gazette"}


def test_i_is_the_only_author_outside_of_quotations(read: Read) -> None:
    told = "Arn|PROPN|nsubj|2|NNP Berg|PROPN|flat|0|NNP writes|VERB|ROOT"
    plain = read(joined(told, "I|PRON|nsubj|1|PRP slept|VERB|ROOT"), "Arn Berg=Person")
    quoted = read(
        joined(told, "“|PUNCT|punct|2 I|PRON|nsubj|2|PRP slept|VERB|ROOT ”|PUNCT|punct|2"),
        "Arn Berg=Person",
    )

    def by_berg(reading: Reading) -> Reading:
        author = (Sourced("Arn Berg", "test"),)
        return replace(reading, document=replace(reading.document, authors=author))

    assert meant(plain) == {}
    assert meant(by_berg(plain)) == {"I": "Arn Berg"}
    assert meant(by_berg(quoted)) == {}


SAID = "They|PRON|nsubj|1|PRP say|VERB|ROOT "
MET = "guard|NOUN|nsubj|1|NNS say|VERB|ROOT settler|NOUN|nsubj|3|NNS {verb}|VERB|ccomp|1"


def test_who_says_more_is_who_spoke_before(read: Read) -> None:
    told = joined(MET.format(verb="left"), SAID + "dams|NOUN|nsubj|3|NNS broke|VERB|ccomp|1")
    assert meant(read(told)) == {"They": "guard"}
    done = joined(MET.format(verb="left"), "They|PRON|nsubj|1|PRP hid|VERB|ROOT")
    assert "They" not in meant(read(done))


def test_of_two_who_spoke_the_last_goes_on(read: Read) -> None:
    first = "Arn|PROPN|nsubj|2|NNP Berg|PROPN|flat|0|NNP say|VERB|ROOT it|PRON|obj|2|PRP"
    last = "Orn|PROPN|nsubj|2|NNP Dahl|PROPN|flat|0|NNP say|VERB|ROOT it|PRON|obj|2|PRP"
    he = "He|PRON|nsubj|1|PRP say|VERB|ROOT it|PRON|obj|1|PRP"
    assert meant(read(joined(first, first, last, he), NAMES))["He"] == "Orn Dahl"


def test_a_pronoun_is_nobody_who_is_met_again_in_its_clause(read: Read) -> None:
    hid = "guard|NOUN|nsubj|1|NNS hid|VERB|ROOT"
    again = SAID + "the|DET|det|3|DT {noun}|NOUN|nsubj|4|NNS left|VERB|ccomp|1"
    assert "They" not in meant(read(joined(hid, again.format(noun="guard"))))
    assert meant(read(joined(hid, again.format(noun="settler"))))["They"] == "guard"


LUND = (
    "Norlandic|ADJ|amod|1|JJ President|PROPN|compound|3|NNP Ada|PROPN|compound|3|NNP "
    "Lund|PROPN|nsubj|4|NNP spoke|VERB|ROOT"
)


@pytest.mark.parametrize(
    ("description", "same"),
    [
        ("The|DET|det|2|DT Norlandic|ADJ|amod|2|JJ leader|NOUN|nsubj|3|NN", True),
        ("The|DET|det|2|DT Voltan|ADJ|amod|2|JJ leader|NOUN|nsubj|3|NN", False),
        ("The|DET|det|2|DT Norlandic|ADJ|amod|2|JJ lawyer|NOUN|nsubj|3|NN", False),
    ],
)
def test_a_wider_noun_takes_up_a_post_of_the_same_country(
    read: Read, description: str, *, same: bool
) -> None:
    reading = read(joined(LUND, description + " slept|VERB|ROOT"), "Lund=Person")
    assert ("Lund" in meant(reading).values()) == same


def test_a_wider_noun_alone_takes_up_nobody(read: Read) -> None:
    alone = "The|DET|det|1|DT leader|NOUN|nsubj|2|NN slept|VERB|ROOT"
    assert meant(read(joined(LUND, alone), "Lund=Person")) == {}


IT = "It|PRON|nsubj|1|PRP asked|VERB|ROOT"


@pytest.mark.parametrize(
    ("table", "names"),
    [
        (("They|PRON|nsubj|1 met|VERB|ROOT Front|PROPN|obj|1|NNP near|ADP|case|4 "
         "dam|NOUN|obl|1|NN"), "Front=Organization"),
        ("Two|NUM|nsubj|1|CD met|VERB|ROOT Front|PROPN|obj|1|NNP", "Front=Organization"),
        ("Lancers|PROPN|nsubj|1|NNPS met|VERB|ROOT", "Lancers=Organization"),
    ],
)  # fmt: skip
def test_it_takes_up_a_body_that_nothing_stands_in_the_way_of(
    read: Read, table: str, names: str
) -> None:
    assert list(meant(read(joined(table, IT), names)).values()) == [names.split("=", maxsplit=1)[0]]


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("Dam|NOUN|nsubj|1|NN hurt|VERB|ROOT Front|PROPN|obj|1|NNP", "Front=Organization"),
        (("They|PRON|nsubj|1 moved|VERB|ROOT stone|NOUN|obj|1|NN near|ADP|case|4 "
         "Front|PROPN|obl|1|NNP"), "Front=Organization"),
        ("Flood|PROPN|nsubj|1|NNP ended|VERB|ROOT", "Flood=Event:Disaster"),
        ("Norlander|PROPN|nsubj|1|NNP met|VERB|ROOT", "Norlander=Group"),
        ("the|DET|det|1 force|NOUN|nsubj|2|NNS met|VERB|ROOT", ""),
        (("Front|PROPN|nsubj|1|NNP met|VERB|ROOT / he|PRON|nsubj|3 slept|VERB|ROOT / "
         "he|PRON|nsubj|5 slept|VERB|ROOT"), "Front=Organization"),
    ],
)  # fmt: skip
def test_it_takes_up_no_event_nobody_of_several_and_nothing_far_away_or_behind_a_thing(
    read: Read, table: str, names: str
) -> None:
    start = sum(row != "/" for row in table.split())
    it = IT.replace("|1|", f"|{start + 1}|")
    assert "It" not in meant(read(f"{table} / {it}", names))


@pytest.mark.parametrize(
    ("table", "names", "label"),
    [
        (("the|DET|det|1 wife|NOUN|nsubj|5|NN Ada|PROPN|nsubj|4|NNP Berg|PROPN|flat|2|NNP "
         "met|VERB|acl|1 slept|VERB|ROOT"), "Ada Berg=Person", "Ada Berg"),
        (("the|DET|det|1 guard|NOUN|nsubj|5|NNS Ada|PROPN|nsubj|4|NNP Berg|PROPN|flat|2|NNP "
         "met|VERB|acl|1 slept|VERB|ROOT"), "Ada Berg=Person", None),
        (("the|DET|det|1 guard|NOUN|nsubj|4|NN Norland|PROPN|nsubj|3|NNP met|VERB|acl|1 "
         "slept|VERB|ROOT"), "Norland=Place", None),
        ("the|DET|det|1 guard|NOUN|nsubj|2|NN slept|VERB|ROOT", "", None),
        (("the|DET|det|1 guard|NOUN|nsubj|4|NN a|DET|det|3 lawyer|NOUN|appos|1|NN "
         "slept|VERB|ROOT"), "", None),
    ],
)  # fmt: skip
def test_one_described_right_before_the_name_of_a_person_is_that_person(
    read: Read, table: str, names: str, label: str | None
) -> None:
    assert list(meant(read(table, names)).values()) == ([label] if label else [])


def test_whom_the_text_once_called_he_is_never_she(read: Read) -> None:
    told = "Berg|PROPN|nsubj|1|NNP slept|VERB|ROOT"
    again = "Orn|PROPN|nsubj|2|NNP Berg|PROPN|flat|0|NNP left|VERB|ROOT"
    she = "She|PRON|nsubj|1|PRP slept|VERB|ROOT"
    names = "Berg=Person, Orn Berg=Person"
    assert meant(read(joined(told, HE, again, she), names)) == {"He": "Orn Berg"}
    assert meant(read(joined(told, again, she), names)) == {"She": "Orn Berg"}


def test_of_all_places_at_which_somebody_is_told_of_the_best_counts(read: Read) -> None:
    met = (
        "Berg|PROPN|nsubj|1|NNP met|VERB|ROOT Ole|PROPN|obj|1|NNP Dahl|PROPN|flat|2|NNP "
        "near|ADP|case|6 the|DET|det|6 house|NOUN|obl|1|NN of|ADP|case|8 Orn|PROPN|nmod|6|NNP "
        "Berg|PROPN|flat|8|NNP"
    )
    reading = read(joined(met, HE), "Berg=Person, Ole Dahl=Person, Orn Berg=Person")
    assert meant(reading) == {"He": "Orn Berg"}
