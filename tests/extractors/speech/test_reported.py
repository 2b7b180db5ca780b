from collections.abc import Callable

from extractors.reading import Reading
from extractors.speech.reported import find_reported

Read = Callable[..., Reading]


def test_whoever_suffers_something_in_what_is_said_says_nothing_there(read: Read) -> None:
    rows = (
        "Norland|PROPN|nsubj|1 say|VERB|ROOT guard|NOUN|{tie}|4|NNS were|AUX|{aux}|4|VBD "
        "{verb}|VERB|ccomp|1|VBN ,|PUNCT|punct|6 label|VERB|advcl|4|VBG it|PRON|obj|6 "
        "murder|NOUN|xcomp|6|NN"
    )
    hurt = rows.format(tie="nsubj:pass", aux="aux:pass", verb="hurt")
    assert tellers(read(hurt, "Norland=Place")) == {"verb of describing": ["Norland"]}
    left = rows.format(tie="nsubj", aux="aux", verb="left")
    assert tellers(read(left, "Norland=Place")) == {"verb of describing": ["guard"]}


def tellers(reading: Reading) -> dict[str, list[str]]:
    """Who says what is said by another form than a clause."""
    return {
        speech.rule: [mention.label for mention in speech.speakers]
        for speech in find_reported(reading)
        if speech.rule != "reporting verb"
    }
