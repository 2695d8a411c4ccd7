"""Tables that clerks open in Excel: one look, one way of printing, the same bytes for the same table."""
