from collections.abc import Callable

import pytest

from extractors.arguments.relations import find_participations, find_parts
from extractors.arguments.times import find_event_times
from extractors.events.events import find_event_mentions
from extractors.happenings.happenings import find_happenings
from extractors.quantities.quantities import find_quantities
from extractors.reading import Reading

Read = Callable[..., Reading]


def groups(reading: Reading) -> list[set[str]]:
    """The words of each happening that is told in several, in the order of the text."""
    full = reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])
    finders = (find_participations, find_event_times, find_parts, find_quantities)
    happenings = find_happenings(full, [s for find in finders for s in find(full)])
    found: dict[object, set[str]] = {}
    for mention in full.mentions:
        if mention.event_type:
            found.setdefault(happenings.of(mention.key), set()).add(mention.text)
    return [words for words in found.values() if len(words) > 1]


@pytest.mark.parametrize(
    "table",
    [
        "A|DET|det|1 flood|NOUN|nsubj|2 killed|VERB|ROOT nine|NUM|obj|2",
        "They|PRON|nsubj|1 killed|VERB|ROOT it|PRON|obj|1 in|ADP|case|4 flood|NOUN|obl|1",
        "a|DET|det|1 flood|NOUN|ROOT that|PRON|nsubj|3 killed|VERB|acl:relcl|1 nine|NUM|obj|3",
    ],
    ids=["its subject", "after in", "a relative clause"],
)
def test_what_an_event_did_is_one_happening_with_it(read: Read, table: str) -> None:
    assert groups(read(table)) == [{"flood", "killed"}]


def test_a_participle_tells_what_came_of_the_deed(read: Read) -> None:
    reading = read(
        "They|PRON|nsubj|1 attacked|VERB|ROOT it|PRON|obj|1 ,|PUNCT|punct|4 "
        "kill|VERB|advcl|1|VBG nine|NUM|obj|4"
    )
    assert groups(reading) == [{"attacked", "kill"}]


def test_nobody_is_killed_by_a_war_near_by(read: Read) -> None:
    reading = read(
        "They|PRON|nsubj:pass|2 were|AUX|aux:pass|2 killed|VERB|ROOT during|ADP|case|5 "
        "the|DET|det|5 war|NOUN|obl|2"
    )
    assert groups(reading) == []


def test_two_days_make_two_happenings(read: Read) -> None:
    told = (
        "They|PRON|nsubj|1 seized|VERB|ROOT Doba|PROPN|obj|1 in|ADP|case|4 {}|NUM|obl|1 / "
        "the|DET|det|6 seizure|NOUN|nsubj|7 ended|VERB|ROOT in|ADP|case|9 {}|NUM|obl|7"
    )
    assert groups(read(told.format(1982, 1982), "Doba=Place")) == [{"seized", "seizure"}]
    assert groups(read(told.format(1982, 1985), "Doba=Place")) == []


def test_who_died_alone_is_told_of_by_the_sentence_before(read: Read) -> None:
    reading = read(
        "An|DET|det|1 explosion|NOUN|ROOT in|ADP|case|3 Doba|PROPN|nmod|1 / "
        "Nine|NUM|nsubj:pass|6 were|AUX|aux:pass|6 killed|VERB|ROOT",
        "Doba=Place",
    )
    assert groups(reading) == [{"explosion", "killed"}]


def test_who_died_elsewhere_is_not(read: Read) -> None:
    reading = read(
        "An|DET|det|1 explosion|NOUN|ROOT in|ADP|case|3 Doba|PROPN|nmod|1 / "
        "Nine|NUM|nsubj:pass|6 were|AUX|aux:pass|6 killed|VERB|ROOT in|ADP|case|8 Lom|PROPN|obl|6",
        "Doba=Place, Lom=Place",
    )
    assert groups(reading) == []


def test_a_raid_where_another_was_is_no_second_telling_of_it(read: Read) -> None:
    told = (
        "A|DET|det|1 raid|NOUN|ROOT in|ADP|case|3 Doba|PROPN|nmod|1 / "
        "{}|DET|det|5 raid|NOUN|ROOT in|ADP|case|7 DOBA|PROPN|nmod|5"
    )
    reading = read(told.format("a"), "Doba=Place, DOBA=Place")
    full = reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])
    assert not find_happenings(full, list(find_participations(full))).links
    reading = read(told.format("the"), "Doba=Place, DOBA=Place")
    full = reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])
    assert len(find_happenings(full, list(find_participations(full))).links) == 1
