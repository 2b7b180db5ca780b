"""A line of GeoNames' dumps (``cities15000.txt``, ``allCountries.txt``): 19 columns and tabs."""

from __future__ import annotations

import re
import unicodedata

from ontology.lexicons.making.made import GEONAMES, Limits, Made

COLUMNS = 19
_TOWNS = frozenset(
    {"PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLA5", "PPLC", "PPLG", "PPLF", "PPLL", "PPLS"}
)
_AREAS = frozenset({"PCLI", "PCLD", "PCLF", "PCLS", "PCLIX", "PCL", "ADM1"})
_SHORTEST_OTHER = 5
_LATIN = re.compile(r"[\w .'’-]+")


def read_geonames(line: str, limits: Limits) -> Made | None:
    """Read a line; None for what is no country, province or town of enough people."""
    columns = line.rstrip("\n").split("\t")
    number, name, plain, others, lat, long, _, code, country = columns[:9]
    province, people = columns[10], int(columns[14] or 0)
    is_town = code in _TOWNS and people >= limits.population
    if "Place" not in limits.kinds or not (is_town or code in _AREAS):
        return None
    labels = [plain or name, name]
    if limits.other_names:
        labels += [other for other in others.split(",") if _is_latin(other)]
    above = (f"{country}-{province}", country) if is_town else (country,)
    return Made(
        "Place",
        tuple(dict.fromkeys(labels)),
        (GEONAMES.format(number),),
        lies_in=() if code not in _TOWNS | {"ADM1"} else above,
        place=(lat, long),
        population=people,
        is_capital=code == "PPLC",
    )


def _is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters, and is no code of an airport or the like."""
    if len(name) < _SHORTEST_OTHER or not _LATIN.fullmatch(name) or name.isupper():
        return False
    letters = filter(str.isalpha, name)
    return all("LATIN" in unicodedata.name(letter, "") for letter in letters)
