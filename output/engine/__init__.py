"""Queries answered in a child process that can reach nothing and is stopped at its limits."""

from output.engine.answer import Answer
from output.engine.asking import Engine
from output.engine.limits import Limits

__all__ = ["Answer", "Engine", "Limits"]
