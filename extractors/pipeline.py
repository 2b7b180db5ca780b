"""From a document to its findings: every extractor, in the order in which they build on another."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import TYPE_CHECKING

import numpy as np

from extractors.actors.nominals import find_nominals
from extractors.actors.standing import ACTORS
from extractors.annotation.attachments import mend_days
from extractors.annotation.coreference import COREFERENCE_NAME
from extractors.annotation.kept import keep
from extractors.annotation.lemmas import mend_lemmas
from extractors.annotation.semantic_roles import ROLES_NAME
from extractors.annotation.tokens import make_words
from extractors.arguments.relations import find_commemorations, find_participations, find_parts
from extractors.arguments.times import find_event_times
from extractors.attribution.accusations import find_accusations
from extractors.attribution.attribution import attribute, find_sayings
from extractors.attribution.denials import find_denials
from extractors.events.events import find_event_mentions
from extractors.events.plans import with_reserve
from extractors.frames.characterizations import find_characterizations
from extractors.happenings.happenings import Happenings, find_happenings
from extractors.happenings.selection import select_events
from extractors.linking.linking import link_events
from extractors.names.events.event_names import find_event_names
from extractors.names.lexicon.matching import LexiconMatcher
from extractors.names.mentions import make_mentions
from extractors.names.names import find_names
from extractors.parts import split_text
from extractors.places.locations import find_locations
from extractors.quantities.quantities import find_quantities
from extractors.reading import Reading, find_passages
from extractors.reference.antecedents import with_references
from extractors.roles.affiliations import find_affiliations
from extractors.roles.links import find_post_links
from extractors.speech.first_person import find_told_by_all
from extractors.times.tenses import looking_ahead
from extractors.times.times import find_times
from graph.dates import PartialDate
from graph.model import Document, Findings, Form, Link, Mention, MentionKey, Remark, Statement

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from ontology.lexicons import Lexicon

_FAILED = (
    "Nothing of the text was read: a rule failed on it ({}: {}). This is a fault of Vouchgraph; "
    "please report it, with the text if you may."
)
# spaCy keeps what its layers compute for a whole batch; 256 documents took 3 GB
_BATCH = 4

Extractor = Callable[[Reading], Iterable[Statement]]

EXTRACTORS: tuple[Extractor, ...] = (
    find_participations,
    find_event_times,
    find_commemorations,
    find_parts,
    find_told_by_all,
    find_characterizations,
    find_sayings,
    find_denials,
    find_accusations,
    find_affiliations,
    find_locations,
    find_quantities,
)
"""What finds statements; each reads names, nominals, event mentions and times."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One document on its way: ``said`` are the statements before events were selected."""

    reading: Reading
    said: tuple[Statement, ...]
    findings: Findings


class Pipeline:
    """Reads documents with a reader and a lexicon; made once for many documents."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._nlp = nlp
        self._matcher = LexiconMatcher(lexicon, nlp.vocab, nlp.make_doc)

    def pipe(self, documents: Iterable[Document]) -> Iterator[Findings]:
        """The findings of each document, in the order of the documents.

        A long text is read in parts and then put together, so that its length costs no memory
        while it is read. A text that makes a rule fail ends no run: its findings are empty, and a
        remark on its document says so.
        """
        parts = ((part, document) for document in documents for part in split_text(document.text))
        prepared = ((make_words(self._nlp, part), document) for part, document in parts)
        read = self._nlp.pipe(prepared, as_tuples=True, batch_size=_BATCH)
        for _, group in groupby(read, key=lambda pair: id(pair[1])):
            docs, (document, *_) = zip(*((_slimmed(doc), one) for doc, one in group), strict=True)
            yield self._find_or_tell(document, _joined(docs))

    def trace(self, document: Document) -> Trace:
        """What the stages saw in one document, and what came of it."""
        ((doc, _),) = self._nlp.pipe([(make_words(self._nlp, document.text), 0)], as_tuples=True)
        return self._trace(document, doc)

    def find_by_rules(self, document: Document) -> tuple[Reading, list[Statement]]:
        """What the rules alone find in one document; its links are trained on it."""
        ((doc, _),) = self._nlp.pipe([(make_words(self._nlp, document.text), 0)], as_tuples=True)
        reading = self._read(document, doc)
        return reading, _extracted(reading)

    def _find_or_tell(self, document: Document, doc: Doc) -> Findings:
        try:
            return self._find(document, doc)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 (whatever a rule does with a text nobody foresaw)
            remark = Remark(_FAILED.format(type(error).__name__, error), partial=True)
            return Findings(replace(document, remarks=(*document.remarks, remark)))

    def _find(self, document: Document, doc: Doc) -> Findings:
        return self._trace(document, doc).findings

    def _trace(self, document: Document, doc: Doc) -> Trace:
        reading = self._read(document, doc)
        said = _attributed(reading, with_reserve(reading, _extracted(reading)))
        happenings = find_happenings(_with_described(reading, said), said)
        linked, mistaken = link_events(reading, said, happenings)
        said = [one for one in said if one not in mistaken]
        said += _attributed(reading, with_reserve(reading, linked))
        return Trace(reading, tuple(said), self._findings(reading, said, happenings))

    def _findings(
        self, reading: Reading, statements: list[Statement], happenings: Happenings
    ) -> Findings:
        """What stays of what was found: events of which enough is told, and who is spoken of."""
        reading = _with_described(reading, statements)
        posts = list(find_post_links(reading, statements, reading.links))
        links = [*reading.links, *posts, *happenings.links]
        mentions, statements, links = select_events(reading, statements, happenings, links)
        used = _used(statements, links)
        mentions = [mention for mention in mentions if _stays(mention, used)]
        mentions += _told_of(reading, mentions, statements)
        keys = {mention.key for mention in mentions}
        return Findings(
            document=reading.document,
            passages=reading.passages,
            mentions=tuple(mentions),
            statements=tuple(sorted(set(statements), key=_place)),
            links=_linking([*links, *posts, *reading.links], keys),
        )

    def _read(self, document: Document, doc: Doc) -> Reading:
        """The document with all its mentions, those of events not yet selected."""
        anchor = PartialDate.parse(document.date.value) if document.date else None
        title = document.title.value if document.title else ""
        times = tuple(find_times(document.text, anchor, ahead=looking_ahead(doc), title=title))
        mend_lemmas(doc)
        mend_days(doc)
        doc = keep(doc)
        names = find_names(doc, self._matcher)
        events = find_event_names(doc, names)
        held = ((name.start, name.end) for name in (*names, *events))
        reading = Reading(document, doc, find_passages(doc, held), times)
        reading = reading.with_mentions(make_mentions(reading, names, events))
        reading = reading.with_mentions([*reading.mentions, *find_nominals(reading)])
        reading = reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])
        return with_references(reading)


def _extracted(reading: Reading) -> list[Statement]:
    return list(chain.from_iterable(extract(reading) for extract in EXTRACTORS))


def _slimmed(doc: Doc) -> Doc:
    """The Doc without what the reader's layers computed, which nobody asks for any more."""
    doc.tensor = doc.tensor[:0]
    return doc


