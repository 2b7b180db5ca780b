"""The interactive view: one HTML file that opens offline and shows the evidence of every line."""

from output.view.limiting import left_out
from output.view.page import make_page, write_view

__all__ = ["left_out", "make_page", "write_view"]
