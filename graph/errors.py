"""The errors that a user can act on.

VouchgraphError
├── InputError            nothing to read, or a place that cannot be written
│   └── UnreadableFileError   one file that could not become a document
├── LexiconError          a lexicon that is no SKOS Turtle
├── DecisionError         decisions on identity that cannot be read or contradict
├── ReaderError           a reader that is unknown, missing or unfit
├── QueryError            SPARQL that cannot be answered
├── StoreError            a triple store that does not take the graph
└── FormatError           a format that is unknown

A message holds the bad value, the choices and the next step.
"""


class VouchgraphError(Exception):
    """The base of every error that a user can act on; the command line prints it as a sentence."""


class InputError(VouchgraphError):
    """There is nothing to read, or the place to write to is not usable."""


class UnreadableFileError(InputError):
    """One file could not become a document; the others still can."""


class LexiconError(VouchgraphError):
    """A lexicon could not be read as SKOS Turtle."""


class DecisionError(VouchgraphError):
    """Decisions on identity cannot be read, name nothing, or contradict one another."""


class ReaderError(VouchgraphError):
    """A reader (spaCy pipeline) is unknown, is not installed, or lacks what the extractors need."""


class QueryError(VouchgraphError):
    """A query is not valid SPARQL, or asks for what is not allowed."""


class StoreError(VouchgraphError):
    """A triple store is not there, refuses, or holds what would be overwritten."""


class FormatError(VouchgraphError):
    """A format is not one of those that can be written."""
