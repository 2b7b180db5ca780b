from __future__ import annotations

import math
from xml.dom.minidom import Document, parseString

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from graph import terms
from graph.model import Value
from ontology.names import FOAF, PROV, SEM, VG, XSD

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@given(ANY_TEXT)
def test_cleaned_text_keeps_its_length_and_fits_xml(text: str) -> None:
    cleaned = terms.clean(text)
    assert len(cleaned) == len(text)
    document = Document()
    document.appendChild(document.createElement("a")).appendChild(document.createTextNode(cleaned))
    assert parseString(document.toxml("utf-8")).documentElement  # noqa: S318 (made above)


@given(ANY_TEXT, ANY_TEXT)
def test_a_label_is_one_line_in_some_language(text: str, language: str) -> None:
    label = terms.label(text, language)
    assert label.language
    assert "\n" not in label.value


def test_a_class_is_typed_as_those_above_it_too() -> None:
    nodes = [node.value for _, node in terms.types("Person") if isinstance(node, NamedNode)]
    assert nodes == [
        *(VG + "Person", FOAF + "Person", VG + "Actor", SEM + "Actor", PROV + "Agent"),
    ]


@pytest.mark.parametrize(
    ("iso", "datatype"), [("1992", "gYear"), ("1992-02", "gYearMonth"), ("1992-02-25", "date")]
)
def test_a_date_has_the_datatype_of_its_precision(iso: str, datatype: str) -> None:
    assert terms.date(iso) == Literal(iso, datatype=NamedNode(XSD + datatype))


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        (Value("613", "integer"), "integer"),
        (Value("true", "boolean"), "boolean"),
        (Value("1992", "date"), "gYear"),
        (Value("words"), "string"),
    ],
)
def test_a_value_has_its_datatype(value: Value, datatype: str) -> None:
    assert terms.literal(value) == Literal(value.text, datatype=NamedNode(XSD + datatype))


@pytest.mark.parametrize(
    "value",
    [
        Value("many", "integer"),
        Value("9" * 30, "integer"),
        Value("maybe", "boolean"),
        Value("1992-02-31", "date"),
        Value("soon", "date"),
        Value("x", "noType"),
    ],
)
def test_a_value_that_does_not_fit_its_datatype_says_nothing(value: Value) -> None:
    assert terms.literal(value) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1.0, "1"), (0.85, "0.85"), (0.123456, "0.1235"), (7, "1"), (-1, "0"), (math.nan, "0")],
)
def test_a_share_lies_between_0_and_1(value: float, expected: str) -> None:
    assert terms.share(value).value == expected


def test_an_identifier_that_is_no_iri_is_left_out() -> None:
    assert terms.link("not an iri") is None


def test_an_empty_text_is_left_out() -> None:
    assert terms.text("") is None
    assert not list(terms.about("https://e.org/s", "https://e.org/g", [("vg:role", None)]))
