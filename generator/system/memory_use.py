"""How much memory this process has held at most."""

import sys

if sys.platform == "win32":

    def most_mebibytes() -> int:
        """Not told by the standard library on Windows: 0."""
        return 0
else:
    import resource

    def most_mebibytes() -> int:
        """The most memory that this process has held at once, in MiB."""
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return int(most // (1024 if sys.platform == "linux" else 1024 * 1024))
