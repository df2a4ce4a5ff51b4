"""ImageStreams: the import of their tags, and the ImageStreamTags that are read out of them."""

import datetime

import groups
from cluster import ApiError

REGISTRY = "image-registry.openshift-image-registry.svc:5000"


def now():
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def import_tags(cluster):
    """Tries to import the tags that name an image of another registry. There is no way to any, so each try fails, as it
    does on OpenShift for a name that no registry has."""
    for stream in cluster.list(groups.path("imagestreams")):
        known = {tag["tag"] for tag in stream.get("status", {}).get("tags", [])}
        asked = [tag for tag in stream.get("spec", {}).get("tags", []) if tag.get("from", {}).get("kind") == "DockerImage"]
        missing = [tag for tag in asked if tag["name"] not in known]
        if missing or "dockerImageRepository" not in stream.get("status", {}):
            tags = stream.get("status", {}).get("tags", []) + [{"tag": tag["name"], "items": None, "conditions": [_failed(tag)]} for tag in missing]
            _write(cluster, stream, tags)


def _failed(tag):
    image = tag["from"]["name"]
    return {
        "type": "ImportSuccess", "status": "False", "generation": 1, "lastTransitionTime": now(), "reason": "NotFound",
        "message": f'dockerimage.image.openshift.io "{image}" not found: no registry outside of the cluster can be reached',
    }


def pushed(cluster, namespace, output, digest):
    """Records that an image was pushed as `name:tag`. Answers its reference by digest."""
    name, _, tag = output.partition(":")
    stream = cluster.get(groups.path("imagestreams", namespace, name))
    if stream is None:
        return f"{REGISTRY}/{namespace}/{name}@{digest}"
    tags = stream.get("status", {}).get("tags", [])
    entry = next((entry for entry in tags if entry["tag"] == tag), None)
    if entry is None:
        entry = {"tag": tag}
        tags.append(entry)
    reference = f"{REGISTRY}/{namespace}/{name}@{digest}"
    item = {"created": now(), "dockerImageReference": reference, "image": digest, "generation": 1}
    entry["items"] = [item, *(entry.get("items") or [])]
    _write(cluster, stream, tags)
    return reference


def _write(cluster, stream, tags):
    namespace, name = stream["metadata"]["namespace"], stream["metadata"]["name"]
    status = {"dockerImageRepository": f"{REGISTRY}/{namespace}/{name}", "tags": tags}
    cluster.merge(groups.path("imagestreams", namespace, name, "status"), {"status": status})


def tags(cluster, namespace, name):
    """One ImageStreamTag by `stream:tag`, or the list of a namespace or of all."""
    if name is None:
        found = [tag for stream in cluster.list(groups.path("imagestreams", namespace)) for tag in _tags_of(stream)]
        return {"kind": "ImageStreamTagList", "apiVersion": "image.openshift.io/v1", "metadata": {}, "items": found}
    stream = cluster.get(groups.path("imagestreams", namespace, name.partition(":")[0]))
    for tag in _tags_of(stream) if stream else []:
        if tag["metadata"]["name"] == name:
            return tag
    message = f'imagestreamtags.image.openshift.io "{name}" not found'
    details = {"name": name, "group": "image.openshift.io", "kind": "imagestreamtags"}
    raise ApiError(404, {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "message": message,
                         "reason": "NotFound", "details": details, "code": 404})


def _tags_of(stream):
    meta = stream["metadata"]
    for tag in stream.get("status", {}).get("tags", []):
        if tag.get("items"):
            item = tag["items"][0]
            yield {
                "kind": "ImageStreamTag", "apiVersion": "image.openshift.io/v1",
                "metadata": {"name": f"{meta['name']}:{tag['tag']}", "namespace": meta["namespace"], "uid": meta["uid"],
                             "resourceVersion": meta["resourceVersion"], "creationTimestamp": item["created"]},
                "tag": None, "generation": item["generation"], "lookupPolicy": stream.get("spec", {}).get("lookupPolicy", {"local": False}),
                "image": {"metadata": {"name": item["image"]}, "dockerImageReference": item["dockerImageReference"]},
            }
