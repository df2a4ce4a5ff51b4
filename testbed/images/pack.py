#!/usr/bin/env python3
"""Packs an image as a tar in the OCI layout, which `ctr images import` and registries take.

    pack.py OUT.tar CONFIG LAYER...

CONFIG is the image's configuration as JSON (Entrypoint, Env, User, ...). A LAYER is a tar; the first is the lowest.
image:ARCHIVE.tar stands for all layers of another image that was packed here. The same layers and configuration give the
same digest.
"""

import hashlib
import io
import json
import sys
import tarfile

INDEX = "application/vnd.oci.image.index.v1+json"
MANIFEST = "application/vnd.oci.image.manifest.v1+json"
CONFIG = "application/vnd.oci.image.config.v1+json"
LAYER = "application/vnd.oci.image.layer.v1.tar"


def sha256(path):
    with open(path, "rb") as file:
        return "sha256:" + hashlib.file_digest(file, "sha256").hexdigest()


def size(path):
    with open(path, "rb") as file:
        return file.seek(0, io.SEEK_END)


def blob_name(digest):
    return "blobs/sha256/" + digest.split(":")[1]


def add_bytes(out, name, content):
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    out.addfile(entry, io.BytesIO(content))


def add_json(out, media_type, value):
    """Adds a JSON blob, and answers the descriptor by which others refer to it."""
    content = json.dumps(value, sort_keys=True).encode()
    digest = "sha256:" + hashlib.sha256(content).hexdigest()
    add_bytes(out, blob_name(digest), content)
    return {"mediaType": media_type, "digest": digest, "size": len(content)}


def add_layers(out, paths):
    layers = {}
    for path in paths:
        if path.startswith("image:"):
            layers.update(add_image(out, path.removeprefix("image:")))
            continue
        digest = sha256(path)
        if digest not in layers:
            out.add(path, arcname=blob_name(digest))
        layers[digest] = {"mediaType": LAYER, "digest": digest, "size": size(path)}
    return list(layers.values())


def add_image(out, archive):
    """Adds the layers of an image, and answers their descriptors by digest."""
    with tarfile.open(archive) as image:
        index = json.load(image.extractfile("index.json"))
        manifest = json.load(image.extractfile(blob_name(index["manifests"][0]["digest"])))
        for layer in manifest["layers"]:
            entry = image.getmember(blob_name(layer["digest"]))
            out.addfile(entry, image.extractfile(entry))
    return {layer["digest"]: layer for layer in manifest["layers"]}


def pack(target, settings, paths):
    with tarfile.open(target, "w") as out:
        layers = add_layers(out, paths)
        config = add_json(out, CONFIG, {
            "architecture": "amd64",
            "os": "linux",
            "config": settings,
            "rootfs": {"type": "layers", "diff_ids": [layer["digest"] for layer in layers]},
            # Without it buildah cannot keep the layers of what is built on this image.
            "history": [{"created_by": "test bed"} for _ in layers],
        })
        manifest = add_json(out, MANIFEST, {
            "schemaVersion": 2, "mediaType": MANIFEST, "config": config, "layers": layers,
        })
        index = {"schemaVersion": 2, "mediaType": INDEX, "manifests": [manifest]}
        add_bytes(out, "index.json", json.dumps(index).encode())
        add_bytes(out, "oci-layout", b'{"imageLayoutVersion": "1.0.0"}')


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    pack(sys.argv[1], json.loads(sys.argv[2]), sys.argv[3:])
