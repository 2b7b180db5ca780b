"""Lexicons from the dumps of GeoNames and Wikidata, line by line."""

from ontology.lexicons.making.dumps import open_dump
from ontology.lexicons.making.made import DumpError, Limits
from ontology.lexicons.making.making import make_lexicon

__all__ = ["DumpError", "Limits", "make_lexicon", "open_dump"]
