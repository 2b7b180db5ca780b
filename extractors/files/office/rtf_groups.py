"""Follows the groups and control words of RTF, and gives the text of each of its places."""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from extractors.files.cleaning.raised import read_raised
from graph.model import Cut

_TOKEN = re.compile(
    rb"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<code>[0-9a-f]{2})"
    rb"|\\(?P<symbol>[^a-z])|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.IGNORECASE,
)
# Groups whose text is no text of the document; so are those that begin with a star.
_UNREAD = frozenset(
    {"fonttbl", "colortbl", "stylesheet", "listtable", "listoverridetable", "pict", "object",
     "themedata", "datastore", "latentstyles", "rsidtbl", "generator", "xmlnstbl", "fldinst",
     "operator", "company", "keywords", "comment", "doccomm", "subject", "category", "manager",
     "revtbl", "bkmkstart", "bkmkend", "filetbl", "pgdsctbl", "panose", "falt", "annotation",
     "atnid", "atnauthor", "nonshppict", "hlinkbase", "template", "info", "pntext", "listtext"}
)  # fmt: skip
_KEPT_STARRED = frozenset({"shptxt", "shpinst"})
_PROPERTIES = frozenset({"title", "author"})
_EDGES = ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
_PLACES = {"footnote": "note", "title": "title", "author": "author"} | dict.fromkeys(_EDGES, "edge")
_SIGNS = {
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "cell": ", ",
    "nestcell": ", ", "nestrow": "\n", "tab": " ", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "• ", "emspace": " ",
    "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {
    b"~": " ", b"_": "-", b"-": "", b"\n": "\n", b"\r": "\n", b"\\": "\\", b"{": "{", b"}": "}"
}  # fmt: skip
_CODE_PAGES = {
    77: "mac_roman", 128: "shift_jis", 129: "cp949", 134: "gb18030", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip
_MOST_SKIPPED = 8
_SURROGATES = 0x10000


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group; ``place`` is where its text goes, "" for nowhere.

    ``skip`` counts the letters behind a Unicode one that stand in for it in old programs.
    """

    place: str = "text"
    raised: bool = False
    hidden: str = ""
    encoding: str = "cp1252"
    skip: int = 1
    in_fonts: bool = False


_Change = Callable[[_State, int | None], _State]
_CHANGES: Mapping[str, _Change] = {
    "super": lambda state, value: replace(state, raised=value != 0),
    "up": lambda state, value: replace(state, raised=value != 0),
    "nosupersub": lambda state, _: replace(state, raised=False),
    "plain": lambda state, _: replace(state, raised=False, hidden=""),
    "v": lambda state, value: replace(state, hidden="hidden text" if value != 0 else ""),
    "deleted": lambda state, value: replace(state, hidden="tracked deletion" if value != 0 else ""),
    "uc": lambda state, value: replace(state, skip=min(max(value or 0, 0), _MOST_SKIPPED)),
    "fonttbl": lambda state, _: replace(state, place="", in_fonts=True),
}


class RtfGroups:
    """Reads RTF once; ``texts`` holds the text, notes, edges, title and author by their place."""

    def __init__(self) -> None:
        self.texts: dict[str, list[str]] = defaultdict(list)
        self.cuts: list[Cut] = []
        self._state = _State()
        self._stack: list[_State] = []
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._encoding = "cp1252"
        self._bytes = b""
        self._skip = 0
        self._starred = False

    def read(self, data: bytes) -> None:
        """Follow the tokens of a file."""
        for token in _TOKEN.finditer(data):
            kind = next(
                (name for name in ("word", "code", "symbol", "brace", "text") if token[name]), ""
            )
            if kind in {"word", "symbol", "brace"}:
                self._flush()
            if kind == "word":
                self._take_word(token["word"].decode("ascii").lower(), token["number"])
            elif kind == "code":
                self._take_bytes(bytes([int(token["code"], 16)]))
            elif kind == "brace":
                self._take_brace(token["brace"])
            elif kind == "text":
                self._take_bytes(token["text"])
            self._starred = token["symbol"] == b"*"
            if kind == "symbol":
                self._write(_SYMBOLS.get(token["symbol"], ""))
        self._flush()

    def _take_brace(self, brace: bytes) -> None:
        if brace == b"{":
            self._stack.append(self._state)
            return
        place = self._state.place
        self._state = self._stack.pop() if self._stack else self._state
        if place in {"note", "edge"} and self._state.place != place:
            self.texts[place].append("\n")

    def _take_bytes(self, data: bytes) -> None:
        """Keep bytes until it is known how many of them are a letter."""
        self._bytes += data[self._skip :]
        self._skip = max(0, self._skip - len(data))

    def _take_word(self, name: str, number: bytes | None) -> None:
        value = int(number) if number else None
        self._skip = 0
        if name == "u" and value is not None:
            self._write(chr(value % _SURROGATES))
            self._skip = self._state.skip
        elif name in _PLACES and (self._state.place or name in _PROPERTIES):
            self._state = replace(self._state, place=_PLACES[name])
        elif name in _CHANGES:
            self._state = _CHANGES[name](self._state, value)
        elif name in _UNREAD or (self._starred and name not in _KEPT_STARRED):
            self._state = replace(self._state, place="")
        elif name in _SIGNS:
            self._write(_SIGNS[name])
        elif value is not None or name == "mac":
            self._choose_encoding(name, value or 0)

    def _choose_encoding(self, name: str, value: int) -> None:
        if name in {"ansicpg", "mac"}:
            self._encoding = "mac_roman" if name == "mac" else _known(f"cp{value}")
            self._state = replace(self._state, encoding=self._encoding)
        elif name == "f":
            self._font = value
            self._state = replace(self._state, encoding=self._fonts.get(value, self._encoding))
        elif name == "fcharset" and self._state.in_fonts:
            self._fonts[self._font] = _CODE_PAGES.get(value, self._encoding)

    def _flush(self) -> None:
        """Turn the bytes that wait into text, which may take two of them a letter."""
        if self._bytes:
            self._write(self._bytes.decode(self._state.encoding, errors="replace"))
            self._bytes = b""

    def _write(self, text: str) -> None:
        state = self._state
        if not state.place or not text:
            return
        if state.hidden:
            self.cuts += [Cut(text.strip(), state.hidden)] if text.strip() else []
            return
        into = self.texts[state.place]
        if state.raised and state.place == "text":
            shown, is_note = read_raised("".join(into[-3:]), text)
            self.cuts += [Cut(text.strip(), "note number")] if is_note else []
            text = shown
        into.append(text)


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "cp1252"
