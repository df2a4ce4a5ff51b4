"""One rollout with one crash, and whether it came to the same end as one without."""

import collections
import datetime
import json
import pathlib
import random
import time

import audit
import judge
from bed import Bed
from measure import Measure
from rollouts import Rollout, Temporal, Worker, wait
from signs import Sign

KINDS = ("network", "worker", "temporal", "apiserver", "kubelet", "silence")
CUT_SECONDS = 30
BACK = {"silence": "network", "network": "network"}
MOST_SECONDS = 10
MOST_SECONDS_OF_STREAMS = 30


class Crashes:
    """A bed, a worker on it, what is rolled out, and the run without a crash that all others are held against."""

    def __init__(self, bed: Bed, temporal: Temporal, work: pathlib.Path, subject):
        self.bed, self.temporal, self.work, self.subject = bed, temporal, work, subject
        self.mark = time.strftime("%H%M%S")
        self.worker = self.new_worker()

    def new_worker(self) -> Worker:
        return Worker(self.work, self.bed.kubeconfig, self.temporal.address, self.subject.pipelines)

    def begin(self, name: str) -> tuple[Rollout, int]:
        """Starts a rollout; gives it and where the audit log stood."""
        self.subject.prepare(name)
        start = self.bed.audit.stat().st_size
        self.temporal.start(name, self.subject.given(name))
        return Rollout(self.work, name), start

    def await_end(self, rollout: Rollout) -> list[dict]:
        wait("the rollout ends", rollout.ended, self.subject.patience, 0.1)
        wait("its workflow is over", lambda: not self.temporal.runs(rollout.name), pause=0.1)
        return rollout.events()

    def measure(self) -> None:
        """The measure: a rollout that nobody disturbs. That of a long pipeline is kept while the bed is up."""
        file = self.bed.run / "crash-measure.json"
        kept = Measure.kept(file) if self.subject.keeps_measure else None
        self.wanted = kept or self.clean()
        if self.subject.keeps_measure and not kept:
            self.wanted.keep(file)

    def clean(self) -> Measure:
        name = f"clean-{self.mark}"
        rollout, start = self.begin(name)
        events = self.await_end(rollout)
        assert rollout.status() == "SUCCEEDED", events[-1]
        created = audit.creates(self.bed.audit, start, self.subject.namespace(name))
        assert created and set(created.values()) == {1}, created
        times = [audit.at(event["at"]) for event in events if "at" in event]
        measure = Measure(
            events[0]["plan"] if self.subject.keeps_measure else "",
            [(time - times[0]).total_seconds() for time in times],
            dict(collections.Counter(judge.plain(what, self.marks(name)) for what in created)),
            self.objects(name),
            self.subject.jobs(),
        )
        self.subject.remove(name)
        return measure

    def marks(self, name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((name, self.subject.namespace(name))))

    def objects(self, name: str) -> dict[str, str]:
        found = self.bed.kubectl("get", self.subject.kinds, "-n", self.subject.namespace(name), "-o", "json")
        return judge.objects([item for item in json.loads(found)["items"] if self.subject.is_ours(item)], self.marks(name))

    def seed(self, seed: int, only: str) -> str:
        """One rollout with one crash; gives a row of the table, and raises what was not as it must be."""
        chance = random.Random(seed)
        kind = only or KINDS[seed % len(KINDS)]
        line, later = self.subject.moment(chance, self.wanted.seconds)
        name = f"crash-{seed}-{self.mark}"
        rollout, start = self.begin(name)
        began = time.monotonic()
        wait("the moment comes", lambda: len(rollout.events()) >= line or rollout.ended(), self.subject.patience)
        _linger(rollout, line, later)
        before = rollout.events()
        self.strike(kind)
        back = datetime.datetime.now(datetime.UTC)
        sign = self.sign(kind, rollout, before, back, start)
        events = self.await_end(rollout)
        took = time.monotonic() - began
        self.judge(rollout, kind, before, events, start, name)
        self.subject.remove(name)
        most = MOST_SECONDS_OF_STREAMS if kind in BACK and self.subject.streams(before) else MOST_SECONDS
        assert sign.seconds <= most, f"the first sign, {sign.what}, came {sign.seconds:.1f} s after the {BACK.get(kind, kind)} was back"
        moment = f"{line} of {len(self.wanted.seconds)} + {_shown(later)}"
        return f"| {seed} | {kind} | {moment}{_during(before)} | {sign.seconds:.1f} s: {sign.what} | {took:.0f} s{_tried(events)} |"

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

    def sign(self, kind: str, rollout: Rollout, before: list[dict], back: datetime.datetime, start: int) -> Sign:
        """The first sign that it goes on; none is owed where all had happened before."""
        found: list[Sign] = []

        def seen() -> bool:
            sign = self.subject.goes_on(kind, rollout, before, back, start)
            found.extend([sign] if sign else [])
            return bool(found) or rollout.ended()

        wait("the rollout goes on", seen, pause=0.2)
        return found[0] if found else Sign(0.0, "it had ended")

    def judge(self, rollout: Rollout, kind: str, before: list, events: list, start: int, name: str) -> None:
        assert rollout.status() == "SUCCEEDED", f"{rollout.status()}: {events[-1]}"
        assert events[: len(before)] == before, "the journal is only added to"
        assert not judge.again(events), f"done steps ran again: {judge.again(events)}"
        assert self.wanted.plan in ("", events[0]["plan"]), f"the measure is of another plan; delete {self.bed.run}/crash-measure.json"
        tried = judge.tries(events)
        created = audit.creates(self.bed.audit, start, self.subject.namespace(name))
        wrong = judge.not_once(created, self.wanted.creates, tried, self.marks(name))
        # An API server may die between the write and the line about it.
        owed = [what for what in wrong if kind == "apiserver" and " 0 times" in what]
        assert len(owed) <= 1 and wrong == owed, f"not created once: {wrong}"
        different = judge.differences(self.objects(name), self.wanted.objects)
        assert not different, f"final objects differ: {different}"
        jobs = self.subject.jobs()
        same = jobs == self.wanted.jobs or max(tried.values()) > 1 and set(jobs) >= set(self.wanted.jobs)
        assert same, f"jobs {jobs}, without a crash {self.wanted.jobs}"


def _linger(rollout: Rollout, line: int, later: float) -> None:
    """Waits so long after the line; a rollout that is quicker than the measure was is struck when its next line comes."""
    if later < 1:
        time.sleep(later)
        return
    end = time.monotonic() + later
    while time.monotonic() < end and len(rollout.events()) <= line:
        time.sleep(0.1)


def _shown(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def _during(before: list[dict]) -> str:
    return "".join(f", {step}" for step in sorted(judge.under_way(before)))


def _tried(events: list[dict]) -> str:
    return "".join(f", {step} at try {count}" for step, count in judge.tries(events).items() if count > 1)
