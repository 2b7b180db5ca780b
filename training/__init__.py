"""How the bundled readers were trained; not installed with the package."""
