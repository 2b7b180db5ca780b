"""The interactive view: one HTML file that opens offline and shows the sentence behind each line."""

from output.view.page import write_view

__all__ = ["write_view"]
