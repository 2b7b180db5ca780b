"""What ships answers the same in the stores of others, which the tests start where they are found.

Jena is looked for in /usr/share/java, where Debian's packages put it (libapache-jena-java,
libthrift-java, libcaffeine-java, libdexx-java, a JDK), Virtuoso on the path or under
``VIRTUOSO_HOME`` (the folder that ``dpkg -x`` unpacked virtuoso-opensource-7-bin into).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen
from zipfile import ZipFile

import pytest

from graph.dataset import load_dataset, store_of
from output.formats import write
from output.query import examples
from output.results import ask
from output.stores import Access, StoreClient, find_preset, load, make_plan
from tests.output.stores.conftest import free_port, listens
from vouchgraph import build

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import rdflib

pytestmark = pytest.mark.reader
JARS = Path("/usr/share/java")
JENA = ("arq", "base", "core", "dboe-base", "dboe-index", "dboe-storage", "dboe-trans-data",
        "dboe-transaction", "iri", "tdb2")  # fmt: skip
OTHERS = ("thrift", "caffeine", "dexx.collection", "guava", "slf4j-api", "slf4j-nop", "protobuf",
          "commons-lang3", "commons-csv", "commons-io", "commons-codec", "commons-compress",
          "httpclient", "httpclient-cache", "httpcore", "jackson-annotations", "jackson-core",
          "jackson-databind", "jsonld-java")  # fmt: skip
EXAMPLES = Path(__file__).parents[3] / "examples"
Row = tuple[tuple[str, str], ...]


@pytest.fixture(scope="module", params=["khojaly", "bhopal"])
def example(request: pytest.FixtureRequest) -> rdflib.Dataset:
    return build([EXAMPLES / request.param]).dataset


def ours(dataset: rdflib.Dataset, sparql: str) -> list[Row]:
    rows = (row.asdict() for row in ask(dataset, sparql))  # type: ignore[union-attr]
    return sorted(tuple(sorted((name, str(one)) for name, one in row.items())) for row in rows)


def read_json(answer: bytes) -> list[Row]:
    rows: list[Mapping[str, Any]] = json.loads(answer)["results"]["bindings"]
    return sorted(tuple(sorted((name, one["value"]) for name, one in row.items())) for row in rows)


# Jena


@pytest.fixture(scope="module")
def jena(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    jars = [JARS / f"jena-{name}.jar" for name in JENA] + [JARS / f"{name}.jar" for name in OTHERS]
    missing = [one.name for one in jars if not one.exists()]
    if missing or not shutil.which("javac"):
        pytest.skip(f"no Jena here: {', '.join(missing) or 'no JDK'}")
    folder = tmp_path_factory.mktemp("messages")
    # Debian moved Xerces into Jena's own package, but not the names by which it looks for its texts
    with ZipFile(JARS / "jena-core.jar") as jar:
        moved = "org/apache/jena/ext/"
        for name in jar.namelist():
            if name.startswith(f"{moved}xerces/") and name.endswith(".properties"):
                target = folder / name.removeprefix(moved)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    return [
        "java",
        "-cp",
        ":".join(map(str, [folder, *jars])),
        str(Path(__file__).with_name("Ask.java")),
    ]


@pytest.mark.parametrize("ending", ["ttl", "trig", "jsonld"])
def test_jena_gives_the_rows_that_we_give(
    example: rdflib.Dataset, jena: list[str], ending: str, tmp_path: Path
) -> None:
    path = tmp_path / f"graph.{ending}"
    write(example, path, mentions=True)
    for one in examples().values():
        (tmp_path / f"{one.name}.rq").write_text(one.text, encoding="utf-8")
    subprocess.run([*jena, str(path), str(tmp_path)], check=True, capture_output=True)
    known = load_dataset(path)
    for one in examples().values():
        answer = (tmp_path / f"{one.name}.json").read_bytes()
        assert read_json(answer) == ours(known, one.text), one.name


# Virtuoso


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = Path(os.environ.get("VIRTUOSO_HOME", "/"))
    program = home / "usr/bin/virtuoso-t"
    if not program.exists():
        pytest.skip("no Virtuoso here: unpack virtuoso-opensource-7-bin and set VIRTUOSO_HOME")
    folder = tmp_path_factory.mktemp("virtuoso")
    ports = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(
        SETTINGS.format(folder=folder, sql=ports[0], http=ports[1])
    )
    libraries = f"{home}/usr/lib/x86_64-linux-gnu:{home}/lib/x86_64-linux-gnu"
    command = [str(program), "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    known = {**os.environ, "LD_LIBRARY_PATH": libraries}
    with subprocess.Popen(command, cwd=folder, env=known, stderr=subprocess.DEVNULL) as server:
        for _ in range(600):
            if server.poll() is not None or listens(ports[1]):
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{ports[1]}"
        server.kill()


SETTINGS = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = 100000
"""


def spelled(rows: list[Row]) -> list[Row]:
    """Spell truth as RDF does; Virtuoso gives 1 and 0."""
    truths = {("quoted", "1"): ("quoted", "true"), ("quoted", "0"): ("quoted", "false")}
    return sorted(tuple(truths.get(cell, cell) for cell in row) for row in rows)


def test_virtuoso_gives_the_rows_that_we_give(example: rdflib.Dataset, virtuoso: str) -> None:
    access = Access(user="dba", password="dba")  # noqa: S106 (of a store that ends with the test)
    client = StoreClient(virtuoso, find_preset("virtuoso"), access)
    load(make_plan(store_of(example), client, replace=True), client, lambda *_: None)
    for one in examples().values():
        asked = urlencode({"query": one.text, "format": "application/sparql-results+json"})
        with urlopen(Request(f"{virtuoso}/sparql", asked.encode())) as answer:  # noqa: S310
            found = read_json(answer.read())
        assert spelled(found) == ours(example, one.text), one.name
