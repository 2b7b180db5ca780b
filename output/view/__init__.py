"""The interactive view: one HTML file that opens offline and shows the evidence of every line."""

from output.view.page import write_view

__all__ = ["write_view"]
