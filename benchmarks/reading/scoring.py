"""The rows of a score: what was listed and found, what is in the graph and right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.reading.judging import KINDS, PARTS, ROWS, Judge, Shares, row_of
from benchmarks.reading.reading import VG, Reading, Said, Thing
from benchmarks.reading.sheets import Sheet
from benchmarks.reading.wording import name_of

Tell = Callable[[str], None]
# "gold", "found", "graph", "right", "split", "merged"; halves are partly right
Row = Counter[str]
SUMS = {"entities": KINDS, "events": ("Event",), "actors": PARTS, "all": ROWS}


@dataclass(frozen=True, slots=True)
class _Listed:
    """A listed thing: the nodes that answer for it, and those that would."""

    text: str
    optional: bool
    iris: Collection[str]
    others: Collection[str]


def score(sheet: Sheet, reading: Reading, tell: Tell) -> dict[str, Row]:
    """Hold one document of a graph against its list; ``tell`` gets a line for each fault."""
    judge = Judge(sheet, reading)
    rows: dict[str, Row] = defaultdict(Counter)
    for kind, right in _unlisted_but_right(sheet, judge).items():
        rows[kind] = _score_kind(kind, judge, right, tell)
    listed = [
        _Listed(key, bool(event.get("optional")), *judge.events[key])
        for key, event in sheet.events.items()
    ]
    rows["Event"] = _score_nodes("Event", listed, reading.of_kind("Event"), set(), tell)
    _score_types(rows, judge, tell)
    _score_claims(rows, judge, tell)
    _score_said(rows, judge, tell)
    return rows


def judge_statements(sheet: Sheet, reading: Reading) -> Iterator[tuple[float, float]]:
    """Yield how sure the graph is of each statement of a kind in the lists, and how far right."""
    judge = Judge(sheet, reading)
    surest: dict[Said, float] = {}
    for said in reading.said:
        surest[said] = max(surest.get(said, 0.0), said.confidence)
    for said, (best, _) in _best_said(judge).items():
        if _row_of_said(said) in ROWS:
            yield surest[said], best


def rates(row: Row) -> tuple[float | None, float | None]:
    """Recall and precision in percent; None where there is nothing to count."""
    recall = 100 * row["found"] / row["gold"] if row["gold"] else None
    return recall, 100 * row["right"] / row["graph"] if row["graph"] else None


def summed(rows: Mapping[str, Row]) -> dict[str, Row]:
    """The rows with their sums; statements that no list knows of are none of these."""
    empty: Row = Counter()
    sums = {
        title: sum((rows.get(row, empty) for row in some), empty) for title, some in SUMS.items()
    }
    return {**rows, **sums}


def _unlisted_but_right(sheet: Sheet, judge: Judge) -> dict[str, list[list[str]]]:
    """Names of actors and places of events: right as entities though no list has them as such."""
    parts = (*PARTS, "counts", "characterized")
    events = sheet.events.values()
    items = [item for event in events for part in parts for item in sheet.items(event, part)]
    actors = [item[key] for item in items for key in ("names", "speaker") if key in item]
    actors += [s[key] for s in sheet.statements for key in ("says", "denies", "who") if key in s]
    places = [item["names"] for event in events for item in sheet.items(event, "place")]
    places += [s[key] for s in sheet.statements for key in ("with", "in") if key in s]
    unborne = [names for names in actors if not judge.sheet.bearers(names)]
    return {"Person": unborne, "Place": places, "Organization": actors, "Group": actors, "Work": []}


def _score_kind(kind: str, judge: Judge, right: list[list[str]], tell: Tell) -> Row:
    sheet = judge.sheet
    listed = [
        _Listed(entity["names"][0], bool(entity.get("optional")), *judge.entities[kind][str(n)])
        for n, entity in enumerate(sheet.entities)
        if kind == _counted_as(entity["kind"], judge.entities, str(n))
    ]
    nodes = judge.reading.of_kind(kind)
    also = {
        node.iri
        for node in nodes
        if node.iri in judge.owner or any(judge.called(node.iri, names) for names in right)
    }
    clear = [
        node
        for node in nodes
        if node.iri in also or not sheet.ambiguous & {name_of(form) for form in node.forms}
    ]
    return _score_nodes(kind, listed, clear, also, tell)


def _counted_as(kinds: list[str], entities: Mapping[str, Shares], key: str) -> str:
    """Of several kinds a thing counts for the first in which it was found, or else the first."""
    return next((kind for kind in kinds if entities[kind][key][0]), kinds[0])


def _score_nodes(
    kind: str, listed: Iterable[_Listed], nodes: list[Thing], also: Collection[str], tell: Tell
) -> Row:
    things = list(listed)
    labels = {node.iri: node.labels[0] for node in nodes}
    for one in things:
        if len(one.iris) > 1 or not (one.iris or one.optional):
            verdict = "split" if one.iris else "merged" if one.others else "missed"
            told = (f"‹{labels.get(iri, iri)}›" for iri in sorted(one.iris or one.others))
            tell(f"  {kind:15} {verdict:8} {one.text} {' '.join(told)}".rstrip())
    wrong = labels.keys() - {iri for one in things for iri in one.iris} - set(also)
    for iri in sorted(wrong):
        tell(f"  {kind:15} unlisted {labels[iri]}")
    needed = [bool(one.iris) for one in things if not one.optional]
    split = sum(len(one.iris) - 1 for one in things if one.iris)
    row: Row = Counter()
    halved = 0.5 * split if kind == "Event" else 0
    row["gold"], row["found"], row["graph"] = len(needed), sum(needed), len(nodes)
    row["right"] = len(nodes) - len(wrong) - halved  # type: ignore[assignment]
    row["split"], row["merged"] = split, sum(bool(o.others) and not o.iris for o in things)
    return row


def _add(row: Row, **values: float) -> None:
    for key, value in values.items():
        row[key] += value  # type: ignore[assignment]


def _score_types(rows: dict[str, Row], judge: Judge, tell: Tell) -> None:
    for key, iris in judge.found.items():
        allowed = judge.sheet.events[key]["type"]
        for iri in sorted(iris):
            found = judge.reading.graph.one(iri, f"{VG}eventType")
            _add(rows["type"], gold=1, graph=1, found=found in allowed, right=found in allowed)
            if found not in allowed:
                tell(f"  {'type':15} wrong    {key}: {found}, not {'/'.join(allowed)}")


def _score_claims(rows: dict[str, Row], judge: Judge, tell: Tell) -> None:
    for claim in judge.claims:
        if not claim.item.get("optional"):
            best = max((claim.fit(said) for said in judge.reading.said), default=0.0)
            weight = claim.item.get("weight", 1)
            _add(rows[claim.row], gold=weight, found=weight * best)
            if best < 1:
                tell(f"  {claim.row:15} {'partly  ' if best else 'missed  '} {claim.text}")


def _score_said(rows: dict[str, Row], judge: Judge, tell: Tell) -> None:
    """Precision: the same said in several sentences counts once."""
    for said, (best, sentence) in _best_said(judge).items():
        row = _row_of_said(said)
        _add(rows[row], graph=1, right=best)
        if best < 1:
            things = judge.reading.things
            parts = (said.subject, said.predicate, said.object, said.speaker, said.role)
            labels = (things[part].labels[0] if part in things else part for part in parts if part)
            tell(
                f"  {row:15} {'half    ' if best else 'unlisted'} {' · '.join(labels)} ‹{sentence}›"
            )


def _best_said(judge: Judge) -> dict[Said, tuple[float, str]]:
    """How far each statement is right at its best, and the sentence of that."""
    told: dict[Said, tuple[float, str]] = {}
    for said in judge.reading.said:
        best = max((claim.fit(said) for claim in judge.claims), default=0.0)
        told[said] = max(told.get(said, (-1.0, "")), (best, said.sentence))
    return told


def _row_of_said(said: Said) -> str:
    denied = said.predicate == "says" and said.polarity == "Denied"
    return "denies" if denied else row_of(said.predicate)
