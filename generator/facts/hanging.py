"""What every sheet says of the hall."""

FIELDS_OF_EVERY_SHEET = ("hall.address", "supervision.phone")
"""The fields of site.yml that sheets take from the hall; while one is unknown, no sheet that shows it is printed."""
