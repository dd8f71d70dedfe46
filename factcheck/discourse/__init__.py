"""What the headline and the sentences before say that a sentence leaves to its reader."""
