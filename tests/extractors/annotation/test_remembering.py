from spacy.tokens import Token

from extractors.annotation.kept import keep
from extractors.annotation.remembering import remembered
from tests.extractors.conftest import Annotate


def test_a_kept_word_is_asked_once_and_another_each_time(annotate: Annotate) -> None:
    asked: list[str] = []

    @remembered
    def places(token: Token) -> list[int]:
        asked.append(token.text)
        return [token.i]

    doc = annotate("It|PRON|nsubj|1 ended|VERB|ROOT")
    kept = keep(doc)
    first = places(kept[0])
    first.append(7)
    assert places(kept[0]) == [0]
    assert [places(doc[1]), places(doc[1])] == [[1], [1]]
    assert asked == ["It", "ended", "ended"]
