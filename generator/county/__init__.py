"""The page of a county or a province over all its halls: what a hall hands over, what is added up, the site."""
