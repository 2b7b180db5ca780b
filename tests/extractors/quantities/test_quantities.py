from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from extractors.actors.described import find_described
from extractors.events.events import find_event_mentions
from extractors.quantities.counts import Count
from extractors.quantities.quantities import find_quantities, find_told_counts
from extractors.reading import Reading, find_passages
from extractors.times.times import find_times
from graph.model import Concept, Document, Kind, Mention, MentionKey, Statement, Value

Read = Callable[..., Reading]


def plain(text: str, *groups: str, event: str = "") -> Reading:
    """Sentences without a parse; mentions of groups, and of an event, where they are named."""
    words = text.split()
    spaces = [True] * (len(words) - 1) + [False]
    starts: list[bool | int | None] = [i == 0 or words[i - 1] == "." for i in range(len(words))]
    doc = Doc(Vocab(), words=words, spaces=spaces, sent_starts=starts)
    times = tuple(find_times(text, None))
    reading = Reading(Document("d", text, "test"), doc, find_passages(doc), times)
    mentions = [_mention(text, name, Kind.GROUP) for name in groups]
    if event:
        mentions.append(_mention(text, event, Kind.EVENT))
    return reading.with_mentions(mentions)


def _mention(text: str, label: str, kind: Kind) -> Mention:
    start = text.index(label)
    event_type = "Killing" if kind is Kind.EVENT else ""
    return Mention(
        "d", start, start + len(label), 0, label, label, kind, head=label, event_type=event_type
    )


def told(text: str, *groups: str) -> list[str]:
    """Each count as "predicate bound value group"; parts are indented after their total."""
    lines: list[str] = []
    for quantity in find_told_counts(plain(text, *groups)):
        lines += [f"{quantity.told.predicate} {_written(count)}" for count in quantity.totals]
        lines += [f"  {_written(count)}" for count in quantity.parts]
    return lines


def _written(count: Count) -> str:
    bound = "" if count.bound == "Exactly" else f"{count.bound} "
    value = f"{count.value}-{count.upper}" if count.upper else str(count.value)
    group = count.group or Concept("Everyone")
    return f"{bound}{value} {group.name if isinstance(group, Concept) else 'named'}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("41 people were killed.", "killed 41 Everyone"),
        ("41 residents of the town of Norville were reportedly killed.", "killed 41 Everyone"),
        ("The fire claimed 41 lives.", "killed 41 Everyone"),
        ("The fire took the lives of 41 workers.", "killed 41 Workers"),
        ("41 lives were lost.", "killed 41 Everyone"),
        ("The flood caused 2,300 deaths.", "killed 2300 Everyone"),
        ("The death toll rose to 35.", "killed 35 Everyone"),
        ("Officials put the death toll of the raid at 35.", "killed 35 Everyone"),
        ("The number of people killed there has risen to 35.", "killed 35 Everyone"),
        ("The death toll of the 1988 earthquake was put at 35.", "killed 35 Everyone"),
        ("The number of dead there stands at 35 and the sick at 90.", "killed 35 Everyone"),
        ("A man died, bringing the death toll of the raid to 35.", "killed 35 Everyone"),
        ("The number of injured in the town reached 35.", "injured 35 Everyone"),
        ("The murder of 41 civilians shocked many.", "killed 41 Civilians"),
        ("Nine families were wiped out.", "killed 9 Families"),
        ("They killed 1,200 U.S. soldiers.", "killed 1200 Soldiers"),
        ("One million people died.", "killed 1000000 Everyone"),
        ("About 1.5 million people were deported.", "displaced About 1500000 Everyone"),
        ("4,210 inhabitants were forcibly deported.", "displaced 4210 Everyone"),
        ("Floods forced 3,000 people to flee.", "displaced 3000 Everyone"),
        ("312 were hurt.", "injured 312 Everyone"),
        ("Up to 500 people were wounded.", "injured AtMost 500 Everyone"),
        ("About 60 miners are still missing.", "missing About 60 Workers"),
        ("1,040 were seized, taken prisoner and beaten.", "captured 1040 Everyone"),
        ("They took 12 people hostage.", "captured 12 Everyone"),
        ("Police arrested at least 12 protesters.", "arrested AtLeast 12 Protesters"),
        ("90 pupils lost one of their parents.", "bereaved 90 Students"),
        ("Twenty-two children were orphaned.", "bereaved 22 Children"),
        ("Between 200 and 300 people died.", "killed 200-300 Everyone"),
        ("200 to 300 people died in 1992.", "killed 200-300 Everyone"),
        ("41 men, women and children were killed.", "killed 41 Everyone"),
    ],
)
def test_a_count_of_people_is_read_with_what_befell_them(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds of civilians were killed.",
        "20 percent of the people were killed.",
        "The 44-day war killed many.",
        "No one was killed.",
        "One of their parents was killed.",
        "20 people will be killed.",
        "They did not kill 20 soldiers.",
        "They wanted to kill 20 soldiers.",
        "41 people were killed or wounded.",
        "The company fired 200 workers.",
        "Officials gave the number of dead to two witnesses.",
        "The death toll of the raid is 20 higher than thought.",
        "In 1992 the town fell.",
        "They captured 20 villages.",
        "The bill cost $20 million.",
    ],
)
def test_what_is_no_sure_count_is_left_out(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "41 people, including 6 women and 3 children, were killed.",
        "41 people were killed, including 6 women and 3 children.",
        "41 people (6 women, 3 children) were killed.",
        "It claimed 41 lives, among them 6 women and 3 children.",
        "Of the 41 people killed, 6 were women and 3 were children.",
    ],
)
def test_parts_belong_to_their_total(text: str) -> None:
    assert told(text) == ["killed 41 Everyone", "  6 Women", "  3 Children"]


