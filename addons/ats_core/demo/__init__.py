"""The demo company. Imported only when demo data is loaded (``ats.demo``), never by the product."""
