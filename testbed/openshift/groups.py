"""The two API groups that cannot be CustomResourceDefinitions alone, because they have subresources and virtual objects.

Their objects are kept as custom resources of groups of the test bed's own. Whatever a client asks of `build.openshift.io` is
asked of `build.testbed.slipway.io`, and the names are exchanged in both directions: so apply, conflicts, dry run, watch and
selectors are the API server's own.
"""

BUILD = "build.openshift.io"
IMAGE = "image.openshift.io"
BACKING = {BUILD: "build.testbed.slipway.io", IMAGE: "image.testbed.slipway.io"}
VERBS = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]


def _resource(name, kind, verbs):
    return {"name": name, "singularName": "", "namespaced": True, "kind": kind, "verbs": verbs}


RESOURCES = {
    BUILD: [
        _resource("buildconfigs", "BuildConfig", VERBS),
        {**_resource("buildconfigs/instantiate", "BuildRequest", ["create"]), "group": BUILD, "version": "v1"},
        _resource("builds", "Build", VERBS),
        _resource("builds/log", "BuildLog", ["get"]),
    ],
    IMAGE: [
        _resource("imagestreams", "ImageStream", VERBS),
        _resource("imagestreams/status", "ImageStream", ["get", "patch", "update"]),
        _resource("imagestreamtags", "ImageStreamTag", ["get", "list"]),
    ],
}


def resource_list(group):
    return {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": f"{group}/v1", "resources": RESOURCES[group]}


def group(name):
    version = {"groupVersion": f"{name}/v1", "version": "v1"}
    return {"kind": "APIGroup", "apiVersion": "v1", "name": name, "versions": [version], "preferredVersion": version}


def inward(content, name):
    """What a client sent, as the keeping group has it."""
    return content.replace(f"{name}/v1".encode(), f"{BACKING[name]}/v1".encode())


def outward(content, name):
    """What the keeping group answered, as the client knows it."""
    return content.replace(BACKING[name].encode(), name.encode())


def path(resource, namespace=None, name=None, subresource=None):
    """The path of the kept objects of buildconfigs, builds or imagestreams."""
    keeping = BACKING[IMAGE if resource == "imagestreams" else BUILD]
    parts = [f"/apis/{keeping}/v1"]
    if namespace:
        parts += ["namespaces", namespace]
    return "/".join([*parts, resource, *filter(None, [name, subresource])])
