"""Turns files into documents: what lies on a disk in, clean text with its metadata out."""

from extractors.files.documents import read_files
from extractors.files.formats import FORMATS

__all__ = ["FORMATS", "read_files"]
