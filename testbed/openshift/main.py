#!/usr/bin/env python3
"""What the test bed has of OpenShift: the API groups build and image, the Build, ImageStream and Route controllers, the last for Ingresses too.

    main.py SERVER TOKEN_FILE CA ADDRESS RUN_FOLDER ROUTER_PROCESS_FILE

RUN_FOLDER has front.crt, front.key, client-ca.crt, router.pem; haproxy.cfg is written there. Everything is kept in the
cluster: it may be killed and started at any moment.
"""

import pathlib
import sys
import threading
import time
import traceback

import builds
import front
import groups
import ingresses
import router
import routes
import streams
from cluster import Cluster


one_at_a_time = threading.Lock()


def control(name, changes, work):
    """Does the work whenever something has changed. When it fails, the next change (there is one every 30 s) tries again."""
    for _ in changes:
        try:
            with one_at_a_time:
                work()
        except Exception:
            print(f"{name}:", traceback.format_exc(limit=-2), file=sys.stderr, flush=True)
            time.sleep(0.5)


def watch(name, changes, work):
    threading.Thread(target=control, args=(name, changes, work), daemon=True, name=name).start()


def main(server, token_file, ca, address, folder, router_process):
    cluster = Cluster(server, pathlib.Path(token_file).read_text().strip(), ca)
    proxy = router.Router(cluster, folder, address, router_process)
    watch("buildconfigs", cluster.watch(groups.path("buildconfigs")), lambda: builds.trigger(cluster))
    watch("builds", cluster.watch(groups.path("builds")), lambda: builds.advance(cluster))
    watch("build pods", cluster.watch("/api/v1/pods", "openshift.io/build.name"), lambda: builds.advance(cluster))
    watch("imagestreams", cluster.watch(groups.path("imagestreams")), lambda: streams.import_tags(cluster))
    watch("routes", cluster.watch(routes.ROUTES + "/routes"), lambda: routes.admit(cluster, proxy))
    watch("ingresses", cluster.watch(ingresses.INGRESSES + "/ingresses"), lambda: routes.admit(cluster, proxy))
    watch("services", cluster.watch("/api/v1/services"), lambda: routes.admit(cluster, proxy))
    run = pathlib.Path(folder)
    front.serve(cluster, (address, 8444), run / "front.crt", run / "front.key", run / "client-ca.crt")


if __name__ == "__main__":
    if len(sys.argv) != 7:
        sys.exit(__doc__)
    main(*sys.argv[1:])
