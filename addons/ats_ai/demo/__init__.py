"""Résumés of the demo company, read. Imported only when demo data is loaded."""
