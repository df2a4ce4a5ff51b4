"""What a rollout left behind, judged by the API server's audit log and the objects that are there."""

import collections
import json
import pathlib
import re

KINDS = "configmaps,deployments,jobs,secrets,services"
# Set by the server or by chance; everything else must be as in a run without a crash.
OWN = ("uid", "resourceVersion", "creationTimestamp", "managedFields", "generation", "selfLink")


def creates(audit: pathlib.Path, start: int, namespace: str) -> dict[str, int]:
    """How often each object of ours was created in the namespace, by the log behind the byte `start`."""
    seen = collections.Counter()
    with audit.open("rb") as log:
        log.seek(start)
        for line in log:
            if namespace.encode() in line and line.endswith(b"\n"):
                seen.update(_created(json.loads(line), namespace))
    return dict(seen)


def _created(event: dict, namespace: str) -> list[str]:
    what = event.get("objectRef", {})
    ours = event.get("user", {}).get("username") == "admin" and what.get("namespace") == namespace
    made = event.get("responseStatus", {}).get("code") == 201 and "subresource" not in what
    dry = "dryRun" in event.get("requestURI", "")
    return [f"{what['resource']}/{plain(what.get('name', ''), namespace)}"] if ours and made and not dry else []


def plain(text: str, namespace: str) -> str:
    """Without the rollout's own marks, so that two rollouts can be compared."""
    named = text.replace(namespace, "NAMESPACE")
    return re.sub(r"\b(?=[0-9a-f]*\d)(?:[0-9a-f]{10}|[0-9a-f]{16}|[0-9a-f]{64})\b", "KEY", named)


def objects(kubectl, namespace: str) -> dict[str, str]:
    """The final objects by name, without what the server sets."""
    items = json.loads(kubectl("get", KINDS, "-n", namespace, "-o", "json"))["items"]
    return {f"{item['kind']}/{plain(item['metadata']['name'], namespace)}": _form(item, namespace) for item in items}


def _form(item: dict, namespace: str) -> str:
    kept = json.loads(json.dumps(item))
    kept.pop("status", None)
    for field in OWN:
        kept["metadata"].pop(field, None)
    text = plain(json.dumps(kept, sort_keys=True), namespace)
    # A release's record holds times and is compressed; labels and annotations of controllers hold ids and times.
    text = re.sub(r'"release": "[^"]*"', '"release": "..."', text)
    text = re.sub(r'"key": "[^"]*="', '"key": "..."', text)  # the inventory's own, made by chance
    text = re.sub(r'"modifiedAt": "\d+"', '"modifiedAt": "..."', text)
    return re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UID", text)


def first_difference(one: str, other: str) -> str:
    """The place where two forms part, short enough for a table."""
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
