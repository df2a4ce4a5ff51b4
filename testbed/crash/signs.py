"""Signs that a rollout goes on after what was killed is back."""

import datetime
import typing

import audit


class Sign(typing.NamedTuple):
    """How many seconds after the return, and what it was."""

    seconds: float
    what: str


def next_event(events: list[dict], back: datetime.datetime) -> Sign | None:
    """The first event of the journal behind `back`."""
    return next((sign for sign in _events_after(events, back)), None)


def each_goes_on(steps: set[str], events: list[dict], back: datetime.datetime) -> Sign | None:
    """When the last of the steps had an event behind `back`: a worker that takes a step up writes that it has started it."""
    first = {}
    for event in events:
        late = _after(event["at"], back) if "at" in event else 0
        if late > 0 and event.get("step") in steps:
            first.setdefault(event["step"], Sign(late, f"{event['event']} {event['step']}"))
    return max(first.values(), default=None) if first.keys() == steps else None


def heartbeats(activities: list[dict], back: datetime.datetime) -> Sign | None:
    """When the server had heard of all activities again, by its own clock."""
    heard = [_after(one.get("lastHeartbeatTime") or "1970-01-01T00:00:00Z", back) for one in activities]
    return Sign(max(heard), "heartbeats of all steps under way") if heard and min(heard) > 0 else None


def _events_after(events: list[dict], back: datetime.datetime):
    for event in events:
        late = _after(event["at"], back) if "at" in event else 0
        if late > 0:
            yield Sign(late, f"{event['event']} {event.get('step', '')}".strip())


def _after(text: str, back: datetime.datetime) -> float:
    return (audit.at(text) - back).total_seconds()
