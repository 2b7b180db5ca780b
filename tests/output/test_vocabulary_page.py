from __future__ import annotations

import re

from ontology.names import OWL, RDF, VG, local_name, vocabulary
from output.vocabulary_page import make_vocabulary_page


def test_every_term_stands_on_the_page_once_with_its_words() -> None:
    page = make_vocabulary_page()
    found = re.findall(r'<article id="(\w+)">', page)
    schemes = {name for name, about in vocabulary().items() if "Scheme" in str(about[RDF + "type"])}
    terms = {name for name in vocabulary() if name.startswith(VG)} - schemes
    assert sorted(found) == sorted(map(local_name, terms))
    assert OWL not in page
    assert "<p></p>" not in page


def test_the_page_tells_its_version_and_what_is_near_and_the_other_way_round() -> None:
    page = re.sub("<[^>]*>", "", make_vocabulary_page())
    assert "Version 0.2.0 of 20" in page
    assert "near: crm:E5_Event, schema:Event" in page
    assert "the other way round of: vg:partOf" in page


def test_every_link_of_the_page_leads_to_a_term() -> None:
    page = make_vocabulary_page()
    places = set(re.findall(r' id="([\w-]+)"', page))
    assert [one for one in re.findall(r'href="#([\w-]+)"', page) if one not in places] == []
