"""BuildConfigs and Builds: what triggers a Build, and what becomes of it.

A Build runs in a pod named after it, which clones the source, builds the Dockerfile and pushes the image. The pod's end is the
Build's end.
"""

import datetime
import threading

import build_pod
import groups
import streams
from cluster import ApiError

ACTIVE = ("Pending", "Running")
OVER = ("Complete", "Failed", "Error", "Cancelled")
NUMBER = "openshift.io/build.number"
_one_at_a_time = threading.Lock()


def instantiate(cluster, namespace, name, request):
    """Starts the next Build of a BuildConfig, as a POST to its `instantiate` does. Answers the Build."""
    with _one_at_a_time:
        path = groups.path("buildconfigs", namespace, name)
        config = cluster.call("GET", path)
        version = config.get("status", {}).get("lastVersion", 0)
        while True:
            version += 1
            try:
                build = cluster.create(groups.path("builds", namespace), _build(config, version, request))
                break
            except ApiError as error:
                if error.code != 409:
                    raise
        cluster.merge(path, {"status": {"lastVersion": version}})
        return build


def _build(config, version, request):
    meta, spec = config["metadata"], config["spec"]
    name = f"{meta['name']}-{version}"
    asked = request.get("metadata", {})
    strategy = spec["strategy"]
    if request.get("env") and "dockerStrategy" in strategy:
        docker = strategy["dockerStrategy"]
        strategy = {**strategy, "dockerStrategy": {**docker, "env": docker.get("env", []) + request["env"]}}
    return {
        "apiVersion": groups.BACKING[groups.BUILD] + "/v1",
        "kind": "Build",
        "metadata": {
            "name": name,
            "namespace": meta["namespace"],
            "labels": {**meta.get("labels", {}), **asked.get("labels", {}), "buildconfig": meta["name"],
                       "openshift.io/build-config.name": meta["name"], "openshift.io/build.start-policy": spec.get("runPolicy", "Serial")},
            "annotations": {**asked.get("annotations", {}), "openshift.io/build-config.name": meta["name"], NUMBER: str(version),
                            "openshift.io/build.pod-name": name + "-build"},
            "ownerReferences": [{"apiVersion": groups.BUILD + "/v1", "kind": "BuildConfig", "name": meta["name"], "uid": meta["uid"], "controller": True}],
        },
        "spec": {
            "source": spec["source"], "strategy": strategy, "output": spec.get("output", {}), "serviceAccount": "builder",
            "triggeredBy": request.get("triggeredBy", [{"message": "Manually triggered"}]),
            **({"revision": request["revision"]} if "revision" in request else {}),
        },
        "status": {"phase": "New", "config": {"kind": "BuildConfig", "name": meta["name"], "namespace": meta["namespace"]}},
    }


def trigger(cluster):
    """The ConfigChange trigger: a BuildConfig that has never built starts its first Build by itself."""
    for config in cluster.list(groups.path("buildconfigs")):
        types = [trigger.get("type") for trigger in config["spec"].get("triggers", [])]
        if "ConfigChange" in types and not config.get("status", {}).get("lastVersion"):
            meta = config["metadata"]
            instantiate(cluster, meta["namespace"], meta["name"], {"triggeredBy": [{"message": "Build configuration change"}]})


def advance(cluster):
    """Takes every Build that is not over one step on."""
    builds = cluster.list(groups.path("builds"))
    for build in sorted(builds, key=_number):
        phase = build["status"]["phase"]
        if phase in OVER:
            continue
        if build["status"].get("cancelled"):
            _cancel(cluster, build)
        elif phase == "New":
            if not _waits(build, builds):
                _start(cluster, build)
        else:
            _follow(cluster, build)


def _number(build):
    return int(build["metadata"].get("annotations", {}).get(NUMBER, 0))


def _waits(build, builds):
    """Builds of one BuildConfig run one after the other, unless its policy is Parallel."""
    if build["metadata"]["labels"]["openshift.io/build.start-policy"] == "Parallel":
        return False
    config = build["status"]["config"]
    return any(other["status"]["config"] == config and _number(other) < _number(build) and other["status"]["phase"] not in OVER for other in builds)


def _start(cluster, build):
    namespace = build["metadata"]["namespace"]
    try:
        cluster.create(f"/api/v1/namespaces/{namespace}/pods", build_pod.of(build))
    except ApiError as error:
        if error.code != 409:
            raise
    _set(cluster, build, phase="Pending")


def _follow(cluster, build):
    meta = build["metadata"]
    pod = cluster.get(f"/api/v1/namespaces/{meta['namespace']}/pods/{meta['name']}-build")
    if pod is None:
        _end(cluster, build, "Error", reason="BuildPodDeleted", message="The pod for this build was deleted before the build completed.")
        return
    phase = pod["status"].get("phase")
    if phase == "Running" and build["status"]["phase"] == "Pending":
        _set(cluster, build, phase="Running", startTimestamp=pod["status"].get("startTime", streams.now()))
    elif phase == "Succeeded":
        _complete(cluster, build, pod)
    elif phase == "Failed":
        _end(cluster, build, "Failed", reason="GenericBuildFailed", message="Generic Build failure - check logs for details.", logSnippet=build_pod.last_words(cluster, pod))


def _complete(cluster, build, pod):
    digest = build_pod.digest(pod)
    output = build["spec"]["output"].get("to", {})
    reference = streams.pushed(cluster, build["metadata"]["namespace"], output["name"], digest)
    _end(cluster, build, "Complete", output={"to": {"imageDigest": digest}}, outputDockerImageReference=reference.partition("@")[0] + ":" + output["name"].partition(":")[2])


def _cancel(cluster, build):
    meta = build["metadata"]
    cluster.delete(f"/api/v1/namespaces/{meta['namespace']}/pods/{meta['name']}-build")
    _end(cluster, build, "Cancelled", reason="CancelledBuild", message="The build was cancelled by the user.")


def _end(cluster, build, phase, **values):
    start = build["status"].get("startTimestamp", streams.now())
    end = streams.now()
    seconds = (datetime.datetime.fromisoformat(end) - datetime.datetime.fromisoformat(start)).total_seconds()
    _set(cluster, build, phase=phase, startTimestamp=start, completionTimestamp=end, duration=int(seconds * 1e9), **values)


def _set(cluster, build, **values):
    meta = build["metadata"]
    cluster.merge(groups.path("builds", meta["namespace"], meta["name"]), {"status": values})
