"""Posters: what each kind says (``sheets``, ``bulletin``), how it becomes a PDF (``press``), its fonts (``fonts``)."""
