"""A fleet (大厅群): the halls of a county or a province, each built by the ``build()`` of one hall, on many cores."""
