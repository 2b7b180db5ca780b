from graph.clusters import Clusters
from graph.model import Kind, Mention, MentionKey


def mention(at: int, document: str = "a") -> Mention:
    return Mention(document, at, at + 1, 0, "x", "x", Kind.PERSON)


def clusters(count: int) -> tuple[Clusters, list[MentionKey]]:
    mentions = [mention(at) for at in range(count)]
    return Clusters({m.key: m for m in mentions}), [m.key for m in mentions]


def test_what_is_kept_apart_is_not_joined_by_way_of_a_third() -> None:
    groups, (a, b, c) = clusters(3)
    groups.keep_apart(a, c, "two people")
    assert groups.join(a, b, "one name", 0.9)
    assert not groups.join(b, c, "one name", 0.9)
    assert groups.refused == [(b, c, "one name", "two people")]
    assert len(groups.groups()) == 2


def test_what_is_joined_already_cannot_be_kept_apart() -> None:
    groups, (a, b) = clusters(2)
    groups.join(a, b, "one name", 0.9)
    assert not groups.keep_apart(a, b, "two people")


def test_a_merge_knows_both_mentions_and_its_reason() -> None:
    groups, (a, b) = clusters(2)
    groups.join(a, b, "one name", 0.9)
    ((_, (merge,)),) = groups.groups()
    assert (merge.other, merge.mention, merge.reason) == (a, b, "one name")


def test_an_unknown_mention_joins_nothing() -> None:
    groups, (a,) = clusters(1)
    assert not groups.join(a, MentionKey("b", 0, 1), "one name", 0.9)
