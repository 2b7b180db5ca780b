from collections.abc import Callable

import pytest

from extractors.names.role_names import find_people_beside_roles
from extractors.reading import Reading

Write = Callable[..., Reading]


def people(reading: Reading) -> list[str]:
    return [found.span(reading.doc).text for found in find_people_beside_roles(reading.doc)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Berg , former president of Norland , said no .",
        "for Ada Berg , the mayor of Arvik .",
        "Ada Berg , secretary - general of Norlab , said no .",
        "words of Ada Berg , the mayor of Arvik .",
        "Senator Ada Berg , a historian at Norlab , said no .",
        "Ada Berg , Norland historian , said no .",
    ],
)
def test_a_name_before_a_role_that_only_people_hold_is_a_person(write: Write, text: str) -> None:
    assert people(write(text, "")) == ["Ada Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "Nor Chemical , owner of Norlab , said no .",
        "Norland Council , president of others , said no .",
        "Bank of Norland Trade , mayor of Arvik , said no .",
        "Norland , president of others , said no .",
        "Ada Berg , the president said .",
        "Ada Berg , said the president of Norland .",
    ],
)
def test_an_organization_a_country_or_a_list_is_no_person(write: Write, text: str) -> None:
    assert people(write(text, "")) == []
