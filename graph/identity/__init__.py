"""What tells one person, body, place or event from another."""
