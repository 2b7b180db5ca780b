"""The accurate reader: one small encoder that learns names, triggers, tags, lemmas and trees."""
