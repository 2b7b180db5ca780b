"""The graph in a triple store of one's own, over the Graph Store Protocol."""

from output.stores.client import Access, StoreClient
from output.stores.loading import Plan, load, make_plan
from output.stores.presets import PRESETS, Preset, find_preset

__all__ = [
    "PRESETS",
    "Access",
    "Plan",
    "Preset",
    "StoreClient",
    "find_preset",
    "load",
    "make_plan",
]
