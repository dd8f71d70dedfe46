"""Which words say the same, which exclude each other, and which names are part of which."""
