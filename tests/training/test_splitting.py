from extractors.corpora.samples import Entity, Sample, keep_longest
from training.splitting import split_sentences


def split(text: str, *entities: Entity) -> list[Sample]:
    sample = Sample(text, "test", "d", frozenset(), entities)
    return list(split_sentences(sample))


def test_sentences_and_lines_are_cut_and_abbreviations_are_not() -> None:
    found = split("Heading\n\nDr. Bold came. Then J. Kern left.")
    assert [one.text for one in found] == ["Heading", "Dr. Bold came.", "Then J. Kern left."]


def test_no_name_is_cut_and_offsets_move() -> None:
    one, two = split("It is. Go! Team won.", Entity(7, 15, "Organization"))
    assert one.text == "It is."
    assert [two.text[name.start : name.end] for name in two.entities] == ["Go! Team"]


def test_the_longest_of_overlapping_names_stays() -> None:
    long, short = Entity(0, 9, "Organization"), Entity(5, 9, "Place")
    assert keep_longest([short, long, Entity(10, 12, "Date")]) == (long, Entity(10, 12, "Date"))
