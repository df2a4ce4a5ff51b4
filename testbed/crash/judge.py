"""What a rollout left behind, judged by its journal and the objects that are there."""

import json
import re

# Set by the server or by chance; everything else must be as in a run without a crash.
OWN = ("uid", "resourceVersion", "creationTimestamp", "managedFields", "generation", "selfLink")


def plain(text: str, marks: tuple[str, ...]) -> str:
    """Without the rollout's own marks, its name and its namespace, so that two rollouts can be compared."""
    for number, mark in enumerate(marks):
        text = text.replace(mark, f"MARK{number}")
    return re.sub(r"\b(?=[0-9a-f]*\d)(?:[0-9a-f]{10}|[0-9a-f]{16}|[0-9a-f]{64})\b", "KEY", text)


def objects(items: list[dict], marks: tuple[str, ...]) -> dict[str, str]:
    """Objects by name, without what the server sets."""
    return {f"{item['kind']}/{plain(item['metadata']['name'], marks)}": _form(item, marks) for item in items}


def _form(item: dict, marks: tuple[str, ...]) -> str:
    kept = json.loads(json.dumps(item))
    kept.pop("status", None)
    for field in OWN:
        kept["metadata"].pop(field, None)
    if "entries" in kept.get("data", {}):  # of the inventory, in the order in which steps beside one another ended
        kept["data"]["entries"] = sorted(kept["data"]["entries"].splitlines())
    if item["kind"] == "Service" and kept["spec"].pop("clusterIPs", []) != ["None"]:
        kept["spec"].pop("clusterIP", None)
    text = plain(json.dumps(kept, sort_keys=True), marks)
    # A release's record holds times and is compressed; labels and annotations of controllers hold ids and times.
    text = re.sub(r'"release": "[^"]*"', '"release": "..."', text)
    text = re.sub(r'"key": "[^"]*="', '"key": "..."', text)  # the inventory's own, made by chance
    text = re.sub(r'"modifiedAt": "\d+"', '"modifiedAt": "..."', text)
    return re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UID", text)


def differences(final: dict[str, str], wanted: dict[str, str]) -> dict[str, str]:
    """The objects that are not as wanted, each with the place where the two forms part."""
    different = sorted(what for what in final.keys() | wanted.keys() if final.get(what) != wanted.get(what))
    return {what: _first_difference(final.get(what, ""), wanted.get(what, "")) for what in different}


def _first_difference(one: str, other: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    return f"...{one[max(0, at - 60):at + 60]}... and without a crash ...{other[max(0, at - 60):at + 60]}..."


def again(events: list[dict]) -> list[str]:
    """Steps that were started although a try of them had succeeded."""
    done, twice = set(), []
    for event in events:
        if event["event"] == "stepFinished" and event["result"]["outcome"] == "SUCCEEDED":
            done.add(event["step"])
        elif event["event"] == "stepStarted" and event["step"] in done:
            twice.append(event["step"])
    return twice


def tries(events: list[dict]) -> dict[str, int]:
    """How many tries each step had: each has a key of its own."""
    most = {}
    for event in events:
        if event["event"] == "stepStarted":
            most[event["step"]] = max(event["attempt"], most.get(event["step"], 0))
    return most


def under_way(events: list[dict]) -> set[str]:
    """The steps that had begun and not ended."""
    open_steps = set()
    for event in events:
        if event["event"] == "stepStarted":
            open_steps.add(event["step"])
        elif event["event"] == "stepFinished":
            open_steps.discard(event["step"])
    return open_steps


def not_once(created: dict[str, int], wanted: dict[str, int], tried: dict[str, int], marks: tuple[str, ...]) -> list[str]:
    """What was not created once for its key: more often, not at all, or beside what is made without a crash."""
    wrong = [f"{what} {count} times" for what, count in created.items() if count != 1]
    found = {}
    for what in created:
        found[plain(what, marks)] = found.get(plain(what, marks), 0) + 1
    for what in found.keys() | wanted.keys():
        least, most = wanted.get(what, 0), wanted.get(what, 0) * _tries_of(what, tried)
        if not least <= found.get(what, 0) <= most:
            wrong.append(f"{what} {found.get(what, 0)} times, without a crash {least}")
    return sorted(wrong)


def _tries_of(what: str, tried: dict[str, int]) -> int:
    """What is named after a key may be there once for each try of its step."""
    name = what.partition("/")[2]
    return max((count for step, count in tried.items() if name.startswith(f"{step}-KEY")), default=1)
