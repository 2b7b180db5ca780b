from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.findings_store import FindingsStore
from graph.model import Document, Findings

if TYPE_CHECKING:
    from pathlib import Path


def test_findings_come_back_as_they_were(tmp_path: Path, findings: tuple[Findings, ...]) -> None:
    for found in findings:
        FindingsStore(tmp_path, "rules").put(found)
        assert FindingsStore(tmp_path, "rules").get(found.document) == found


def test_a_document_that_changed_in_anything_is_read_anew(
    tmp_path: Path, findings: tuple[Findings, ...]
) -> None:
    store = FindingsStore(tmp_path, "rules")
    store.put(findings[0])
    document = findings[0].document
    assert store.get(replace(document, text=document.text + " ")) is None
    assert store.get(replace(document, date=None)) is None


def test_other_rules_read_anew(tmp_path: Path, findings: tuple[Findings, ...]) -> None:
    FindingsStore(tmp_path, "rules").put(findings[0])
    assert FindingsStore(tmp_path, "new rules").get(findings[0].document) is None


def test_what_was_kept_and_broke_is_as_good_as_absent(
    tmp_path: Path, findings: tuple[Findings, ...]
) -> None:
    store = FindingsStore(tmp_path, "rules")
    for content in (b"", b"{", b"{}", b"\xff"):
        store.put(findings[0])
        (kept,) = tmp_path.iterdir()
        kept.write_bytes(content)
        assert store.get(findings[0].document) is None


def test_what_was_altered_and_is_still_valid_is_as_good_as_absent(
    tmp_path: Path, findings: tuple[Findings, ...]
) -> None:
    store = FindingsStore(tmp_path, "rules")
    store.put(findings[0])
    (kept,) = tmp_path.iterdir()
    content = kept.read_bytes()
    kept.write_bytes(content.replace(b'"confidence":0.8', b'"confidence":0.9'))
    assert kept.read_bytes() != content
    assert store.get(findings[0].document) is None


def test_what_was_kept_under_other_rules_is_not_taken_by_its_name(
    tmp_path: Path, findings: tuple[Findings, ...]
) -> None:
    FindingsStore(tmp_path, "rules").put(findings[0])
    (kept,) = tmp_path.iterdir()
    store = FindingsStore(tmp_path, "new rules")
    store.put(findings[0])
    (new,) = set(tmp_path.iterdir()) - {kept}
    kept.replace(new)
    assert store.get(findings[0].document) is None


def test_what_belongs_to_another_document_is_not_taken_for_this_one(
    tmp_path: Path, findings: tuple[Findings, ...]
) -> None:
    store = FindingsStore(tmp_path, "rules")
    store.put(findings[0])
    (kept,) = tmp_path.iterdir()
    store.put(findings[1])
    (other,) = set(tmp_path.iterdir()) - {kept}
    kept.write_bytes(other.read_bytes())
    assert store.get(findings[0].document) is None


def test_what_no_run_used_is_forgotten(tmp_path: Path, findings: tuple[Findings, ...]) -> None:
    before = FindingsStore(tmp_path, "rules")
    for found in findings:
        before.put(found)
    store = FindingsStore(tmp_path, "rules")
    store.get(findings[0].document)
    (tmp_path / "killed.part").write_bytes(b"half")
    store.prune()
    assert not (tmp_path / "killed.part").exists()
    assert store.get(findings[0].document) == findings[0]
    assert store.get(findings[1].document) is None


def test_findings_that_cannot_be_kept_do_no_harm(tmp_path: Path) -> None:
    store = FindingsStore(tmp_path, "rules")
    surrogate = Findings(Document("x", "\ud800", source="x.txt"))
    store.put(surrogate)
    assert store.get(surrogate.document) is None
    (tmp_path / "file").write_text("no folder")
    FindingsStore(tmp_path / "file", "rules").put(Findings(Document("x", "a", source="x.txt")))
