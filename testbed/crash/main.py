"""Kills servers under live rollouts, seed by seed: main.py RUN_FOLDER HOST_LINK TEMPORAL WORK SEEDS FIRST [KIND]."""

import datetime
import pathlib
import random
import signal
import sys
import time

import judge
from bed import Bed
from rollouts import Rollout, Worker, wait

KINDS = ("network", "worker", "temporal", "apiserver", "kubelet", "silence")
CUT_SECONDS = 30
BACK = {"silence": "network", "network": "network"}
MOST_SECONDS = 10
# Commands in pods and logs that are followed are not given up: TCP carries them on, up to so late. See docs/testbed/crashes.md.
MOST_SECONDS_OF_STREAMS = 30
STREAMS = ("asked", "migration")


class Crashes:
    """A bed, a worker on it, and the run without a crash that all others are held against."""

    def __init__(self, bed: Bed, temporal: str, work: pathlib.Path):
        self.bed, self.temporal, self.work = bed, temporal, work
        self.mark = time.strftime("%H%M%S")
        self.worker = self.new_worker()

    def new_worker(self) -> Worker:
        return Worker(self.work, self.bed.kubeconfig, self.temporal)

    def begin(self, name: str) -> Rollout:
        self.bed.kubectl("create", "namespace", name)
        rollout = Rollout(self.work, name)
        rollout.start(self.bed.run.parent / "bin/temporal", self.temporal)
        return rollout

    def clean(self) -> None:
        """The measure: a rollout that nobody disturbs."""
        name, start = f"clean-{self.mark}", self.bed.audit.stat().st_size
        rollout = self.begin(name)
        wait("the clean run ends", rollout.ended)
        assert rollout.status() == "SUCCEEDED", rollout.events()[-1]
        self.lines = len(rollout.events())
        self.objects = judge.objects(self.bed.kubectl, name)
        self.creates = judge.creates(self.bed.audit, start, name)
        assert self.creates and set(self.creates.values()) == {1}, self.creates
        self.delete(name)

    def seed(self, seed: int, only: str) -> str:
        """One rollout with one crash; gives a row of the table, and raises what was not as it must be."""
        chance = random.Random(seed)
        kind = only or KINDS[seed % len(KINDS)]
        moment, later = chance.randint(1, self.lines - 3), chance.random() * 0.4
        name, start, began = f"crash-{seed}-{self.mark}", self.bed.audit.stat().st_size, time.monotonic()
        rollout = self.begin(name)
        wait("the moment comes", lambda: len(rollout.events()) >= moment or rollout.ended())
        time.sleep(later)
        before = rollout.events()
        self.strike(kind)
        back = datetime.datetime.now(datetime.UTC)
        wait("the rollout ends", rollout.ended)
        events, took = rollout.events(), time.monotonic() - began
        gap, what = _gap(events, back)
        self.judge(rollout, kind, before, events, start, name)
        self.delete(name)
        most = MOST_SECONDS_OF_STREAMS if kind in BACK and _runs(before) in STREAMS else MOST_SECONDS
        assert gap <= most, f"the next event, {what}, came {gap:.1f} s after the {BACK.get(kind, kind)} was back"
        return f"| {seed} | {kind} | {moment} of {self.lines} + {later * 1000:.0f} ms | {gap:.1f} s | {took:.0f} s |"

    def strike(self, kind: str) -> None:
        """Returns when what was struck is back."""
        if kind == "worker":
            self.worker.kill()
            self.worker = self.new_worker()
        elif kind == "network":
            self.bed.cut(CUT_SECONDS)
        elif kind == "silence":
            self.bed.silence(CUT_SECONDS)
        else:
            self.bed.kill(kind)
            self.bed.start(kind)

    def judge(self, rollout: Rollout, kind: str, before: list, events: list, start: int, name: str) -> None:
        assert rollout.status() == "SUCCEEDED", f"{rollout.status()}: {events[-1]}"
        assert events[: len(before)] == before, "the journal is only added to"
        assert not judge.again(events), f"done steps ran again: {judge.again(events)}"
        created = judge.creates(self.bed.audit, start, name)
        if kind == "apiserver":  # it may die between the write and the line about it
            missing = {what: 1 for what in self.creates if what not in created}
            assert len(missing) <= 1, f"creates without a line: {missing}"
            created |= missing
        assert created == self.creates, f"created {created}, without a crash {self.creates}"
        final = judge.objects(self.bed.kubectl, name)
        different = sorted(what for what in final.keys() | self.objects.keys() if final.get(what) != self.objects.get(what))
        where = [judge.first_difference(final.get(what, ""), self.objects.get(what, "")) for what in different]
        assert not different, f"final objects differ: {dict(zip(different, where))}"

    def delete(self, name: str) -> None:
        self.bed.kubectl("delete", "namespace", name, "--wait=false")


def _runs(events: list[dict]) -> str:
    """The step that was begun last, when it has not ended."""
    last = next((event for event in reversed(events) if event["event"] in ("stepStarted", "stepFinished")), {})
    return last.get("step", "") if last.get("event") == "stepStarted" else ""


def _gap(events: list[dict], back: datetime.datetime) -> tuple[float, str]:
    """Seconds from `back` to the first event behind it, and which that is; 0 when all had happened before."""
    for event in events:
        at = datetime.datetime.fromisoformat(event["at"].replace("Z", "+00:00"))
        if at > back:
            return (at - back).total_seconds(), f"{event['event']} {event.get('step', '')}".strip()
    return 0.0, ""


def main(run: str, link: str, temporal: str, work: str, seeds: str, first: str, only: str = "") -> int:
    crashes = Crashes(Bed(pathlib.Path(run), link), temporal, pathlib.Path(work))
    failures = 0
    try:
        crashes.clean()
        print("| seed | killed | after line of the journal | next event after it was back | whole rollout |\n|---|---|---|---|---|", flush=True)
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
