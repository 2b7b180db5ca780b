"""A small encoder that learns every kind from corpora that annotate some, and teaches the rest."""
