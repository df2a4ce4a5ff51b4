"""The test bed's servers from the outside: what runs, how it is killed, and how it is started again."""

import os
import pathlib
import signal
import subprocess
import time

TESTBED = pathlib.Path(__file__).resolve().parent.parent
# Which part of the test bed starts a daemon again.
PARTS = {"temporal": "temporal", "apiserver": "apiserver", "kubelet": "node"}


class Bed:
    """One test bed that is up; `run` is its folder of this run."""

    def __init__(self, run: pathlib.Path, host_link: str):
        self.run = run
        self.host_link = host_link
        self.kubeconfig = run / "kubeconfig"
        self.audit = run / "logs/audit.log"

    def kill(self, daemon: str) -> None:
        """`kill -9`, and waits until the process is gone."""
        pid = int((self.run / "pids" / daemon).read_text().split()[0])
        os.kill(pid, signal.SIGKILL)
        while pathlib.Path(f"/proc/{pid}/exe").exists() and _runs(pid):
            time.sleep(0.02)

    def start(self, daemon: str) -> None:
        """As a person would: testbed/up starts what has died, and waits until it answers."""
        done = subprocess.run([TESTBED / "up", PARTS[daemon]], capture_output=True, text=True, timeout=180)
        if done.returncode != 0:
            raise RuntimeError(f"testbed/up {PARTS[daemon]} failed: {done.stdout}{done.stderr}")

    def cut(self, seconds: float) -> None:
        """The link between the machine and the cluster is down for so long, which the machine itself knows."""
        self._without(seconds, ["ip", "link", "set", self.host_link, "down"], ["ip", "link", "set", self.host_link, "up"])

    def silence(self, seconds: float) -> None:
        """The link is up, and for so long no packet comes through: nobody is told, as behind a router that is gone."""
        drop = ["iptables", "-w", "-I", "INPUT", "-i", self.host_link, "-j", "DROP"]
        out = ["iptables", "-w", "-I", "OUTPUT", "-o", self.host_link, "-j", "DROP"]
        subprocess.run(out, check=True)
        try:
            self._without(seconds, drop, [word.replace("-I", "-D") for word in drop])
        finally:
            subprocess.run([word.replace("-I", "-D") for word in out], check=True)

    @staticmethod
    def _without(seconds: float, begin: list[str], end: list[str]) -> None:
        subprocess.run(begin, check=True)
        try:
            time.sleep(seconds)
        finally:
            subprocess.run(end, check=True)

    def kubectl(self, *words: str) -> str:
        """What kubectl prints; an error is raised with its words."""
        command = [self.run.parent / "bin/kubectl", "--kubeconfig", self.kubeconfig, *words]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise RuntimeError(f"kubectl {' '.join(words)}: {done.stderr}")
        return done.stdout


def _runs(pid: int) -> bool:
    """A process that nobody has waited for yet is dead all the same."""
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
