"""Attachment: what every figure of a sentence counts, in which event, where, when and by whom."""
