"""Small networks for the tests of the view, in the form that make_network gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

BASE = "https://example.org/id/"
GAZETTE = BASE + "agent-harbour-gazette"
SENTENCE = "Anna Weiss opened the ferry line on 2 May 1987."

if TYPE_CHECKING:
    Network = nx.MultiDiGraph[str]
    NetworkMaker = Callable[..., Network]


def statement(predicate: str = "agent", sentence: str = SENTENCE, **others: Any) -> dict[str, Any]:
    return {
        "predicate": predicate,
        "value": "",
        "polarity": "Affirmed",
        "certainty": "Certain",
        "confidence": 0.75,
        "speaker": "Harbour Gazette",
        "speaker_iris": (GAZETTE,),
        "speaker_names": ("Harbour Gazette",),
        "document": "A new ferry line",
        "document_iri": BASE + "document-a-new-ferry-line",
        "sentence": sentence,
        "sentence_index": 2,
        "page": 7,
        "subject_span": (11, 17),
        "object_span": (0, 10),
        "relation_span": (11, 17),
        "rule": "agent of a verb",
        "role": "",
        "group": "",
        "bound": "",
        "time_text": "",
        **others,
    }


def entity(label: str, kind: str = "Person", **others: Any) -> dict[str, Any]:
    return {
        "label": label,
        "kind": kind,
        "alt_labels": (),
        "mention_count": 1,
        "documents": ("A new ferry line",),
        "event_type": "",
        "begin": "",
        "end": "",
        "named": True,
        "salience": 0.0,
        "facts": (),
        **others,
    }


def make_ferry(**opening: Any) -> Network:
    """An event, a person and one statement between them, with one fact."""
    network: Network = nx.MultiDiGraph()
    count = statement(
        "injured", value="3", group="Everyone", bound="AtLeast", statement=BASE + "statement-2"
    )
    network.add_node(
        BASE + "event-opening",
        **entity("Opening of the ferry line", "Event", begin="1987-05-02", facts=(count,)),
    )
    network.add_node(BASE + "person-anna-weiss", **entity("Anna Weiss", alt_labels=("A. Weiss",)))
    network.add_edge(
        BASE + "event-opening",
        BASE + "person-anna-weiss",
        key=BASE + "statement-1",
        **statement(**opening),
    )
    return network


SCRIPT = "document.title='ran';document.documentElement.dataset.ran='yes'"
HOSTILE = (
    f"</script><script>{SCRIPT}</script>",
    f'<img src=x onerror="{SCRIPT}">',
    f'<a href="javascript:{SCRIPT}">href</a>',
    f'\'"><svg onload="{SCRIPT}">',
    "<!--<script>",
    "__proto__",
    "constructor",
    "nul \x00 bell \x07 escape \x1b",
    "\u202eright to left\u202c \u2066isolate",
    "lone \ud83d surrogate \udc00",
    "line\u2028and\u2029paragraph",
    "{{ 7 * 7 }} {% raw %}",
    "http://tracker.invalid/pixel.png",
    "",
    "x" * 5000,
)


def make_hostile() -> Network:
    """Every text field holds what could break out of it."""
    network: Network = nx.MultiDiGraph()
    for text in HOSTILE:
        fields = dict.fromkeys(
            ("predicate", "speaker", "document", "document_iri", "rule", "role", "group"), text
        )
        said = statement(**fields, sentence=f"{text} said", bound=text, time_text=text, value=text)
        node = entity(text, text, alt_labels=(text,), documents=(text,), event_type=text)
        network.add_node(text, **(node | {"begin": text, "end": text, "facts": (said,)}))
        network.add_edge(text, HOSTILE[0], key=text, **said)
        network.add_edge(text, text, key=text, **(said | {"polarity": "Denied"}))
    return network


@pytest.fixture
def ferry() -> NetworkMaker:
    return make_ferry


@pytest.fixture
def hostile() -> Network:
    return make_hostile()