def test_what_happened_to_each_count_is_kept_apart() -> None:
    text = "The blast left 20 people dead and 50 injured, wounding 30 others."
    assert told(text) == ["killed 20 Everyone", "injured 50 Everyone", "injured 30 Everyone"]


def test_a_list_shares_what_happened() -> None:
    text = "They killed at least 20 soldiers and 35 civilians."
    assert told(text) == ["killed AtLeast 20 Soldiers", "killed 35 Civilians"]


def test_who_does_it_is_not_counted() -> None:
    assert told("20 soldiers killed 13 civilians.") == ["killed 13 Civilians"]


def test_a_people_of_the_text_is_the_group() -> None:
    (statement,) = statements(
        "More than 900 Northlanders were killed in the raid .", "Northlanders"
    )
    assert isinstance(statement.qualifiers.group, MentionKey)
    assert statement.qualifiers.bound == Concept("AtLeast")


def statements(text: str, *groups: str) -> list[Statement]:
    return list(find_quantities(plain(text, *groups, event="raid")))


def test_without_an_event_there_is_no_statement() -> None:
    assert not list(find_quantities(plain("41 people were killed .")))


def test_a_statement_names_event_value_group_and_evidence() -> None:
    text = "In the raid 41 people were killed , including 3 children ."
    total, part = statements(text)
    assert text[total.subject.start : total.subject.end] == "raid"
    assert (total.predicate, total.object) == ("killed", Value("41", "integer"))
    assert total.qualifiers.group == Concept("Everyone")
    assert text[total.evidence.start : total.evidence.end] == "41 people were killed"
    assert part.qualifiers.part_of == total.key
    assert text[part.evidence.start : part.evidence.end] == "3 children"


def test_a_range_gives_two_bounds() -> None:
    text = "In the raid 200 to 300 people were killed ."
    found = [(s.object, s.qualifiers.bound) for s in statements(text)]
    assert found == [
        (Value("200", "integer"), Concept("AtLeast")),
        (Value("300", "integer"), Concept("AtMost")),
    ]


def test_a_count_belongs_to_the_word_that_tells_what_befell_the_counted(read: Read) -> None:
    reading = read(
        "The|DET|det|1 siege|NOUN|nsubj|5 like|ADP|case|4 the|DET|det|4 battle|NOUN|nmod|1 "
        "killed|VERB|ROOT 41|NUM|nummod|7 people|NOUN|obj|5"
    )
    full = reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])
    (statement,) = find_quantities(full)
    assert full.document.text[statement.subject.start : statement.subject.end] == "killed"


