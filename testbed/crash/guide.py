"""Guide 000 whole: Builds, Spark's drivers and Flink's jobs in the namespace where MinIO and Nessie are."""

import bisect
import datetime
import json
import random

import audit
import judge
import signs
from bed import Bed
from rollouts import TESTBED, Rollout, Temporal

NAMESPACE = "datalyptica"
JOBS = f"/api/v1/namespaces/{NAMESPACE}/services/flink-jobmanager-rest:8081/proxy/jobs/overview"
# What the pipeline and the engines leave, in the order in which it goes: Deployments with their pods first.
LEFT = (
    ("deployments,routes,servicemonitors,services,poddisruptionbudgets", "slipway.io/pipeline=datalyptica"),
    ("buildconfigs,imagestreams,configmaps,rolebindings,roles,serviceaccounts", "slipway.io/pipeline=datalyptica"),
    ("securitycontextconstraints", "slipway.io/pipeline=datalyptica"),
    ("pods", "openshift.io/build.name"),
    ("builds", "openshift.io/build-config.name"),
    ("pods", "spark-role"),
    ("configmaps", "configmap-type=high-availability"),
    ("configmaps,secrets", "slipway.io/inventory=datalyptica"),
)
# Steps that run commands in pods or follow logs, which are not given up when the network is cut. See docs/testbed/crashes.md.
STREAMS = {"bucket", "spark-image", "flink-image", "spark-pi", "word-count", "checkpoint-job", "iceberg-smoke", "iceberg-maintenance", "metrics-answer"}


class Guide:
    """Some minutes. Its steps may take longer than the time within which a rollout must go on, so that the servers are asked too."""

    pipelines = TESTBED.parent / "pipelines"
    kinds = "buildconfigs,builds,configmaps,deployments,imagestreams,poddisruptionbudgets,rolebindings,roles,routes,secrets,serviceaccounts,servicemonitors,services"
    patience = 900
    keeps_measure = True

    def __init__(self, bed: Bed, temporal: Temporal):
        self.bed, self.temporal = bed, temporal

    def given(self, name: str) -> dict:
        return {"pipeline": "datalyptica", "profile": "testbed", "onFailure": "fail"}

    def namespace(self, name: str) -> str:
        return NAMESPACE

    def prepare(self, name: str) -> None:
        """What anybody has left there goes first, so that each Build is the first of its BuildConfig again."""
        self.remove(name)

    def remove(self, name: str) -> None:
        for kinds, selector in LEFT:
            self.bed.kubectl("delete", kinds, "-n", NAMESPACE, "-l", selector, "--cascade=foreground", "--ignore-not-found")

    def is_ours(self, item: dict) -> bool:
        """The engines leave objects of their own beside those of the pipeline."""
        return any(label.startswith("slipway.io/") for label in item["metadata"].get("labels", {}))

    def moment(self, chance: random.Random, seconds: list[float]) -> tuple[int, float]:
        """Any moment is as likely as another, so that long steps are struck too: a line of the journal, and seconds after it."""
        at = chance.uniform(seconds[0], seconds[-3])
        line = bisect.bisect_right(seconds, at)
        return line, at - seconds[line - 1]

    def streams(self, before: list[dict]) -> bool:
        return bool(judge.under_way(before) & STREAMS)

    def jobs(self) -> list[str]:
        """Flink's jobs with their states, by its own REST API."""
        jobs = json.loads(self.bed.kubectl("get", "--raw", JOBS))["jobs"]
        assert len({job["jid"] for job in jobs}) == len(jobs), jobs
        return sorted(f"{job['name']} {job['state']}" for job in jobs)

    def goes_on(self, kind: str, rollout: Rollout, before: list[dict], back: datetime.datetime, start: int) -> signs.Sign | None:
        """An event of the journal, or what the server that was struck has heard of the steps under way."""
        steps, events = judge.under_way(before), rollout.events()
        if kind == "worker" and steps:
            return signs.each_goes_on(steps, events, back)
        event = signs.next_event(events, back)
        if event or kind == "worker":
            return event
        if kind == "temporal":
            return signs.heartbeats(self.temporal.pending(rollout.name), back)
        seconds = audit.asked(self.bed.audit, start, NAMESPACE, back)
        return None if seconds is None else signs.Sign(seconds, "request of the worker")
