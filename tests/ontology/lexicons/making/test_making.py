from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from ontology.lexicons import load_lexicon
from ontology.lexicons.lexicon import Entry, Lexicon
from ontology.lexicons.making import DumpError, Limits, make_lexicon, open_dump

WORLD = "https://w3id.org/vouchgraph/world#"
SHIPPED = Lexicon(
    world=(
        Entry(f"{WORLD}country-norland", "Place", "Norland", codes=("NO",)),
        Entry(
            f"{WORLD}city-doba",
            "Place",
            "Doba",
            exact_matches=("https://sws.geonames.org/7/",),
        ),
        Entry(f"{WORLD}city-lomvik", "Place", "Lomvik"),
    )
)


def town(number: int, name: str, people: int, *, code: str = "PPL", others: str = "") -> str:
    columns = ["" for _ in range(19)]
    columns[:6] = [str(number), name, name, others, "59.91273", "10.74609"]
    columns[6:9] = ["P", code, "NO"]
    columns[10], columns[14] = "12", str(people)
    return "\t".join(columns) + "\n"


def item(number: str, label: str, of: str, *, wikis: int = 40, **claims: object) -> str:
    def claim(value: object) -> dict[str, object]:
        return {"rank": "normal", "mainsnak": {"snaktype": "value", "datavalue": {"value": value}}}

    said = {"P31": {"id": of}, **claims}
    return json.dumps(
        {
            "id": number,
            "labels": {"en": {"value": label}},
            "sitelinks": {f"wiki{n}": {} for n in range(wikis)},
            "claims": {name: [claim(value)] for name, value in said.items()},
        }
    )


def made(tmp_path: Path, *lines: str, limits: Limits | None = None) -> dict[str, Entry]:
    """What a lexicon made of the lines holds besides the one that ships."""
    path = tmp_path / "made.ttl"
    pieces = make_lexicon(lines, SHIPPED, limits or Limits())
    path.write_text("".join(pieces), encoding="utf-8")
    shipped = {entry.iri for entry in load_lexicon()}
    return {entry.label: entry for entry in load_lexicon([path]) if entry.iri not in shipped}


def test_a_town_of_geonames_has_its_names_place_and_size(tmp_path: Path) -> None:
    found = made(tmp_path, town(1, "Vossvik", 20_000, code="PPLC"))
    vossvik = found["Vossvik"]
    assert vossvik.iri == "https://sws.geonames.org/1/"
    assert (vossvik.latitude, vossvik.longitude) == (59.9127, 10.7461)
    assert (vossvik.population, vossvik.is_capital) == (20_000, True)
    assert vossvik.located_in == (f"{WORLD}country-norland",)


def test_small_towns_and_names_that_are_words_are_left_out(tmp_path: Path) -> None:
    rows = (town(1, "Vossvik", 900), town(2, "Reading", 90_000), town(3, "Skarn", 30_000))
    assert set(made(tmp_path, *rows)) == {"Skarn"}
    assert set(made(tmp_path, *rows, limits=Limits(population=500))) == {"Vossvik", "Skarn"}


def test_other_names_are_taken_where_they_are_asked_for_and_latin(tmp_path: Path) -> None:
    row = town(1, "Vossvik", 20_000, others="Fossvika,VSK,Воссвик")
    assert made(tmp_path, row)["Vossvik"].labels == ("Vossvik",)
    found = made(tmp_path, row, limits=Limits(other_names=True))
    assert found["Vossvik"].labels == ("Vossvik", "Fossvika")


def test_what_ships_is_not_made_again_and_its_namesakes_share_its_name() -> None:
    text = "".join(
        make_lexicon([town(7, "Doba", 90_000), town(8, "Lomvik", 50_000)], SHIPPED, Limits())
    )
    assert f"<{WORLD}city-doba> skos:exactMatch <https://sws.geonames.org/7/>" in text
    assert text.rstrip().endswith(f'<{WORLD}city-lomvik> skos:altLabel "Lomvik"@en .')


def test_an_event_of_wikidata_has_its_type_and_dates(tmp_path: Path) -> None:
    when = {"time": "+1931-05-00T00:00:00Z", "precision": 10}
    found = made(tmp_path, "[\n", item("Q1", "Avela flood", "Q8068", P585=when) + ",\n", "]\n")
    flood = found["Avela flood"]
    assert (flood.kind, flood.event_type, flood.begin) == ("Event", "Disaster", "1931-05")


def test_items_that_are_hardly_known_or_of_no_wanted_kind_are_left_out(tmp_path: Path) -> None:
    rows = (
        item("Q1", "Avela flood", "Q8068", wikis=3),
        item("Q2", "Ilse Maran", "Q5"),
        item("Q3", "Maran Trust", "Q43229"),
    )
    assert set(made(tmp_path, *rows)) == {"Maran Trust"}
    people = Limits(kinds=frozenset({"Person"}))
    assert set(made(tmp_path, *rows, limits=people)) == {"Ilse Maran"}


def test_a_broken_line_is_told_by_its_number() -> None:
    with pytest.raises(DumpError, match=r"line 2 is broken .* is the dump whole\?"):
        list(make_lexicon([town(1, "Vossvik", 20_000), "7\tDoba\n"], SHIPPED, Limits()))
    with pytest.raises(DumpError, match="neither a table of GeoNames"):
        list(make_lexicon(["name,population\n"], SHIPPED, Limits()))


def test_dumps_are_read_as_they_were_packed(tmp_path: Path) -> None:
    row = town(1, "Vossvik", 20_000)
    packed, archive = tmp_path / "towns.txt.gz", tmp_path / "towns.zip"
    packed.write_bytes(gzip.compress(row.encode()))
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("readme.txt", "-")
        opened.writestr("cities.txt", row)
    for path in (packed, archive):
        with open_dump(path) as lines:
            assert list(lines) == [row]


def test_a_dump_that_is_cut_short_is_told(tmp_path: Path) -> None:
    packed = tmp_path / "towns.txt.gz"
    packed.write_bytes(gzip.compress(town(1, "Vossvik", 20_000).encode() * 2000)[:-30])
    with open_dump(packed) as lines, pytest.raises(DumpError, match="cannot read the dump"):
        list(lines)
    with pytest.raises(DumpError, match="cannot read the dump"), open_dump(tmp_path / "none.txt"):
        pass
