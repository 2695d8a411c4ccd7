"""Pictures: ``words`` reads what they say beside their looks, ``pixels`` writes them again as looks alone."""
