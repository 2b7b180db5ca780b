from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ontology.lexicons import Entry, LexiconFormatError, load_lexicon

if TYPE_CHECKING:
    from pathlib import Path

PREFIXES = """\
@prefix vg: <https://w3id.org/vouchgraph/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix world: <https://w3id.org/vouchgraph/world#> .
@prefix my: <https://example.org/my#> .
"""
AZERBAIJAN = "https://w3id.org/vouchgraph/world#country-azerbaijan"
FIRST_LINE = PREFIXES.count("\n") + 1


def written(folder: Path, turtle: str, name: str = "my.ttl") -> Path:
    path = folder / name
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return path


def test_an_entry_holds_all_that_the_file_says(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """my:flood a vg:Event ;
            skos:prefLabel "Flood of Avela"@en, "Crue d'Avela"@fr ; skos:altLabel "Great Flood" ;
            vg:eventType vg:Disaster ; vg:begin "1931-05" ; vg:end "1931-05-09" ;
            geo:lat "1.5" ; geo:long -2.25 ; vg:locatedIn my:avela ; skos:related my:people ;
            skos:exactMatch <https://example.org/other> .""",
    )
    assert list(load_lexicon([path], world=False)) == [
        Entry(
            "https://example.org/my#flood",
            "Event",
            "Flood of Avela",
            ("Crue d'Avela", "Great Flood"),
            event_type="Disaster",
            begin="1931-05",
            end="1931-05-09",
            latitude=1.5,
            longitude=-2.25,
            located_in=("https://example.org/my#avela",),
            related=("https://example.org/my#people",),
            exact_matches=("https://example.org/other",),
        )
    ]


def test_the_world_is_there_unless_it_is_not_wanted() -> None:
    assert load_lexicon().get(AZERBAIJAN) is not None
    assert len(load_lexicon(world=False)) == 0


def test_the_name_of_a_user_s_entry_no_longer_means_the_world_s(tmp_path: Path) -> None:
    path = written(tmp_path, 'my:azer a vg:Person ; skos:prefLabel "Azerbaijan"@en .')
    lexicon = load_lexicon([path])
    assert [entry.kind for entry in lexicon.find("Azerbaijan")] == ["Person"]
    assert [entry.kind for entry in lexicon.find("Republic of Azerbaijan")] == ["Place"]


def test_a_user_can_add_a_name_to_an_entry_of_the_world(tmp_path: Path) -> None:
    path = written(tmp_path, 'world:country-azerbaijan skos:altLabel "Land of Fire"@en .')
    lexicon = load_lexicon([path])
    (entry,) = lexicon.find("Land of Fire")
    assert (entry.iri, entry.kind, entry.label) == (AZERBAIJAN, "Place", "Azerbaijan")
    assert len(lexicon) == len(load_lexicon())


def test_a_user_can_prefer_another_name_for_an_entry_of_the_world(tmp_path: Path) -> None:
    path = written(tmp_path, 'world:country-azerbaijan skos:prefLabel "Azərbaycan"@en .')
    (entry,) = load_lexicon([path]).find("Azerbaijan")
    assert entry.label == "Azərbaycan"


def test_two_files_can_speak_of_one_thing(tmp_path: Path) -> None:
    first = written(tmp_path, 'my:a a vg:Place ; skos:prefLabel "Avela" .', "first.ttl")
    second = written(tmp_path, 'my:a skos:altLabel "Avella" .', "second.ttl")
    (entry,) = load_lexicon([first, second], world=False)
    assert entry.labels == ("Avela", "Avella")


def test_an_english_name_is_preferred_to_others(tmp_path: Path) -> None:
    path = written(tmp_path, 'my:a a vg:Place ; skos:prefLabel "Gənd"@az, "Gand", "Ghent"@en-GB .')
    (entry,) = load_lexicon([path], world=False)
    assert entry.labels == ("Ghent", "Gand", "Gənd")


def test_headings_and_external_classes_are_let_be(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """my:scheme a skos:ConceptScheme ; skos:prefLabel "My list" .
        my:a a vg:Place, skos:Concept ; skos:inScheme my:scheme ; skos:prefLabel "Avela" .""",
    )
    assert [entry.label for entry in load_lexicon([path], world=False)] == ["Avela"]


@pytest.mark.parametrize(
    ("turtle", "line", "message"),
    [
        ("my:a a vg:Place", 0, "not Turtle: "),
        ("nil:a a vg:Place .", 0, "not Turtle: "),
        ("my:a a vg:Place .", 0, "https://example.org/my#a has no name; add skos:prefLabel"),
        ('\nmy:a skos:prefLabel "A" .', 1, "has a name but no class; say what it is: a vg:Person"),
        ('my:a a vg:Town ;\n skos:prefLabel "A" .', 0, "no class vg:Town; use one of: vg:Person"),
        ('my:a a vg:Place ; skos:prefLabel " " .', 0, "has no name"),
        ('[] a vg:Place ; skos:prefLabel "A" .', 0, "a thing without an IRI; give it an IRI"),
        (
            'my:a a vg:Event ; skos:prefLabel "A" ;\n vg:eventType vg:Massacre .',
            1,
            "no type of event vg:Massacre; use one of: vg:Occurrence",
        ),
        (
            'my:a a vg:Event ; skos:prefLabel "A" ;\n vg:begin "May 1931" .',
            1,
            "vg:begin is no date: 'May 1931'; write 1992",
        ),
        (
            'my:a a vg:Place ; skos:prefLabel "A" ;\n geo:lat "40°" .',
            1,
            "geo:lat is no number: '40°'; write degrees",
        ),
    ],
)
def test_a_broken_lexicon_is_one_sentence_with_file_and_line(
    tmp_path: Path, turtle: str, line: int, message: str
) -> None:
    path = written(tmp_path, turtle)
    with pytest.raises(LexiconFormatError) as caught:
        load_lexicon([path])
    assert str(caught.value).startswith(f"{path}, line {FIRST_LINE + line}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_lexicon_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(LexiconFormatError, match=r"nowhere\.ttl: No such file.*; check the path"):
        load_lexicon([tmp_path / "nowhere.ttl"])


def test_a_lexicon_in_another_encoding_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "latin.ttl"
    path.write_bytes(b'# one\n# "\xe9"')
    with pytest.raises(LexiconFormatError, match=r"line 2: not UTF-8; save the lexicon as UTF-8"):
        load_lexicon([path])


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = written(tmp_path, 'my:a a vg:Place ; skos:prefLabel "Avela" .')
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(load_lexicon([path], world=False)) == 1
