"""Known things by their names: lexicons in SKOS Turtle, the one that ships and the user's own."""

from ontology.lexicons.lexicon import Entry, Lexicon, normalise
from ontology.lexicons.loading import LexiconFormatError, load_lexicon

__all__ = ["Entry", "Lexicon", "LexiconFormatError", "load_lexicon", "normalise"]
