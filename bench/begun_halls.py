"""For ``dask scheduler --preload``: writes down each hall whose build a worker has begun, for ``bench/fleet.py``."""

import os
from pathlib import Path

from distributed import Scheduler, SchedulerPlugin


class BegunHalls(SchedulerPlugin):
    """Appends the key of each task that is given to a worker to the file BEGUN_HALLS."""

    def transition(self, key: str, start: str, finish: str, *_: object, **__: object) -> None:
        """See Dask."""
        if finish == "processing" and start != finish:
            with Path(os.environ["BEGUN_HALLS"]).open("a") as file:
                file.write(f"{key}\n")


def dask_setup(scheduler: Scheduler) -> None:
    """See Dask."""
    scheduler.add_plugin(BegunHalls())
