import os
from pathlib import Path

import pytest

from extractors.files.inputs.inputs import InputFile, find_files
from graph.errors import InputError
from graph.model import Skipped


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text")


def names(*inputs: str | Path) -> list[str]:
    return [entry.name for entry in find_files(inputs) if isinstance(entry, InputFile)]


def skipped(*inputs: str | Path) -> list[Skipped]:
    return [entry for entry in find_files(inputs) if isinstance(entry, Skipped)]


def test_a_folder_is_read_through_and_sorted(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a/z.md", "a.txt")
    assert names(tmp_path) == ["a.txt", "a/z.md", "b.txt"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "~$d.docx", "__MACOSX/e.txt")
    assert names(tmp_path) == ["a.txt"]


def test_other_types_in_a_folder_are_skipped_with_a_reason(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.png", "c.wps", "d.odd")
    assert names(tmp_path) == ["a.txt"]
    reasons = [skip.reason for skip in skipped(tmp_path)]
    assert reasons[0].startswith("A picture; if it shows text")
    assert "save it as .docx" in reasons[1]
    assert reasons[2].startswith("Files of type '.odd' are not read; one of: .txt")


def test_a_link_to_a_folder_is_not_followed_but_said(tmp_path: Path) -> None:
    put(tmp_path, "a/a.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert names(tmp_path) == ["a/a.txt"]
    (skip,) = skipped(tmp_path)
    assert skip.source == "a/loop"


def test_another_type_named_directly_is_skipped_with_the_choices(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.odd")
    (skip,) = skipped(tmp_path / "a.txt", tmp_path / "b.odd")
    assert skip.source == "b.odd"
    assert ".odd" in skip.reason
    assert "one of: .txt .text .md" in skip.reason


def test_a_suffix_counts_in_any_case(tmp_path: Path) -> None:
    put(tmp_path, "A.TXT")
    assert names(tmp_path) == ["A.TXT"]


def test_a_glob_names_files_below_its_fixed_part(tmp_path: Path) -> None:
    put(tmp_path, "x/a.txt", "x/deep/b.txt", "x/c.md")
    assert names(f"{tmp_path}/x/*.txt") == ["a.txt"]
    assert names(f"{tmp_path}/**/*.txt") == ["x/a.txt", "x/deep/b.txt"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    assert names(tmp_path, tmp_path / "a.txt", f"{tmp_path}/*") == ["a.txt"]


def test_a_file_with_the_signs_of_a_glob_in_its_name_can_be_named(tmp_path: Path) -> None:
    put(tmp_path, "[1] a.txt")
    assert names(tmp_path / "[1] a.txt") == ["[1] a.txt"]


def test_a_folder_with_the_name_of_a_text_is_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "x.txt/a.txt")
    assert names(tmp_path) == ["x.txt/a.txt"]
    assert names(tmp_path / "x.txt") == ["a.txt"]


def test_a_broken_link_is_skipped_and_the_others_go_on(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    assert names(tmp_path) == ["a.txt"]
    assert skipped(tmp_path) == [
        Skipped("b.txt", "The link leads nowhere; mend it or leave it out.")
    ]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    assert "no regular file" in skipped(tmp_path)[0].reason


def test_a_missing_file_is_skipped_when_others_are_there(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (skip,) = skipped(tmp_path / "a.txt", tmp_path / "b.txt")
    assert skip.source == "b.txt"
    assert "no such file" in skip.reason


def test_nothing_at_all_is_an_error_that_names_input_choices_and_next_step(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no input: nothing to read in '.*'\. .*\.jsonl"):
        find_files([tmp_path])


def test_a_folder_of_pictures_alone_names_a_few_of_them(tmp_path: Path) -> None:
    put(tmp_path, *(f"{number}.png" for number in range(9)))
    with pytest.raises(InputError, match=r"0\.png: A picture.* So it is with 4 more\."):
        find_files([tmp_path])


def test_no_names_at_all_are_an_error() -> None:
    with pytest.raises(InputError, match="none given"):
        find_files([])


def test_a_missing_file_alone_is_an_error_that_says_so() -> None:
    with pytest.raises(InputError, match=r"nowhere\.txt: There is no such file"):
        find_files(["nowhere.txt"])


def test_a_glob_without_a_match_is_an_error() -> None:
    with pytest.raises(InputError, match=r"no input: nothing to read in 'nowhere/\*\.txt'"):
        find_files(["nowhere/*.txt"])
