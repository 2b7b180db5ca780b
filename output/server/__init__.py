"""The graph in a browser, and for whoever speaks SPARQL over HTTP: read only."""

from output.server.app import Site, make_app

__all__ = ["Site", "make_app"]
