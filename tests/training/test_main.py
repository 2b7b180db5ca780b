from pathlib import Path

import pytest

from training import __main__ as chain
from training.folders import Folders


class BrokenOffError(Exception):
    pass


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What ran, of a chain of three stages and one that is run instead of the first."""
    names: list[str] = []

    def stage(name: str) -> chain.Stage:
        def run(folders: Folders) -> None:
            (folders.work / name).touch()
            names.append(name)
            if name == "write" and names.count(name) == 1:
                raise BrokenOffError

        return run

    monkeypatch.setattr(
        chain, "STAGES", {name: stage(name) for name in ("learn", "write", "score")}
    )
    monkeypatch.setattr(chain, "INSTEAD", {"further": ("learn", stage("further"))})
    return names


def test_a_stage_that_was_broken_off_runs_again_and_those_before_do_not(
    ran: list[str], tmp_path: Path
) -> None:
    folders = Folders(tmp_path, tmp_path / "work", tmp_path)
    with pytest.raises(BrokenOffError):
        list(chain.run_stages("all", folders))
    assert list(chain.run_stages("all", folders)) == ["write", "score"]
    assert ran == ["learn", "write", "write", "score"]
    assert list(chain.run_stages("all", folders)) == []


def test_a_stage_instead_of_another_counts_as_that_one(ran: list[str], tmp_path: Path) -> None:
    folders = Folders(tmp_path, tmp_path / "work", tmp_path)
    assert list(chain.run_stages("further", folders)) == ["further"]
    with pytest.raises(BrokenOffError):
        list(chain.run_stages("all", folders))
    assert ran == ["further", "write"]


def test_a_stage_that_is_named_runs_though_it_is_done(ran: list[str], tmp_path: Path) -> None:
    folders = Folders(tmp_path, tmp_path / "work", tmp_path)
    for _ in range(2):
        list(chain.run_stages("learn", folders))
    assert ran == ["learn", "learn"]
