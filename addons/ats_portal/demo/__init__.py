"""The careers page of the demo company. Imported only when demo data is loaded."""
