"""Routes: hosts, admission, and the proxy that serves them, and Ingresses beside them."""

import ingresses
import router
import streams

ROUTES = "/apis/route.openshift.io/v1"
DOMAIN = "apps.testbed.test"


def admit(cluster, proxy):
    """Gives every Route a host, admits it or says why not, and has the proxy serve those that are admitted. The older
    Route keeps a host that two ask for."""
    taken = {}
    routes = cluster.list(f"{ROUTES}/routes")
    for route in sorted(routes, key=lambda route: (route["metadata"]["creationTimestamp"], route["metadata"]["uid"])):
        host = route["spec"].get("host") or _name_host(cluster, route)
        first = taken.setdefault(host, route)
        _answer(cluster, route, host, None if first is route else first)
    entries = [router.Entry.of(host, route) for host, route in taken.items()]
    proxy.serve(entries + ingresses.admit(cluster, proxy, set(taken)))


def _path(route):
    meta = route["metadata"]
    return f"{ROUTES}/namespaces/{meta['namespace']}/routes/{meta['name']}"


def _name_host(cluster, route):
    host = f"{route['metadata']['name']}-{route['metadata']['namespace']}.{DOMAIN}"
    cluster.merge(_path(route), {"metadata": {"annotations": {"openshift.io/host.generated": "true"}}, "spec": {"host": host}})
    return host


def _answer(cluster, route, host, holder):
    wanted = {"type": "Admitted", "status": "True"} if holder is None else {
        "type": "Admitted", "status": "False", "reason": "HostAlreadyClaimed",
        "message": f"route {holder['metadata']['name']} already exposes {host} and is older",
    }
    ingress = (route.get("status", {}).get("ingress") or [{}])[0]
    condition = (ingress.get("conditions") or [{}])[0]
    if ingress.get("host") == host and all(condition.get(key) == value for key, value in wanted.items()):
        return
    answer = {"host": host, "routerName": "default", "routerCanonicalHostname": f"router-default.{DOMAIN}", "wildcardPolicy": "None",
              "conditions": [{**wanted, "lastTransitionTime": streams.now()}]}
    cluster.merge(_path(route) + "/status", {"status": {"ingress": [answer]}})
