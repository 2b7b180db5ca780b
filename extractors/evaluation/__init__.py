"""Measures a reader on corpora: names, tags, trees, sentences, triggers and speed."""

from extractors.evaluation.evaluating import Evaluation, Scores, evaluate, score_golds

__all__ = ["Evaluation", "Scores", "evaluate", "score_golds"]