def _joined(docs: Sequence[Doc]) -> Doc:
    from spacy.tokens import Doc  # noqa: PLC0415 (spaCy takes a second to import)

    if len(docs) == 1:
        return docs[0]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W101\]")  # what is put together below
        joined = Doc.from_docs(list(docs), ensure_whitespace=False) or docs[0]
    for name in (ROLES_NAME, COREFERENCE_NAME):
        _join_rows(name, docs, joined)
    _join_scores(docs, joined)
    return joined


def _join_rows(name: str, docs: Sequence[Doc], joined: Doc) -> None:
    """Put together the rows that a reader keeps of each part, whose first two places are words."""
    if not joined.has_extension(name) or any(doc._.get(name) is None for doc in docs):
        return
    rows: list[tuple[object, ...]] = []
    start = 0
    for doc in docs:
        for one, other, *rest in doc._.get(name):
            rows.append((one + start, other if other < 0 else other + start, *rest))
        start += len(doc)
    joined._.set(name, tuple(rows))


def _join_scores(docs: Sequence[Doc], joined: Doc) -> None:
    """Put together how sure a reader is of each span of a group, which spaCy leaves behind."""
    for name, group in joined.spans.items():
        groups = [doc.spans[name] for doc in docs if name in doc.spans]
        if all("scores" in one.attrs for one in groups):
            scores = [np.ravel(one.attrs["scores"]) for one in groups]
            group.attrs["scores"] = np.concatenate(scores)


def _with_described(reading: Reading, statements: list[Statement]) -> Reading:
    """The reading whose mentions hold those without a name that a statement speaks of."""
    used = _used(statements, [])
    described = [mention for mention in reading.described if mention.key in used]
    return reading.with_mentions([*reading.mentions, *described])


def _told_of(
    reading: Reading, mentions: list[Mention], statements: list[Statement]
) -> list[Mention]:
    """The pronouns and descriptions by which a sentence means somebody it makes a statement of.

    They show how the reading came to the person: each is tied to them by a link with its reason.
    """
    told = {(s.evidence.passage, key) for s in statements for key in _used([s], [])}
    meant = {link.mention: link.antecedent for link in reading.links}
    known = {mention.key for mention in mentions}
    unnamed = (*reading.described, *reading.pronouns)
    return [
        mention
        for mention in unnamed
        if mention.key not in known and (mention.passage, meant.get(mention.key)) in told
    ]


def _linking(links: list[Link], keys: set[MentionKey]) -> tuple[Link, ...]:
    """The links between mentions that stay; a mention has one."""
    first: dict[MentionKey, Link] = {}
    for link in links:
        if {link.mention, link.antecedent} <= keys:
            first.setdefault(link.mention, link)
    return tuple(first.values())


def _attributed(reading: Reading, statements: list[Statement]) -> list[Statement]:
    """The statements with their speakers; a part still points to its whole, whose key changes."""
    attributed = list(attribute(reading, statements))
    parts = any(statement.qualifiers.part_of for statement in attributed)
    pairs = zip(statements, attributed, strict=True)
    keys = {old.key: new.key for old, new in pairs} if parts else {}
    return [
        replace(s, qualifiers=replace(s.qualifiers, part_of=keys.get(s.qualifiers.part_of, "")))
        if s.qualifiers.part_of
        else s
        for s in attributed
    ]


def _used(statements: list[Statement], links: list[Link]) -> set[MentionKey]:
    """The mentions that a statement speaks of or rests on, and those that they are linked to."""
    parts = ((s.subject, s.object, s.qualifiers.group, s.evidence.speaker) for s in statements)
    used = {key for part in parts for key in part if isinstance(key, MentionKey)}
    used |= {key for statement in statements for key in statement.qualifiers.reported_by}
    return used | {link.antecedent for link in links if link.mention in used}


def _stays(mention: Mention, used: set[MentionKey]) -> bool:
    """Whether the mention is more than a noun for people of whom nothing is said."""
    return mention.form is Form.NAME or mention.kind not in ACTORS or mention.key in used


def _place(statement: Statement) -> tuple[int, int, str, str, float, str]:
    """Where it stands; of statements that share a key, the surest comes first."""
    said, key = statement.evidence, statement.key
    return (said.passage, said.start, statement.predicate, key, -said.confidence, said.rule)
