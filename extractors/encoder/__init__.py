"""The accurate reader at run time: one small network that annotates a text in one pass."""
