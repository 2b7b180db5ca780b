"""Renders the scores as the tables of the model card."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

_BEGIN: Final = "<!-- scores: written by training, do not edit -->"
_END: Final = "<!-- end of scores -->"
_TREE_NAMES: Final = {
    "tags": "fine tags",
    "coarse_tags": "coarse tags",
    "lemmas": "lemmas",
    "uas": "UAS",
    "las": "LAS",
    "sentences_f": "sentences F",
}


def write_scores(card: Path, scores: dict[str, Any]) -> None:
    """Put the tables between the card's two marks, in place of what stands there."""
    text = card.read_text("utf-8")
    before, rest = text.split(_BEGIN)
    after = rest.split(_END)[1]
    card.write_text(f"{before}{_BEGIN}\n\n{render(scores)}\n{_END}{after}", encoding="utf-8")


def render(scores: dict[str, Any]) -> str:
    """Give the tables as Markdown."""
    size = scores["bytes"] / 1_000_000
    speed = scores["words_per_second"]
    return "\n".join(
        [
            *_render_names(scores["names"]),
            "",
            *_render_trees(scores["trees"]),
            "",
            *_render_triggers(scores["triggers"]),
            "",
            *_render_roles(scores["roles"]),
            *_render_roles(scores["given_predicates"], note=", predicates given"),
            *_render_coreference(scores["coreference"]),
            *_render_sureness(scores["sureness"]),
            f"Size {size:.1f} MB; {speed:,} words a second of one core's time, the whole pipeline.",
            "",
        ]
    )


def _render_names(tables: dict[str, Any]) -> list[str]:
    lines = ["| held out | kind | precision | recall | F | names |", "|---|---|---|---|---|---|"]
    for source, table in tables.items():
        for kind, score in table.items():
            if score["n"]:
                cells = (source, kind, score["p"], score["r"], score["f"], score["n"])
                lines.append("| " + " | ".join(map(str, cells)) + " |")
    return lines


def _render_trees(tables: dict[str, Any]) -> list[str]:
    lines = ["| held out | read from | " + " | ".join(_TREE_NAMES.values()) + " |"]
    lines.append("|---" * (len(_TREE_NAMES) + 2) + "|")
    for source, table in tables.items():
        for text, figures in table.items():
            shown = ("–" if figures[name] is None else str(figures[name]) for name in _TREE_NAMES)
            lines.append(f"| {source} | {text} | " + " | ".join(shown) + " |")
    return lines


def _render_roles(tables: dict[str, Any], *, note: str = "") -> Iterator[str]:
    if tables:
        yield "| held out | what | precision | recall | F | marked |"
        yield "|---" * 6 + "|"
    for source, table in tables.items():
        for name, score in table.items():
            yield f"| {source} | {name}{note} | " + _cells(score, "prfn")
    if tables:
        yield ""


def _render_coreference(tables: dict[str, Any]) -> Iterator[str]:
    if tables:
        yield "| held out | what | precision | recall | F | marked |"
        yield "|---" * 6 + "|"
    for source, table in tables.items():
        for name, score in table["pronouns"].items():
            yield f"| {source} | {name} | " + _cells(score, "prfn")
        for name, score in table["clusters"].items():
            yield f"| {source} | {name} | " + _cells(score, "prf") + " |"
        yield f"| {source} | CoNLL, the mean of these | | | {table['conll']} | |"
    if tables:
        yield ""


def _render_sureness(tables: dict[str, Any]) -> Iterator[str]:
    for what, table in tables.items():
        yield f"| sureness of {table['n']} held-out {what} | found | mean confidence | right |"
        yield "|---|---|---|---|"
        for number, one in enumerate(table["bins"], start=1):
            cells = one["n"], f"{100 * one['confidence']:.1f} %", f"{100 * one['right']:.1f} %"
            yield f"| bin {number} | " + " | ".join(map(str, cells)) + " |"
        yield f"| expected calibration error, points | | | {table['error']} |"
        yield ""


def _cells(score: dict[str, float], names: str) -> str:
    return " | ".join(str(score[name]) for name in names) + " |"


def _render_triggers(tables: dict[str, Any]) -> list[str]:
    lines = ["| held out | precision | recall | F | triggers |", "|---|---|---|---|---|"]
    for source, score in tables.items():
        cells = (score["p"], score["r"], score["f"], score["n"]) if score else "––––"
        lines.append(f"| {source} | " + " | ".join(map(str, cells)) + " |")
    return lines
