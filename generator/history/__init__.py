"""What has changed: between two sites that were built, and in the past, as far as Git knows."""
