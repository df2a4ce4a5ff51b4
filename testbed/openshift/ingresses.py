"""Ingresses of the class openshift-default, which OpenShift's router serves too: each with the certificate of its own Secret."""

import base64

import router

INGRESSES = "/apis/networking.k8s.io/v1"
CLASS = "openshift-default"


def admit(cluster, proxy, taken):
    """The hosts of the Ingresses that no Route has. Each Ingress is told the proxy's address."""
    entries = []
    for ingress in cluster.list(f"{INGRESSES}/ingresses"):
        if ingress["spec"].get("ingressClassName") == CLASS:
            entries += [entry for entry in _entries(cluster, proxy, ingress) if entry.host not in taken]
            _answer(cluster, ingress, proxy.address)
    return entries


def _entries(cluster, proxy, ingress):
    """One a rule; of its paths the first, which is all that a Route has."""
    namespace = ingress["metadata"]["namespace"]
    secrets = {host: tls["secretName"] for tls in ingress["spec"].get("tls", []) for host in tls.get("hosts", []) if "secretName" in tls}
    for rule in ingress["spec"].get("rules", []):
        service = rule["http"]["paths"][0]["backend"]["service"]
        port = service["port"].get("name") or service["port"]["number"]
        secret = secrets.get(rule["host"])
        certificate = proxy.keep(_pem(cluster, namespace, secret)) if secret else ""
        yield router.Entry(rule["host"], namespace, service["name"], str(port), "Redirect" if secret else "Allow", bool(secret), certificate)


def _pem(cluster, namespace, name):
    data = cluster.call("GET", f"/api/v1/namespaces/{namespace}/secrets/{name}")["data"]
    return base64.b64decode(data["tls.crt"]) + base64.b64decode(data["tls.key"])


def _answer(cluster, ingress, address):
    meta, wanted = ingress["metadata"], {"ingress": [{"ip": address}]}
    if ingress.get("status", {}).get("loadBalancer") != wanted:
        cluster.merge(f"{INGRESSES}/namespaces/{meta['namespace']}/ingresses/{meta['name']}/status", {"status": {"loadBalancer": wanted}})
