"""The formats in which corpora are published, read into one shape each."""
