import pytest

from graph.identity.people import compare_names, names_of, read_name
from graph.identity.units import Unit
from graph.model import Kind, Mention


def alike(one: str, other: str) -> bool:
    left, right = read_name(one), read_name(other)
    assert left is not None
    assert right is not None
    assert (compare_names(left, right) is None) == (compare_names(right, left) is None)
    return compare_names(left, right) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dr. Helen Marsh", "Helen Marsh"),
        ("James Orton", "J. Orton"),
        ("James Orton", "J.B. Orton"),
        ("James B. Orton", "James Orton"),
        ("James Bell Orton", "James B. Orton"),
        ("William Darrow", "Bill Darrow"),
        ("Orton, James", "James Orton"),
        ("Orton James", "James Orton"),
        ("Orton J.", "J. Orton"),
        ("Muammar Qaddafi", "Moammar Gadhafi"),
        ("Sergei Zhukovsky", "Sergey Zhukovskiy"),
        ("Aleksei Volkov", "Alexei Volkov"),
        ("Ivan Romanoff", "Ivan Romanov"),
        ("José Núñez", "Jose Nunez"),
        ("Mohammed al-Karimi", "Muhammad Al Karimi"),
        ("Jean-Paul Lenoir", "Jean Paul Lenoir"),
        ("Anna Falk of Denmark", "Anna Falk"),
    ],
)
def test_names_of_one_person(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("James Orton", "Peter Orton"),
        ("J. Orton", "P. Orton"),
        ("James B. Orton", "James C. Orton"),
        ("Karl Holm Jr.", "Karl Holm Sr."),
        ("Karl Holm Jr.", "Karl Holm"),
        ("Bill Darrow", "Bob Darrow"),
        ("Martin Schmidt", "Martina Schmidt"),
        ("Ivan Petrov", "Ivan Petrenko"),
        ("Orton", "James Orton"),
        ("James B. W", "James W"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not alike(one, other)


def test_a_title_alone_is_a_name_as_good_as_any() -> None:
    assert read_name("General") is not None
    assert read_name("") is None


def person(label: str, text: str) -> Unit:
    start = text.index(label)
    mention = Mention("a", start, start + len(label), 0, label, label, Kind.PERSON)
    return Unit(Kind.PERSON, (mention,))


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Maria Keller", "Maria Keller, née Stern, was a chemist."),
        ("Maria Keller", "Maria Keller (born Stern) was a chemist."),
        ("Maria Keller née Stern", "Maria Keller née Stern was a chemist."),
    ],
)
def test_the_name_that_somebody_was_born_with_is_a_name(label: str, text: str) -> None:
    found = [name.words for name in names_of(person(label, text), text)]
    assert found == [("marya", "keler"), ("marya", "stern")]


def test_a_year_of_birth_is_no_name() -> None:
    text = "Maria Keller, born in Bonn in 1901, was a chemist."
    assert len(list(names_of(person("Maria Keller", text), text))) == 1
