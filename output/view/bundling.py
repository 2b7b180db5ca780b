"""Joins the page's modules into one script, since a page opened from a file may load none."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from graph.errors import VouchgraphError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=async function |function |const |let |class )", re.MULTILINE)
_DECLARED = re.compile(r"^(export )?(?:(?:async )?function|const|let|class) ([\w$]+)", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


class BundleError(VouchgraphError):
    """Modules that cannot be joined: they say something that joining would change."""


def bundle(folder: Traversable, start: str) -> str:
    """One script that does what the module ``start`` of a folder and those it imports do.

    Modules come in the order in which browsers run them: what is imported before what imports
    it. Their top-level names share one function, so that each may be declared once. Raises
    ``BundleError`` for names declared twice or not exported, circles, and other forms of import.
    """
    modules: dict[str, str] = {}
    _gather(folder, start, modules, ())
    _check_names(modules)
    parts = [_EXPORT.sub("", _IMPORT.sub("", text)).strip() for text in modules.values()]
    for name, part in zip(modules, parts, strict=True):
        if left := _OTHER.search(part):
            raise BundleError(f"{name}.js: write {left[0]!r} as a named import or export")
    return '"use strict";\n(async () => {\n' + "\n\n".join(parts) + "\n})();\n"


def _gather(
    folder: Traversable, name: str, modules: dict[str, str], above: tuple[str, ...]
) -> None:
    """Add a module after all that it imports."""
    if name in above:
        raise BundleError("modules import each other: " + " → ".join((*above, name)))
    if name in modules:
        return
    try:
        text = folder.joinpath(f"{name}.js").read_text("utf-8")
    except FileNotFoundError:
        raise BundleError(
            f"{above[-1] if above else 'nothing'} imports {name}.js: no such"
        ) from None
    for _, other in _IMPORT.findall(text):
        _gather(folder, other, modules, (*above, name))
    modules[name] = text


def _check_names(modules: dict[str, str]) -> None:
    declared = {name: _DECLARED.findall(text) for name, text in modules.items()}
    count = Counter(word for found in declared.values() for _, word in found)
    if twice := sorted(word for word, times in count.items() if times > 1):
        raise BundleError(f"declared by more than one module: {', '.join(twice)}")
    exported = {name: {word for out, word in found if out} for name, found in declared.items()}
    for name, text in modules.items():
        for names, other in _IMPORT.findall(text):
            wanted = {word.strip() for word in names.split(",")} - {""}
            if missing := sorted(wanted - exported[other]):
                names_missing = ", ".join(missing)
                raise BundleError(f"{other}.js does not export {names_missing}, used in {name}.js")
