"""Who holds a role: the person named beside it, the subject of its verb, or the author."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from extractors.names.lexicon.neighbours import Neighbours, is_telling, line_of
from extractors.reading import Reading
from extractors.reference.authors import author_at
from extractors.roles.targets import Role
from extractors.tree import functions, syntax
from extractors.words.people import load_pronouns
from extractors.words.roles import load_role_words
from graph.model import Form, Kind, Mention

_MARKS = frozenset({",", "–", "—", "-", ":"})
_CLOSING = frozenset({",", ".", ")", ";", ":", "who", ""})
_LONGEST_LINK = 9
_LONGEST_LINE = 30
_LONGEST_BRACKETS = 6


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with the rule that ties the role to them."""

    person: Mention
    rule: str
    confidence: float


def holders_of(reading: Reading, near: Neighbours, roles: tuple[Role, ...]) -> list[Holder]:
    """Who holds the roles; several where the subjects are joined by "and"."""
    first, last = roles[0], roles[-1]
    if not functions.is_plural_noun(near.doc[first.head]):
        found = (
            _titled(near, last)
            or _in_apposition(near, first)
            or _on_the_line_above(near, first)
            or _named_after(near, first, last)
            or _in_a_capacity(near, first, last)
            or _linked(reading, near, first)
        )
        if found is not None:
            return [found]
    elif several := _all_in_apposition(near, first):
        return [Holder(person, "apposition", 0.8) for person in several]
    subjects = _subjects(near.doc[first.head])
    people = ((token, person_at(reading, token)) for token in subjects)
    personal = load_pronouns().personal
    return [
        Holder(person, "predicate noun", 0.6 if token.lower_ in personal else 0.75)
        for token, person in people
        if person
    ]


def named_person(mention: Mention | None) -> Mention | None:
    """The mention, if it is the name of a person."""
    named = mention is not None and mention.kind is Kind.PERSON and mention.form is Form.NAME
    return mention if named else None


def person_at(reading: Reading, token: Token) -> Mention | None:
    """The person whose name the token is part of; the author for "the author"; whom "she" means."""
    found = reading.headed_by(token) or reading.covering(token)
    return named_person(found) or author_at(reading, token) or _taken_up(reading, token)


def _taken_up(reading: Reading, token: Token) -> Mention | None:
    """The person named before whom "he", "she" or "the lawyer" takes up."""
    return named_person(reading.taken_up_by(token))


def skip_honours(near: Neighbours, index: int) -> int:
    """The first token from here on that is no "Mr", "Dr" or rank."""
    honours = load_role_words().honours
    while near.text(index) in honours and near.starting(index) is None:
        index += 2 if near.text(index + 1) == "." else 1
    return index


def person_ending(near: Neighbours, index: int) -> Mention | None:
    """The person named right before the token, or before brackets or an age that end there."""
    if near.text(index - 1) == ")":
        span = range(index - 2, max(index - _LONGEST_BRACKETS, 0), -1)
        index = next((i for i in span if near.text(i) == "("), index)
    token = near.token(index - 1)
    if token is not None and token.like_num and near.text(index - 2) == ",":
        index -= 2
    return named_person(near.ending(index))


def _titled(near: Neighbours, role: Role) -> Holder | None:
    """From "Freedonian President Mr. John Doe"."""
    person = named_person(near.starting(skip_honours(near, role.stop)))
    return Holder(person, "title", 0.8) if person else None


def _in_apposition(near: Neighbours, role: Role) -> Holder | None:
    """From "John Doe, President of Freedonia"; "John Doe (President of Freedonia)"."""
    before = near.text(role.first - 1)
    telling = is_telling(near.doc, role.head)
    if before in _MARKS or (before == "(" and near.text(role.stop) == ")"):
        person = person_ending(near, role.first - 1)
    else:
        person = None if telling else person_ending(near, role.first)
    if person is None or _is_another(near, person, role):
        return None
    return Holder(person, "apposition", 0.8) if telling else Holder(person, "line", 0.7)


def _all_in_apposition(near: Neighbours, role: Role) -> list[Mention]:
    """The people before "John Doe and his partner Jane Roe, the founders of the Doe Committee"."""
    last = person_ending(near, role.first - 1) if near.text(role.first - 1) in _MARKS else None
    if last is None:
        return []
    name = near.doc[slice(*near.bounds[last])].root
    first = name.head if functions.is_joined(name) else name
    heads = [token for token in syntax.joined(first) if token.i <= name.i]
    people = [named_person(near.over(token.i)) for token in heads]
    joined = [person for person in people if person is not None]
    return joined if len(joined) > 1 and len(joined) == len(heads) else []


