"""Import the hall's own register (台账) as public rows. The register lies outside the project and is only read."""
