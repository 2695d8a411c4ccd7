"""The parts of the campaign by name, and one of them run in a folder of its own."""

import tempfile
import time
from pathlib import Path

from campaign import bombs, frames, kills, mutations, serving, surroundings
from campaign.outcome import Outcome

PARTS = {
    "mutations": mutations.run,
    "frames": frames.run,
    "kills": kills.run,
    "surroundings": surroundings.run,
    "serving": serving.run,
    "bombs": bombs.run,
}


def run_part(part: str, seed: int, size: float) -> tuple[Outcome, float]:
    """What a part found, and the seconds it took."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="gongshi-campaign-") as folder:
        outcome = PARTS[part](Path(folder), seed, size)
    return outcome, time.monotonic() - began