def _is_another(near: Neighbours, person: Mention, role: Role) -> bool:
    """Whether the name tells who somebody else is: "by an envoy, Jane Doe, the president said"."""
    name = near.doc[slice(*near.bounds[person])].root
    other = functions.is_apposition(name) and functions.is_subject(near.doc[role.head])
    return other and name.head.i < name.i


def _on_the_line_above(near: Neighbours, role: Role) -> Holder | None:
    """A line that is a role below a line that is a name."""
    start, end = line_of(near.doc, role.head)
    opens = role.first == start or (role.leading and role.first <= start)
    if not opens or start < 2 or end - start > _LONGEST_LINE or is_telling(near.doc, role.head):  # noqa: PLR2004 (a name and a break)
        return None
    above = line_of(near.doc, start - 2)
    people = {near.over(index) for index in range(*above)} - {None}
    person = named_person(next(iter(people))) if len(people) == 1 else None
    if person is None or not all(_is_of_name(near, index) for index in range(*above)):
        return None
    return Holder(person, "line below the name", 0.7)


def _is_of_name(near: Neighbours, index: int) -> bool:
    token = near.doc[index]
    known = token.lower_ in load_role_words().honours
    return near.over(index) is not None or known or not token.is_alpha or len(token) == 1


def _named_after(near: Neighbours, first: Role, last: Role) -> Holder | None:
    """From "the vice-president of the Doe Foundation, Jane Doe, …"."""
    definite = near.text(first.first) == "the" or first.leading
    linked = near.text(first.first - 1) in load_role_words().linking
    if near.text(last.stop) != "," or not definite or linked:
        return None
    person = named_person(near.starting(skip_honours(near, last.stop + 1)))
    if person is None or near.text(near.bounds[person][1]) not in _CLOSING:
        return None
    return Holder(person, "apposition", 0.7)


def _in_a_capacity(near: Neighbours, first: Role, last: Role) -> Holder | None:
    """From "As head of the Doe Foundation, Jane Doe visited …", at the front of a sentence."""
    start = first.first - 1 - (near.text(first.first - 1) == "the")
    opener = near.token(start)
    if opener is None or opener.lower_ != "as" or not opener.is_sent_start:
        return None
    person = named_person(near.starting(skip_honours(near, last.stop + 1)))
    if near.text(last.stop) != "," or person is None:
        return None
    head = near.doc[slice(*near.bounds[person])].root
    return Holder(person, "predicate noun", 0.7) if functions.is_subject(head) else None


def _linked(reading: Reading, near: Neighbours, role: Role) -> Holder | None:
    """From "Jane Doe is also the head of …": only small words between the name and the role."""
    index = role.first
    words = load_role_words().linking
    verbal = False
    while role.first - index < _LONGEST_LINK:
        token = near.token(index - 1)
        if token is None or not (token.lower_ in words or token.pos_ == "ADV" or token.text == ","):
            break
        verbal = verbal or token.pos_ in {"AUX", "VERB"} or token.lower_ == "as"
        index -= 1
    if not verbal:
        return None
    before = near.token(index - 1)
    person = person_ending(near, index) or (author_at(reading, before) if before else None)
    if person is None and before is not None and (taken := _taken_up(reading, before)):
        return Holder(taken, "predicate noun", 0.65)
    if person is None or (near.text(index) != "," and _is_complement(near, person)):
        return None
    if _is_of_another(reading, near.doc[role.head], person):
        return None
    return Holder(person, "predicate noun", 0.8)


def _is_of_another(reading: Reading, role: Token, person: Mention) -> bool:
    """Whether the clause has another subject: "Lund, who knew Ada Berg, was mayor of Doba"."""
    subjects = (person_at(reading, token) for token in _subjects(role))
    return any(one is not None and one.label != person.label for one in subjects)


def _is_complement(near: Neighbours, person: Mention) -> bool:
    """Whether a preposition stands before the name: "the wife of John Doe was …"."""
    before = near.token(near.bounds[person][0] - 1)
    return before is not None and before.pos_ == "ADP"


def _subjects(role: Token) -> list[Token]:
    """Of whom the sentence says that they are, become or are made what the role says."""
    if functions.has_copula(role):
        return syntax.subjects(role)
    if functions.is_attribute(role):
        return syntax.subjects(role.head)
    verb = syntax.named_by(role)
    if verb is None:
        return []
    lemma = verb.lemma_.lower()
    if lemma in load_role_words().naming:
        named = syntax.passive_subjects(verb) or syntax.objects(verb)
        return [token for token in named if token != role]
    return _subjects_of(verb) if lemma in load_role_words().holding else []


def _subjects_of(verb: Token) -> list[Token]:
    """The subjects of the verb, or of the verb that it is joined to."""
    found = syntax.subjects(verb)
    return found or (syntax.subjects(verb.head) if functions.is_joined(verb) else [])