def test_the_sentence_before_gives_the_event_where_it_is_definite(read: Read) -> None:
    reading = read(
        "The|DET|det|1 siege|NOUN|nsubj|2 ended|VERB|ROOT .|PUNCT|punct|2 / "
        "41|NUM|nummod|5 people|NOUN|nsubj|6 died|VERB|ROOT"
    )
    full = reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])
    (statement,) = find_quantities(full)
    assert full.document.text[statement.subject.start : statement.subject.end] == "siege"
    assert statement.evidence.confidence == 0.55


def test_figures_that_follow_each_other_share_the_event() -> None:
    text = "In the raid 41 people were killed . Later 12 were injured . 7 are missing ."
    reading = plain(text, event="raid")
    assert {s.subject.start for s in find_quantities(reading)} == {text.index("raid")}
    assert len(list(find_quantities(reading))) == 3


WORDS = """41 1,275 one two million people women children were killed wounded taken hostage lost
their lives including of them and , . ( ) between 200 to 300 more than at least deaths the lost"""


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=16).map(" ".join))
def test_counts_lie_in_their_sentence_and_never_overlap(text: str) -> None:
    for quantity in find_told_counts(plain(text)):
        counts = sorted((*quantity.totals, *quantity.parts), key=lambda count: count.start)
        assert all(0 <= c.start < c.end <= len(text) for c in counts)
        assert all(a.end <= b.start for a, b in pairwise(counts))


def about_the_raid(text: str) -> list[str]:
    """The subjects of the counts of a text in which each "Oda raid" is an event's name.

    All words of a sentence hang from "killed", or from its first word.
    """
    words = text.split()
    starts: list[bool | int | None] = [i == 0 or words[i - 1] == "." for i in range(len(words))]
    begins = [index for index, start in enumerate(starts) if start]
    spans = list(pairwise([*begins, len(words)]))
    roots = [next((i for i in range(*span) if words[i] == "killed"), span[0]) for span in spans]
    heads = [root for span, root in zip(spans, roots, strict=True) for _ in range(*span)]
    deps = ["ROOT" if head == index else "dep" for index, head in enumerate(heads)]
    doc = Doc(Vocab(), words=words, heads=heads, deps=deps, sent_starts=starts)
    times = tuple(find_times(doc.text, None))
    reading = Reading(Document("d", doc.text, "test"), doc, find_passages(doc), times)
    found = [_named(reading, token) for token in doc if token.text in {"raid", "Lund"}]
    full = reading.with_mentions(found)
    labels = {mention.key: mention.label for mention in full.mentions}
    return [labels[statement.subject] for statement in find_quantities(full)]


def _named(reading: Reading, token: Token) -> Mention:
    event = token.text == "raid"
    start, end = token.idx - len("Oda ") * event, token.idx + len(token)
    label = reading.document.text[start:end]
    kind = Kind.EVENT if event else Kind.PLACE
    passage = reading.passage_at(start).index
    return Mention(
        "d", start, end, passage, label, label, kind, head=token.text, event_type="Attack" * event
    )


FILLER = ". It was cold . It was dark . "


def test_a_count_far_from_any_event_belongs_to_what_the_text_is_about() -> None:
    text = f"The Oda raid began . The Oda raid ended {FILLER}In all 12 people were killed ."
    assert about_the_raid(text) == ["Oda raid"]


@pytest.mark.parametrize("where", ["1950", "Lund"])
def test_a_count_with_a_time_or_place_of_its_own_belongs_to_no_event(where: str) -> None:
    text = f"The Oda raid began . The Oda raid ended {FILLER}In {where} 12 people were killed ."
    assert about_the_raid(text) == []


@pytest.mark.parametrize(
    ("noun", "found"), [("separatists|NOUN|obj|1|NNS", 2), ("bridges|NOUN|obj|1|NNS", 0)]
)
def test_people_whom_no_list_knows_are_counted_where_a_noun_is_of_people(
    read: Read, noun: str, found: int
) -> None:
    reading = read(
        f"Guards|NOUN|nsubj|1 killed|VERB|ROOT two|NUM|nummod|4 armed|ADJ|amod|4 {noun}"
        " .|PUNCT|punct|1"
    )
    reading.doc[4].lemma_ = reading.doc[4].text.removesuffix("s")
    described = list(find_described(reading))
    counts = [q.totals[0].value for q in find_told_counts(reading.with_mentions(described))]
    assert counts == [found] * bool(found)
