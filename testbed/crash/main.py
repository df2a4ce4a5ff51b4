"""Kills servers under live rollouts, seed by seed: main.py PIPELINE RUN_FOLDER HOST_LINK TEMPORAL WORK SEEDS FIRST [KIND]."""

import pathlib
import signal
import sys

from bed import Bed
from crashes import Crashes
from guide import Guide
from rollouts import Temporal
from small import Small

HEAD = "| seed | killed | after line of the journal | first sign after it was back | whole rollout |\n|---|---|---|---|---|"


def main(pipeline: str, run: str, link: str, address: str, work: str, seeds: str, first: str, only: str = "") -> int:
    bed = Bed(pathlib.Path(run), link)
    temporal = Temporal(bed.run.parent / "bin/temporal", address)
    subject = Guide(bed, temporal) if pipeline == "guide" else Small(bed)
    crashes = Crashes(bed, temporal, pathlib.Path(work), subject)
    failures = 0
    try:
        crashes.measure()
        print(HEAD, flush=True)
        for seed in range(int(first), int(first) + int(seeds)):
            try:
                print(crashes.seed(seed, only), flush=True)
            except (AssertionError, RuntimeError) as error:
                failures += 1
                print(f"| {seed} | FAILED | {error} | | |", flush=True)
    finally:
        crashes.worker.kill()
    print(f"\n{int(seeds) - failures} of {seeds} held", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(130))  # so that the worker is ended too
    sys.exit(main(*sys.argv[1:]))
