from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from output.view.bundling import BundleError, bundle


def written(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text)
    return folder


def test_what_is_imported_comes_first_and_once(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        start='import { low } from "./low.js";\nimport { high } from "./high.js";\nlow(high);\n',
        high='// High.\nimport { low } from "./low.js";\n\nexport const high = low(1);\n',
        low="export function low(x) {\n  return x;\n}\n",
    )
    assert bundle(folder, "start") == (
        '"use strict";\n(async () => {\nfunction low(x) {\n  return x;\n}\n\n// High.\n\n'
        "const high = low(1);\n\nlow(high);\n})();\n"
    )


@pytest.mark.parametrize(
    ("modules", "told"),
    [
        ({"start": 'import { a } from "./a.js";\n'}, "start imports a.js"),
        (
            {"start": 'import { a } from "./a.js";\n', "a": "const a = 1;\n"},
            "a.js does not export a, used in start.js",
        ),
        (
            {
                "start": 'import { a } from "./a.js";\n',
                "a": 'import { b } from "./b.js";\nexport const a = b;\n',
                "b": 'import { a } from "./a.js";\nexport const b = a;\n',
            },
            "start → a → b → a",
        ),
        (
            {
                "start": 'import { a } from "./a.js";\nlet b;\n',
                "a": "let b;\nexport const a = 1;\n",
            },
            "more than one module: b",
        ),
        ({"start": 'import * as a from "./a.js";\n', "a": ""}, "named import"),
        ({"start": "export default 1;\n"}, "named import"),
    ],
)
def test_what_joining_would_change_is_refused(
    tmp_path: Path, modules: dict[str, str], told: str
) -> None:
    with pytest.raises(BundleError, match=told):
        bundle(written(tmp_path, **modules), "start")


def test_the_page_is_one_script_without_imports() -> None:
    script = bundle(files("output.view").joinpath("scripts"), "start")
    assert "\nimport " not in script
    assert "\nexport " not in script
    assert script.rstrip().endswith("start();\n})();")
