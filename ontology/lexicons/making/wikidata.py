"""A line of Wikidata's JSON dump (``latest-all.json``): one item."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ontology.lexicons.making.made import GEONAMES, WIKIDATA, Limits, Made, load_words

_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T")
_WRITTEN = {9: 1, 10: 2, 11: 3}  # parts of a date by Wikidata's number for its precision
INSTANCE, COUNTRY, WITHIN = "P31", "P17", "P131"
PLACE, PEOPLE, NUMBER, CAPITAL = "P625", "P1082", "P1566", "P1376"
MOMENT, BEGIN, END = "P585", "P580", "P582"

Item = dict[str, Any]


def read_wikidata(line: str, limits: Limits) -> Made | None:
    """Read a line; None for brackets, and for what is of no wanted kind or hardly known."""
    text = line.strip().rstrip(",")
    if len(text) < len("{}") or '"P31"' not in text or '"en"' not in text:
        return None
    item: Item = json.loads(text)
    kind, event_type = _kind(item)
    label = item.get("labels", {}).get("en", {}).get("value", "")
    if kind not in limits.kinds or not label or len(item.get("sitelinks", ())) < limits.sitelinks:
        return None
    aliases = (one["value"] for one in item.get("aliases", {}).get("en", ()))
    begin = _date(item, BEGIN) or _date(item, MOMENT)
    return Made(
        kind,
        tuple(dict.fromkeys((label, *aliases))),
        (
            WIKIDATA.format(item["id"]),
            *(GEONAMES.format(number) for number in _values(item, NUMBER)),
        ),
        lies_in=tuple(_within(item)) if kind == "Place" else (),
        place=_place(item) if kind == "Place" else None,
        population=max((_count(value) for value in _values(item, PEOPLE)), default=0),
        is_capital=any(_values(item, CAPITAL)),
        event_type=event_type,
        begin=begin if kind == "Event" else "",
        end=_date(item, END) if kind == "Event" else "",
    )


def _kind(item: Item) -> tuple[str, str]:
    """The kind by the first class that is known, and the type of an event."""
    classes = load_words().classes
    found = (classes[one["id"]] for one in _values(item, INSTANCE) if one["id"] in classes)
    kind, event_type = next(found, ("", ""))
    return kind, event_type if kind == "Event" else ""


def _values(item: Item, name: str) -> Iterator[Any]:
    """The values of a property that count: the preferred ones where there are some."""
    claims = [one for one in item.get("claims", {}).get(name, ()) if one["rank"] != "deprecated"]
    preferred = [one for one in claims if one["rank"] == "preferred"]
    for claim in preferred or claims:
        if claim["mainsnak"]["snaktype"] == "value":
            yield claim["mainsnak"]["datavalue"]["value"]


def _within(item: Item) -> Iterator[str]:
    for name in (WITHIN, COUNTRY):
        for value in _values(item, name):
            yield WIKIDATA.format(value["id"])


def _place(item: Item) -> tuple[str, str] | None:
    value = next(_values(item, PLACE), None)
    return (str(value["latitude"]), str(value["longitude"])) if value else None


def _count(value: dict[str, str]) -> int:
    return int(float(value["amount"]))


def _date(item: Item, name: str) -> str:
    """The first date of a property of this era, as precise as it is given."""
    for value in _values(item, name):
        found, parts = _TIME.match(value["time"]), _WRITTEN.get(value["precision"], 0)
        if found and parts:
            return "-".join(found.groups()[:parts])
    return ""
