"""Whether a process of this computer still runs."""

import os
import sys

if sys.platform == "win32":
    import ctypes

    _MAY_WAIT, _REFUSED, _STILL = 0x00100000, 5, 0x102

    def is_running(number: int) -> bool:
        """Whether there is a process with this number; one that may not be asked runs."""
        system = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = system.OpenProcess(_MAY_WAIT, False, number)
        if not handle:
            return ctypes.get_last_error() == _REFUSED
        waited: int = system.WaitForSingleObject(handle, 0)
        system.CloseHandle(handle)
        return waited == _STILL

else:

    def is_running(number: int) -> bool:
        """Whether there is a process with this number; one that may not be asked runs."""
        try:
            os.kill(number, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True
