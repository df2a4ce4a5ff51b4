"""Rollouts under which servers are killed: a worker in a process of its own, and the journal that it writes."""

import json
import os
import pathlib
import signal
import subprocess
import time

TESTBED = pathlib.Path(__file__).resolve().parent.parent
# A queue of its own: a worker that an interrupted run left behind would take the rollouts of this one.
QUEUE = f"slipway-crashes-{os.getpid()}"
PATIENCE = 180


class Worker:
    """`slipway worker` on the real cluster; its state folder outlives it."""

    def __init__(self, work: pathlib.Path, kubeconfig: pathlib.Path, temporal: str, pipelines: pathlib.Path):
        self.log = work / f"worker-{time.monotonic_ns()}.log"
        command = [TESTBED.parent / "slipway", "worker", "--temporal-address", temporal, "--task-queue", QUEUE]
        command += ["--kubeconfig", kubeconfig, "--target", "testbed", "--pipelines", pipelines]
        environment = os.environ | {"SLIPWAY_NO_BUILD": "1", "SLIPWAY_HOME": str(work / "state")}
        with self.log.open("w") as out:
            self.process = subprocess.Popen(command, cwd=work, env=environment, stdout=out, stderr=out)
        wait(f"the worker is ready; it says: {self.log}", lambda: "worker ready:" in self.log.read_text())

    def kill(self) -> None:
        """`kill -9`: the launcher has become the JVM, so it is the worker itself."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


class Temporal:
    """The Temporal server, asked with its own command line."""

    def __init__(self, program: pathlib.Path, address: str):
        self.program, self.address = program, address

    def start(self, name: str, given: dict) -> None:
        self._ask("start", "--type", "Rollout", "--task-queue", QUEUE, "--workflow-id", name, "--input", json.dumps(given))

    def pending(self, name: str) -> list[dict]:
        """The activities of the rollout that have not ended, as the server sees them."""
        return self._describe(name).get("pendingActivities", [])

    def runs(self, name: str) -> bool:
        """Whether the workflow is open: after the last line of the journal it gives its concurrency group back."""
        return self._describe(name)["workflowExecutionInfo"]["status"] == "WORKFLOW_EXECUTION_STATUS_RUNNING"

    def _describe(self, name: str) -> dict:
        return json.loads(self._ask("describe", "--workflow-id", name, "--output", "json"))

    def _ask(self, verb: str, *words: str) -> str:
        command = [self.program, "workflow", verb, "--address", self.address, *words]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


class Rollout:
    """One rollout, watched by its journal."""

    def __init__(self, work: pathlib.Path, name: str):
        self.name = name
        self.journal = work / "state/rollouts" / name / "journal.jsonl"

    def events(self) -> list[dict]:
        """What the journal has so far; a line that is being written is left out."""
        if not self.journal.exists():
            return []
        return [json.loads(line) for line in self.journal.read_text().splitlines(keepends=True) if line.endswith("\n")]

    def status(self) -> str:
        """The last word about the whole rollout, such as SUCCEEDED; empty while there is none."""
        moves = [event["status"] for event in self.events() if event["event"] == "rolloutMoved"]
        return moves[-1].upper() if moves else ""

    def ended(self) -> bool:
        return self.status() in ("SUCCEEDED", "FAILED", "ABORTED", "CANCELLED")


def wait(what: str, holds, seconds: float = PATIENCE, pause: float = 0.01) -> None:
    """Waits until that holds; says what did not after so many seconds."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds:.0f} s: {what}")
        time.sleep(pause)
