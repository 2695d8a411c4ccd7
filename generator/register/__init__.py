"""From the hall's own register (台账) to public rows. The register stays outside the project and is only read."""
