from collections.abc import Callable

import pytest

from extractors.arguments.relations import find_participations
from extractors.events.events import find_event_mentions
from extractors.reading import Reading

Read = Callable[..., Reading]


def places(reading: Reading) -> list[tuple[str, str]]:
    full = reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])
    labels = {mention.key: mention.label for mention in full.mentions}
    heads = {mention.key: mention.head for mention in full.mentions}
    placed = [s for s in find_participations(full) if s.predicate == "place"]
    return [(heads[s.subject], labels[s.object]) for s in placed if isinstance(s.object, tuple)]


@pytest.mark.parametrize(
    "table",
    [
        # "crowds marched through Doba, killing nine"
        (
            "Crowds|NOUN|nsubj|1 came|VERB|ROOT through|ADP|case|3 Doba|PROPN|obl|1 "
            "kill|VERB|advcl|1|VBG farmers|NOUN|obj|4"
        ),
        # "she was killed as she walked through Doba"
        (
            "Ada|PROPN|nsubj:pass|2 was|AUX|aux:pass|2 killed|VERB|ROOT as|SCONJ|mark|5 "
            "she|PRON|nsubj|5 walked|VERB|advcl|2 through|ADP|case|7 Doba|PROPN|obl|5"
        ),
    ],
)
def test_an_event_is_where_the_verb_around_it_is_told_to_be(read: Read, table: str) -> None:
    assert [place for _, place in places(read(table, "Doba=Place"))] == ["Doba"]


def test_what_others_do_meanwhile_is_elsewhere(read: Read) -> None:
    table = (
        "Ada|PROPN|nsubj:pass|2 was|AUX|aux:pass|2 killed|VERB|ROOT as|SCONJ|mark|5 "
        "crowds|NOUN|nsubj|5 walked|VERB|advcl|2 through|ADP|case|7 Doba|PROPN|obl|5"
    )
    assert places(read(table, "Doba=Place")) == []


TELLING = (
    "In|ADP|case|1 Doba|PROPN|obl|3 {}|NOUN|nsubj|3 say|VERB|ROOT "
    "crowds|NOUN|nsubj|5 killed|VERB|ccomp|3 farmers|NOUN|obj|5"
)


def test_those_on_the_spot_tell_of_what_happened_there(read: Read) -> None:
    assert places(read(TELLING.format("police"), "Doba=Place")) == [("killing", "Doba")]


def test_others_may_tell_of_it_from_far_away(read: Read) -> None:
    assert places(read(TELLING.format("ministers"), "Doba=Place")) == []


def test_what_opens_a_sentence_is_the_scene_of_its_second_clause(read: Read) -> None:
    table = (
        "In|ADP|case|1 Doba|PROPN|obl|3 crowds|NOUN|nsubj|3 came|VERB|ROOT "
        "and|CCONJ|cc|5 killed|VERB|conj|3 farmers|NOUN|obj|5"
    )
    assert places(read(table, "Doba=Place")) == [("killing", "Doba")]
