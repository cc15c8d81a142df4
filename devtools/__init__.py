"""The development commands behind ./dev and make. Standard library only; one subject per file."""
