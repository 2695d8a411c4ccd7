"""How much processor time another process has used: a slow or busy computer takes longer by the clock, not by this."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes


def processor_seconds(processes: Iterable[tuple[int, int]]) -> float | None:
    """Seconds that running processes, each with its number and handle, have used; None where the system is silent.

    Linux tells it in /proc, Windows to whoever has the handle of a process. One that has ended counts as 0.
    """
    if sys.platform not in {"linux", "win32"}:
        return None
    return sum(map(_of_one, processes))


if sys.platform == "win32":

    def _of_one(process: tuple[int, int]) -> float:
        times = [wintypes.FILETIME() for _ in range(4)]  # created, ended, in the kernel, in the program
        if not ctypes.windll.kernel32.GetProcessTimes(wintypes.HANDLE(process[1]), *map(ctypes.byref, times)):
            return 0.0
        ticks = sum((time.dwHighDateTime << 32) + time.dwLowDateTime for time in times[2:])
        return ticks / 10_000_000

else:

    def _of_one(process: tuple[int, int]) -> float:
        try:
            fields = Path(f"/proc/{process[0]}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
