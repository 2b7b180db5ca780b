from dataclasses import replace

from graph.model import Document, Findings, Remark, Skipped
from vouchgraph.ledger import write_ledger

READ = Findings(Document("a", "The mill is open.", "a.pdf"))


def remarked(*remarks: Remark) -> Findings:
    return replace(READ, document=replace(READ.document, remarks=remarks))


def test_the_first_line_counts() -> None:
    assert list(write_ledger([READ], [])) == ["read 1, read in part 0, not read 0"]


def test_what_was_skipped_and_what_was_read_in_part_has_a_line_each() -> None:
    found = remarked(
        Remark("Page 2 of 3 pages could not be read.", partial=True), Remark("Guessed.")
    )
    assert list(write_ledger([found], [Skipped("b.png", "A picture.")])) == [
        "read 1, read in part 1, not read 1",
        "skipped b.png: A picture.",
        "in part a.pdf: Page 2 of 3 pages could not be read.",
        "note a.pdf: Guessed.",
    ]


def test_a_name_with_a_line_break_stays_on_its_line() -> None:
    assert list(write_ledger([], [Skipped("a\nb.png", "A picture.")]))[1:] == [
        "skipped a b.png: A picture."
    ]


def test_many_files_with_one_reason_share_a_line() -> None:
    skipped = [Skipped(f"{n}.png", "A picture.") for n in range(40)]
    assert list(write_ledger([], skipped))[1:] == [
        "skipped 40 files (0.png, 1.png, 2.png, ...): A picture."
    ]


def test_a_long_ledger_ends_with_where_the_rest_is() -> None:
    skipped = [Skipped(f"{n}.png", f"Reason {n}.") for n in range(40)]
    lines = list(write_ledger([], skipped))
    assert len(lines) == 22
    assert lines[-1] == "... and 20 more in report.json"
