"""The small pipeline, in a namespace of its own each time."""

import datetime
import random

import judge
from bed import Bed
from rollouts import PATIENCE, TESTBED, Rollout
from signs import Sign, next_event

# Commands in pods and logs that are followed are not given up: TCP carries them on, up to so late. See docs/testbed/crashes.md.
STREAMS = ("asked", "migration")


class Small:
    """About ten seconds, with something of each kind that must not be done twice."""

    pipelines = TESTBED / "crash/pipelines"
    kinds = "configmaps,deployments,jobs,secrets,services"
    patience = PATIENCE
    keeps_measure = False

    def __init__(self, bed: Bed):
        self.bed = bed

    def given(self, name: str) -> dict:
        return {"pipeline": "crash", "params": {"namespace": name}, "onFailure": "fail"}

    def namespace(self, name: str) -> str:
        return name

    def prepare(self, name: str) -> None:
        self.bed.kubectl("create", "namespace", name)

    def remove(self, name: str) -> None:
        self.bed.kubectl("delete", "namespace", name, "--wait=false")

    def is_ours(self, item: dict) -> bool:
        return True

    def moment(self, chance: random.Random, seconds: list[float]) -> tuple[int, float]:
        """After which line of the journal, and how much later. `seconds` has the time of each line without a crash."""
        return chance.randint(1, len(seconds) - 3), chance.random() * 0.4

    def streams(self, before: list[dict]) -> bool:
        return bool(judge.under_way(before) & set(STREAMS))

    def jobs(self) -> list[str]:
        """What other servers say of jobs; there are none."""
        return []

    def goes_on(self, kind: str, rollout: Rollout, before: list[dict], back: datetime.datetime, start: int) -> Sign | None:
        """The next event of the journal: its steps are short."""
        return next_event(rollout.events(), back)
