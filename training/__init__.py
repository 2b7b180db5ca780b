"""How the bundled reader was trained; not installed with the package."""
