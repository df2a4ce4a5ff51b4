"""What the API server's audit log says of a rollout, from a byte of the log on."""

import collections
import datetime
import json
import pathlib
from collections.abc import Iterator

SLIPWAY = "slipway/"


def creates(log: pathlib.Path, start: int, namespace: str) -> dict[str, int]:
    """How often each object of ours was created in the namespace, by its name. Spark makes its drivers as its own account."""
    return dict(collections.Counter(_name(event) for event in _events(log, start, namespace) if _created(event)))


def asked(log: pathlib.Path, start: int, namespace: str, after: datetime.datetime) -> float | None:
    """Seconds from `after` to the first request of Slipway's that was answered, where the policy has reading written down too."""
    times = (at(event["requestReceivedTimestamp"]) for event in _events(log, start, namespace) if _answered(event))
    return min(((time - after).total_seconds() for time in times if time > after), default=None)


def at(text: str) -> datetime.datetime:
    """A time as servers write it."""
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def _events(log: pathlib.Path, start: int, namespace: str) -> Iterator[dict]:
    with log.open("rb") as lines:
        lines.seek(start)
        for line in lines:
            if namespace.encode() in line and line.endswith(b"\n"):
                event = json.loads(line)
                if event.get("objectRef", {}).get("namespace") == namespace:
                    yield event


def _name(event: dict) -> str:
    what = event["objectRef"]
    kind = f"{what['resource']}.{what['apiGroup']}" if what.get("apiGroup") else what["resource"]
    return f"{kind}/{what.get('name', '')}"


def _created(event: dict) -> bool:
    what = event["objectRef"]
    driver = what["resource"] == "pods" and what.get("name", "").endswith("-driver")
    ours = driver or event.get("user", {}).get("username") == "admin"
    made = event.get("responseStatus", {}).get("code") == 201 and "subresource" not in what
    return ours and made and "dryRun" not in event.get("requestURI", "")


def _answered(event: dict) -> bool:
    return event.get("userAgent", "").startswith(SLIPWAY) and event.get("responseStatus", {}).get("code", 500) < 400
