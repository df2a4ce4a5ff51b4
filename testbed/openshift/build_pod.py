"""The pod in which a Build runs."""

import os

import streams

BUILDER = streams.REGISTRY + "/testbed/builder:1"


def of(build):
    """The pod of a Build. It is privileged, as on OpenShift: buildah mounts its layers in it."""
    meta = build["metadata"]
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {
            "name": meta["name"] + "-build", "namespace": meta["namespace"],
            "labels": {"openshift.io/build.name": meta["name"]},
            "annotations": {"openshift.io/build.name": meta["name"]},
            "ownerReferences": [{"apiVersion": "build.openshift.io/v1", "kind": "Build", "name": meta["name"], "uid": meta["uid"], "controller": True}],
        },
        "spec": {
            "restartPolicy": "Never",
            "automountServiceAccountToken": False,
            "containers": [{
                "name": "docker-build",
                "image": BUILDER,
                "env": _environment(build),
                "securityContext": {"privileged": True},
                "resources": {"requests": {"cpu": "50m", "memory": "256Mi"}},
                "volumeMounts": [{"name": "work", "mountPath": "/var/lib/containers", "subPath": "containers"},
                                 {"name": "work", "mountPath": "/var/tmp", "subPath": "temporary"}],
            }],
            "volumes": [{"name": "work", "hostPath": {"path": _layers(meta), "type": "DirectoryOrCreate"}}],
        },
    }


def _layers(meta):
    """Where the node keeps the layers of a BuildConfig until the test bed goes down."""
    return os.path.join(os.environ["BUILDS"], meta["namespace"], meta["labels"]["buildconfig"])


def _environment(build):
    spec = build["spec"]
    source, docker = spec["source"], spec["strategy"].get("dockerStrategy", {})
    git = source.get("git", {})
    revision = spec.get("revision", {}).get("git", {}).get("commit")
    values = {
        "GIT_URI": git.get("uri", ""),
        "GIT_REF": revision or git.get("ref", "HEAD"),
        "CONTEXT_DIR": source.get("contextDir", "."),
        "DOCKERFILE": docker.get("dockerfilePath", "Dockerfile"),
        "OUTPUT": f"{streams.REGISTRY}/{build['metadata']['namespace']}/{spec['output']['to']['name']}",
    }
    return [{"name": name, "value": value} for name, value in values.items()] + docker.get("env", [])


def digest(pod):
    """The digest of the pushed image, which the container left as its last word."""
    return pod["status"]["containerStatuses"][0]["state"]["terminated"]["message"].strip()


def last_words(cluster, pod):
    """The end of the pod's log, or nothing when there is none."""
    meta = pod["metadata"]
    try:
        with cluster.open("GET", f"/api/v1/namespaces/{meta['namespace']}/pods/{meta['name']}/log?tailLines=5") as log:
            return log.read().decode(errors="replace")
    except OSError:
        return ""
