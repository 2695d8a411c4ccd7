"""Every sentence and label that people read, in Chinese: pages, posters, messages of checks, commands. Data only."""
