"""Are these two the same person? Pure rules over names and addresses."""

from .names import name_key, names_contradict

__all__ = ["name_key", "names_contradict"]
