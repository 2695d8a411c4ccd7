"""The outputs: everything that a build publishes, one module each, none of which knows another."""
