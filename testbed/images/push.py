#!/usr/bin/env python3
"""Pushes an image archive in the OCI layout to a registry.

    push.py ARCHIVE.tar http://HOST:PORT REPOSITORY:TAG

What the registry has already is not sent again.
"""

import json
import sys
import tarfile
import urllib.error
import urllib.request


class Registry:
    """One repository of a registry, by its HTTP API."""

    def __init__(self, base, repository):
        self.base = base
        self.url = f"{base}/v2/{repository}"

    def has(self, digest):
        try:
            with urllib.request.urlopen(urllib.request.Request(f"{self.url}/blobs/{digest}", method="HEAD")):
                return True
        except urllib.error.HTTPError as answer:
            if answer.code != 404:
                raise
            return False

    def put_blob(self, digest, file, size):
        with urllib.request.urlopen(urllib.request.Request(f"{self.url}/blobs/uploads/", method="POST")) as answer:
            place = answer.headers["Location"]
        place = place if place.startswith("http") else self.base + place
        place += ("&" if "?" in place else "?") + "digest=" + digest
        headers = {"Content-Type": "application/octet-stream", "Content-Length": str(size)}
        with urllib.request.urlopen(urllib.request.Request(place, file, headers, method="PUT")):
            pass

    def put_manifest(self, tag, manifest, media_type):
        headers = {"Content-Type": media_type}
        with urllib.request.urlopen(urllib.request.Request(f"{self.url}/manifests/{tag}", manifest, headers, method="PUT")):
            pass


def push(archive, base, name):
    repository, _, tag = name.rpartition(":")
    registry = Registry(base, repository)
    with tarfile.open(archive) as tar:
        member = {entry.name: entry for entry in tar}

        def blob(digest):
            return member["blobs/" + digest.replace(":", "/")]

        index = json.load(tar.extractfile(member["index.json"]))
        descriptor = index["manifests"][0]
        manifest = tar.extractfile(blob(descriptor["digest"])).read()
        parts = json.loads(manifest)
        for part in [parts["config"], *parts["layers"]]:
            if not registry.has(part["digest"]):
                registry.put_blob(part["digest"], tar.extractfile(blob(part["digest"])), part["size"])
        registry.put_manifest(tag, manifest, descriptor["mediaType"])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    push(*sys.argv[1:])
