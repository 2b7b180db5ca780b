from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from output.view import communities
from output.view.communities import find_communities, nest
from output.view.spacing import overlaps

GROUPS = 6
EACH = 10
COUNT = GROUPS * EACH + 3


def ties() -> np.ndarray:
    """Six groups of ten that know each other, two ties between groups, a pair and one alone."""
    pairs = [
        (group * EACH + a, group * EACH + b)
        for group in range(GROUPS)
        for a in range(EACH)
        for b in range(a)
    ]
    pairs += [(0, EACH), (EACH, 2 * EACH), (COUNT - 3, COUNT - 2)]
    return np.unique(np.sort(np.array(pairs), axis=1), axis=0)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(communities, "MOST_SHAPES", 20)


def test_where_all_can_be_drawn_there_are_no_communities() -> None:
    assert set(find_communities(COUNT, ties()).tolist()) == {-1}


@pytest.mark.usefixtures("small")
def test_who_hangs_together_is_one_community_and_who_hardly_does_is_in_none() -> None:
    found = find_communities(COUNT, ties())
    assert [len(set(found[group * EACH :][:EACH].tolist())) for group in range(GROUPS)] == [1] * 6
    assert sorted(set(found.tolist())) == [-1, 0, 1, 2, 3, 4, 5]
    assert found[-3:].tolist() == [-1, -1, -1]


@pytest.mark.usefixtures("small")
def test_too_large_a_community_is_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(communities, "_MOST_TOGETHER", 12)
    whole = nx.complete_graph(40)
    found = find_communities(40, np.array(whole.edges))
    assert np.bincount(found).max() <= 12
    assert (found >= 0).all()


@pytest.mark.usefixtures("small")
def test_members_stand_within_their_circle_and_no_circle_over_another() -> None:
    found, boxes = find_communities(COUNT, ties()), np.full((COUNT, 2), 8.0)
    places, circles = nest(found, ties(), boxes)
    middles = np.column_stack([circles.x, circles.y]).astype(np.float64)
    radii = np.array(circles.size)
    apart = np.hypot(*(middles[:, None] - middles[None]).transpose(2, 0, 1))
    assert (apart + np.diag([1e9] * GROUPS) > radii[:, None] + radii[None]).all()
    inside = found >= 0
    far = np.hypot(*(places[inside] - middles[found[inside]]).T)
    # A circle is drawn a little smaller than the room that its members have.
    assert (far <= radii[found[inside]] / 0.8 + 1).all()
    assert places[~inside, 1].min() > places[inside, 1].max()
    assert len(overlaps(places, boxes)[0]) == 0


@pytest.mark.usefixtures("small")
def test_the_same_ties_give_the_same_places() -> None:
    boxes = np.full((COUNT, 2), 8.0)
    first, second = (nest(find_communities(COUNT, ties()), ties(), boxes) for _ in range(2))
    assert first[0].tobytes() == second[0].tobytes()
    assert first[1] == second[1]
