"""Parts what the writer of a message says from what it quotes, and tells whose words those are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.files.metadata.datelines import find_date

_WROTE = re.compile(
    r"(?P<lead>[^\n]{0,200}?)(?P<name>[^<>\n,]{2,80}?)\s{0,3}(?:[<\[(][^<>\n]{3,100}[>\])]\s{0,3})?"
    r"(?:wrote|writes|a écrit|schrieb|escribió)\s{0,3}:\s{0,3}$"
)
_ORIGINAL = re.compile(
    r"^\s*(?:-{2,}\s?(?:original|forwarded)\s(?:message|mail)\s?-{2,}"
    r"|begin forwarded message:|_{10,})\s*$",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^\s*\*?(from|sent|date|to|cc|bcc|subject|reply-to):\*?\s*(.*)$", re.IGNORECASE
)
_ADDRESS = re.compile(r"\s{0,5}[<\[(](?:mailto:)?[^<>\[\]()]{3,120}[>\])]")
_QUOTE = re.compile(r"^\s{0,3}>\s?")
_LEADS = re.compile(r".*(?:\d[,:]?|AM|PM|am|pm|,|^On)\s", re.DOTALL)
_MOST_LINES = 3
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one writer; ``name`` is "" where the message does not tell who that is.

    ``date`` is ISO or "".
    """

    text: str
    name: str = ""
    date: str = ""
    subject: str = ""


def part_quotes(text: str, name: str = "") -> list[Said]:
    """Part a message's text: its own words first, then those that it quotes.

    Lines behind ">" are those of the writer whom the line above names ("On DATE, NAME wrote:").
    Below "Original Message", the fields name the writer.
    """
    return _part(text.split("\n"), Said("", name), 0)


def _part(lines: list[str], writer: Said, depth: int) -> list[Said]:
    own: list[str] = []
    others: list[Said] = []
    index = 0
    while index < len(lines):
        if depth < _DEEPEST and _begins_original(lines, index):
            found, rest = _read_fields(lines, index)
            others += _part(rest, found, depth + 1)
            break
        if _QUOTE.match(lines[index]):
            end = _find_end(lines, index)
            quoted = [_QUOTE.sub("", line, count=1) for line in lines[index:end]]
            found = _take_attribution(own)
            others += _part(quoted, found, depth + 1) if depth < _DEEPEST else []
            index = end
        else:
            own.append(lines[index])
            index += 1
    said = Said("\n".join(own).strip("\n"), writer.name, writer.date, writer.subject)
    return [said, *others]


def _find_end(lines: list[str], start: int) -> int:
    """Find where a quotation ends; a blank line inside it does not end it."""
    end = start
    for index in range(start, len(lines)):
        if _QUOTE.match(lines[index]):
            end = index + 1
        elif lines[index].strip():
            break
    return end


def _take_attribution(own: list[str]) -> Said:
    """Take "On DATE, NAME wrote:" off the end of the lines before a quotation."""
    kept = len(own)
    while kept and not own[kept - 1].strip():
        kept -= 1
    for count in range(1, min(_MOST_LINES, kept) + 1):
        line = " ".join(part.strip() for part in own[kept - count : kept])
        found = _WROTE.search(line)
        if found is None:
            break
        date = find_date(line)
        name = _LEADS.sub("", found["lead"] + found["name"]).strip(" ,*\"'")
        if date or count == _MOST_LINES or not _continues(own, kept - count):
            del own[kept - count :]
            return Said("", name, date.iso if date else "")
    return Said("")


def _continues(own: list[str], start: int) -> bool:
    """Whether the line above may be the first half of it: "On 3 May 2004 at 10:00,"."""
    return start > 0 and own[start - 1].strip().startswith(("On ", "Le ", "Am ", "El "))


def _begins_original(lines: list[str], index: int) -> bool:
    if _ORIGINAL.match(lines[index]):
        return any(_FIELD.match(line) for line in lines[index + 1 : index + 4])
    field = _FIELD.match(lines[index])
    if field is None or field[1].lower() != "from" or index == 0:
        return False
    names = {found[1].lower() for line in lines[index : index + 6] if (found := _FIELD.match(line))}
    return bool(names & {"sent", "date"}) and bool(names & {"to", "subject"})


def _read_fields(lines: list[str], index: int) -> tuple[Said, list[str]]:
    """Read the fields above a message that is quoted whole; give what stands below them."""
    fields: dict[str, str] = {}
    index += bool(_ORIGINAL.match(lines[index]))
    while index < len(lines) and (not lines[index].strip() or _FIELD.match(lines[index])):
        found = _FIELD.match(lines[index])
        if found:
            fields[found[1].lower()] = found[2].strip(" *")
        elif "from" in fields:
            break
        index += 1
    date = find_date(fields.get("sent") or fields.get("date") or "")
    name = _ADDRESS.sub("", fields.get("from", "")).strip(" \"'")
    return Said("", name, date.iso if date else "", fields.get("subject", "")), lines[index:]
