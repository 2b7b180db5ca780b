import pytest

from extractors.files.languages import find_other_language

TEXTS = {
    "": "The mill of the valley was opened on Monday by the mayor, who said that it was needed.",
    "German": "Die Mühle des Tals wurde am Montag geöffnet, und der Bürgermeister war auch dabei.",
    "French": "Le moulin de la vallée a été ouvert lundi par le maire, qui est venu avec eux.",
    "Spanish": "El molino del valle fue abierto el lunes por el alcalde, que vino con los suyos.",
    "Polish": "Młyn w dolinie został otwarty przez burmistrza, który nie był sam na to.",
    "Bosnian, Croatian or Serbian": (
        "Mlin u dolini je otvoren, a načelnik je rekao da su svi došli na njega."
    ),
    "a language in Cyrillic letters": "Мельница в долине была открыта в понедельник.",
    "Greek": "Ο μύλος της κοιλάδας άνοιξε τη Δευτέρα.",
    "a language in Arabic letters": "فتحت المطحنة في الوادي يوم الاثنين.",
    "Japanese": "たにのすいしゃごやがげつようびにひらかれた。",
}


@pytest.mark.parametrize(("name", "text"), TEXTS.items())
def test_the_language_of_a_text_is_named_where_it_is_not_english(name: str, text: str) -> None:
    assert find_other_language(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund, Jon Berg, Lena Hof, Ana Weiss, Petar Rusin, Anton Belik, Oto Blaha",
        "Der Spiegel wrote that the mill of the valley was shut and that it would not be opened.",
        "12 34 56",
        "",
        "Guten Tag",
    ],
)
def test_names_quotations_and_scraps_are_read(text: str) -> None:
    assert find_other_language(text) == ""


def test_a_long_text_is_told_by_its_start_middle_and_end() -> None:
    assert find_other_language((TEXTS["German"] + " ") * 2_000) == "German"
