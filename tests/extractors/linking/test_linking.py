"""What is decided of given scores; the scores themselves are measured, not tested."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.annotation.semantic_roles import ROLES_NAME, register_roles
from extractors.events.events import find_event_mentions
from extractors.happenings.happenings import Happenings
from extractors.linking import linking
from extractors.linking.scene import Scene
from extractors.linking.scoring import Candidate, Candidates, Links
from extractors.reading import Reading
from graph.model import Evidence, Mention, MentionKey, Object, Statement, Value

Read = Callable[..., Reading]
Scored = dict[tuple[str, str], float]

TEXT = (
    "Gunmen|NOUN|nsubj|1 attacked|VERB|ROOT Doba|PROPN|obj|1 on|ADP|case|4 Monday|PROPN|obl|1 / "
    "Ada|PROPN|nsubj:pass|7 was|AUX|aux:pass|7 killed|VERB|ROOT|7 near|ADP|case|9 "
    "Torvik|PROPN|dep|7"
)
NAMES = "Doba=Place, Ada=Person, Torvik=Place"
LEAST = dict.fromkeys(("place", "time"), 0.5)
TOGETHER = dict.fromkeys(LEAST, 0.7)


@pytest.fixture
def reading(read: Read) -> Reading:
    return with_events(read(TEXT, NAMES, date="1999-05-05"))


def with_events(reading: Reading) -> Reading:
    """The reading of a reader that knows roles, with its events."""
    register_roles()
    reading.doc._.set(ROLES_NAME, ())
    return reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])


def mention(reading: Reading, text: str) -> Mention:
    return next(m for m in reading.mentions if m.text == text)


def by_rules(reading: Reading, event: str, predicate: str, target: str) -> Statement:
    """A statement as the rules make it; a target that is no mention is a date."""
    named = [m.key for m in reading.mentions if m.text == target]
    own = mention(reading, event)
    evidence = Evidence(own.passage, own.start, own.end, "rule", confidence=0.9)
    return Statement(own.key, predicate, named[0] if named else Value(target, "date"), evidence)


def _text(target: Object, texts: dict[MentionKey, str]) -> str:
    if isinstance(target, MentionKey):
        return texts[target]
    return target.text if isinstance(target, Value) else target.name


def link(
    monkeypatch: pytest.MonkeyPatch,
    reading: Reading,
    *statements: Statement,
    joined: bool = False,
    here: bool = False,
    **scores: Scored,
) -> tuple[set[tuple[str, str, str]], set[Statement]]:
    """What is added and what is left out, by scores of (event, place or time)."""

    def score(scene: Scene) -> Candidates:
        events = {event.mention.text: event for event in scene.events}
        clusters = {best.text: key for key, best in scene.clusters.best.items()}
        times = {time.text: number for number, time in enumerate(scene.times)}

        def take(name: str, targets: dict[str, MentionKey] | dict[str, int]) -> list[Candidate]:  # type: ignore[type-arg]
            told = scores.get(name, {}).items()
            return [Candidate(events[e], targets[what], share, here) for (e, what), share in told]

        return Candidates(take("place", clusters), take("time", times))

    monkeypatch.setattr(linking, "score_candidates", score)
    monkeypatch.setattr(linking, "load_links", lambda: Links({}, LEAST, TOGETHER))
    happenings = Happenings(reading, list(statements))
    if joined:
        monkeypatch.setattr(happenings, "of", lambda _: mention(reading, "attacked").key)
    added, mistaken = linking.link_events(reading, statements, happenings)
    texts = {m.key: m.text for m in reading.mentions}
    told = {(texts[s.subject], s.predicate, _text(s.object, texts)) for s in added}
    return told, mistaken


def test_a_likely_place_is_added(monkeypatch: pytest.MonkeyPatch, reading: Reading) -> None:
    places = {("killed", "Doba"): 0.8, ("killed", "Torvik"): 0.6, ("attacked", "Torvik"): 0.4}
    assert link(monkeypatch, reading, place=places)[0] == {("killed", "place", "Doba")}


def test_what_the_rules_found_is_not_looked_for(
    monkeypatch: pytest.MonkeyPatch, reading: Reading
) -> None:
    told = by_rules(reading, "killed", "place", "Torvik")
    other = by_rules(reading, "attacked", "patient", "Doba")
    places = {("killed", "Doba"): 0.8, ("attacked", "Doba"): 0.9}
    assert link(monkeypatch, reading, told, other, place=places)[0] == set()


def test_without_roles_nothing_is_linked(monkeypatch: pytest.MonkeyPatch, reading: Reading) -> None:
    reading.doc._.set(ROLES_NAME, None)
    told = by_rules(reading, "killed", "begin", "1999-05-03")
    places, times = {("killed", "Doba"): 0.8}, {("killed", "Monday"): 0.05}
    assert link(monkeypatch, reading, told, place=places, time=times) == (set(), set())


def test_more_is_asked_of_what_stands_in_the_sentence(
    monkeypatch: pytest.MonkeyPatch, reading: Reading
) -> None:
    places = {("killed", "Torvik"): 0.6}
    assert link(monkeypatch, reading, place=places)[0] == {("killed", "place", "Torvik")}
    assert link(monkeypatch, reading, here=True, place=places)[0] == set()
    likelier = {("killed", "Torvik"): 0.8}
    assert link(monkeypatch, reading, here=True, place=likelier)[0] == {
        ("killed", "place", "Torvik")
    }


def test_since_when_something_is_dates_nothing(monkeypatch: pytest.MonkeyPatch, read: Read) -> None:
    told = with_events(read(TEXT.replace("on|ADP", "since|ADP"), NAMES, date="1999-05-05"))
    (time,) = told.times
    told = replace(told, times=(replace(time, until=None),))
    assert link(monkeypatch, told, time={("killed", time.text): 0.9})[0] == set()


@pytest.mark.parametrize(
    ("rest", "added"),
    [
        ("near|ADP|case|4 Torvik|PROPN|dep|1", {("killed", "place", "Torvik")}),
        ("bound|VERB|acl|2 to|ADP|case|5 Torvik|PROPN|obl|3", set()),
        ("leader|NOUN|appos|2 of|ADP|case|5 Torvik|PROPN|nmod|3", set()),
    ],
    ids=["there", "on the way there", "a post"],
)
def test_where_somebody_was_not_is_no_place(
    monkeypatch: pytest.MonkeyPatch,
    read: Read,
    rest: str,
    added: set[tuple[str, str, str]],
) -> None:
    told = read(f"Gunmen|NOUN|nsubj|1 killed|VERB|ROOT Ada|PROPN|obj|1 {rest}", "Torvik=Place")
    told = with_events(told)
    assert link(monkeypatch, told, place={("killed", "Torvik"): 0.9})[0] == added


@pytest.mark.parametrize(("tie", "added"), [("as", set()), ("during", {"Doba"})])
def test_what_something_is_called_is_nowhere(
    monkeypatch: pytest.MonkeyPatch, read: Read, tie: str, added: set[str]
) -> None:
    text = f"Ada|PROPN|nsubj|1 called|VERB|ROOT it|PRON|obj|1 {tie}|ADP|case|5 an|DET|det|5"
    told = with_events(
        read(f"{text} attack|NOUN|obl|1 / Doba|PROPN|nsubj|7 slept|VERB|ROOT", "Doba=Place")
    )
    found = link(monkeypatch, told, place={("attack", "Doba"): 0.9})[0]
    assert {place for _, _, place in found} == added


@pytest.mark.parametrize(
    ("dep", "added"), [("nsubj", {("massacre", "begin", "1999-05-03")}), ("obj", set())]
)
def test_of_what_a_sentence_only_speaks_its_day_tells_nothing(
    monkeypatch: pytest.MonkeyPatch,
    read: Read,
    dep: str,
    added: set[tuple[str, str, str]],
) -> None:
    text = (
        f"the|DET|det|1 massacre|NOUN|{dep}|2 condemned|VERB|ROOT on|ADP|case|4 Monday|PROPN|obl|2"
    )
    told = with_events(read(text, date="1999-05-05"))
    times = {("massacre", "Monday"): 0.9}
    assert link(monkeypatch, told, here=True, time=times)[0] == added
    assert link(monkeypatch, told, time=times)[0] == {("massacre", "begin", "1999-05-03")}


NOUN = (
    "{first}|PROPN|compound|1 massacre|NOUN|nsubj|2 shocked|VERB|ROOT people|NOUN|obj|2 / "
    "Doba|PROPN|nsubj|5 slept|VERB|ROOT on|ADP|case|7 Monday|PROPN|obl|5"
)


@pytest.mark.parametrize(("first", "added"), [("Torvik", set()), ("The", {"Doba"})])
def test_an_event_that_is_told_by_a_name_is_nowhere_else(
    monkeypatch: pytest.MonkeyPatch, read: Read, first: str, added: set[str]
) -> None:
    text = NOUN.format(first=first)
    text = text if first == "Torvik" else text.replace("The|PROPN|compound", "The|DET|det")
    told = with_events(read(text, "Doba=Place", date="1999-05-05"))
    found = link(monkeypatch, told, place={("massacre", "Doba"): 0.9})[0]
    assert {place for _, _, place in found} == added


@pytest.mark.parametrize(
    ("noun", "added"), [("massacre", True), ("war", False), ("summit", True), ("fire", True)]
)
def test_what_lasts_does_not_begin_with_a_day_told_elsewhere(
    monkeypatch: pytest.MonkeyPatch, read: Read, noun: str, added: bool
) -> None:
    text = NOUN.format(first="The").replace("The|PROPN|compound", "The|DET|det")
    told = with_events(read(text.replace("massacre", noun), "Doba=Place", date="1999-05-05"))
    assert bool(link(monkeypatch, told, time={(noun, "Monday"): 0.9})[0]) is added


def test_the_day_of_an_anniversary_is_that_of_no_deed(
    monkeypatch: pytest.MonkeyPatch, read: Read
) -> None:
    text = (
        "Ada|PROPN|nsubj:pass|2 was|AUX|aux:pass|2 killed|VERB|ROOT / people|NOUN|nsubj|4 "
        "gathered|VERB|ROOT at|ADP|case|7 the|DET|det|7 anniversary|NOUN|obl|4 on|ADP|case|9 "
        "Monday|PROPN|obl|4"
    )
    told = with_events(read(text, "Ada=Person", date="1999-05-05"))
    times = {("killed", "Monday"): 0.9}
    recalled = by_rules(told, "anniversary", "begin", "1999-05-03")
    assert link(monkeypatch, told, time=times)[0] == {("killed", "begin", "1999-05-03")}
    assert link(monkeypatch, told, recalled, time=times)[0] == set()
    own = {("anniversary", "Monday"): 0.9}
    elsewhere = by_rules(told, "killed", "place", "Ada")
    assert link(monkeypatch, told, elsewhere, time=own)[0] == {
        ("anniversary", "begin", "1999-05-03")
    }


def test_words_of_one_happening_share_what_is_found(
    monkeypatch: pytest.MonkeyPatch, reading: Reading
) -> None:
    told = by_rules(reading, "attacked", "place", "Doba")
    places = {("killed", "Torvik"): 0.8}
    assert link(monkeypatch, reading, told, place=places)[0] == {("killed", "place", "Torvik")}
    assert link(monkeypatch, reading, told, joined=True, place=places)[0] == set()
    both = {("killed", "Torvik"): 0.8, ("attacked", "Doba"): 0.9}
    assert link(monkeypatch, reading, joined=True, place=both)[0] == {("attacked", "place", "Doba")}


def test_a_likely_time_gives_a_beginning_as_precise_as_it_is(
    monkeypatch: pytest.MonkeyPatch, reading: Reading
) -> None:
    times = {("killed", "Monday"): 0.8}
    assert link(monkeypatch, reading, time=times)[0] == {("killed", "begin", "1999-05-03")}
    told = by_rules(reading, "killed", "begin", "1999-05-02")
    assert link(monkeypatch, reading, told, time=times)[0] == set()


def test_a_date_that_the_text_does_not_bear_out_is_left_out(
    monkeypatch: pytest.MonkeyPatch, reading: Reading
) -> None:
    told = by_rules(reading, "killed", "begin", "1999-05-03")
    likely, unlikely = ({("killed", "Monday"): share} for share in (0.2, 0.05))
    assert link(monkeypatch, reading, told, time=likely)[1] == set()
    assert link(monkeypatch, reading, told, time=unlikely)[1] == {told}
    elsewhere = by_rules(reading, "killed", "begin", "1999-05-02")
    assert link(monkeypatch, reading, elsewhere, time=unlikely)[1] == set()
    place = replace(told, predicate="place", object=mention(reading, "Doba").key)
    assert link(monkeypatch, reading, place, time=unlikely)[1] == set()
