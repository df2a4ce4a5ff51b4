"""The proxy of the Routes and Ingresses: HAProxy, which OpenShift's router is too."""

import dataclasses
import hashlib
import http.client
import os
import pathlib
import signal
import time

HEAD = """\
global
    maxconn 2000
defaults
    mode http
    timeout connect 5s
    timeout client 60s
    timeout server 60s
    timeout tunnel 1h
frontend plain
    bind {address}:80
    http-request return status 200 content-type text/plain string {generation} if {{ hdr(host) generation }}
{plain}
    default_backend nothing
frontend secure
    bind {address}:443 ssl {certificates}
    http-request set-header X-Forwarded-Proto https
{secure}
    default_backend nothing
backend nothing
    http-request return status 503 content-type text/plain string "no Route has this host"
{backends}"""


@dataclasses.dataclass(frozen=True)
class Entry:
    """One host, and the service behind it; the path of a certificate when it has one of its own."""

    host: str
    namespace: str
    service: str
    port: str
    insecure: str
    tls: bool
    certificate: str = ""

    @staticmethod
    def of(host, route):
        spec, meta = route["spec"], route["metadata"]
        tls = spec.get("tls") or {}
        return Entry(host, meta["namespace"], spec["to"]["name"], str(spec.get("port", {}).get("targetPort", "")), tls.get("insecureEdgeTerminationPolicy", "None"), bool(tls))


class Router:
    """Writes HAProxy's configuration and this machine's names of the hosts, whenever they change."""

    def __init__(self, cluster, folder, address, process_file, hosts="/etc/hosts"):
        self.cluster = cluster
        self.folder = pathlib.Path(folder)
        self.address = address
        self.process_file = pathlib.Path(process_file)
        self.hosts = pathlib.Path(hosts)

    def serve(self, entries):
        generation = hashlib.sha256(self.config(entries, "").encode()).hexdigest()
        if self.loaded() == generation:
            return
        new = self.folder / "haproxy.cfg.new"
        new.write_text(self.config(entries, generation))
        new.replace(self.folder / "haproxy.cfg")
        self.name(sorted(entry.host for entry in entries))
        self.load(generation)

    def load(self, generation):
        """HAProxy drops a signal that comes while it loads, so it is asked what it has loaded, and told again."""
        for _ in range(10):
            if not self.process_file.exists():
                return
            os.kill(int(self.process_file.read_text().split()[0]), signal.SIGUSR2)
            for _ in range(10):
                time.sleep(0.1)
                if self.loaded() == generation:
                    return

    def loaded(self):
        """The generation that HAProxy serves; None when it does not answer."""
        connection = http.client.HTTPConnection(self.address, 80, timeout=2)
        try:
            connection.request("GET", "/", headers={"Host": "generation"})
            return connection.getresponse().read().decode()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()

    def config(self, entries, generation):
        entries = sorted(entries, key=lambda entry: entry.host)
        secure = [f"    use_backend {entry.host} if {{ hdr(host),field(1,:) -i {entry.host} }}" for entry in entries if entry.tls]
        plain = [line for entry in entries for line in _plain(entry)]
        backends = [f"backend {entry.host}\n    server service {self.address_of(entry)}" for entry in entries]
        return HEAD.format(address=self.address, generation=generation or "none", certificates=self.certificates(entries), plain="\n".join(plain),
                           secure="\n".join(secure), backends="\n".join(backends) + "\n")

    def certificates(self, entries):
        """The first is for whoever asks for no host, or for one that has no certificate of its own."""
        return " ".join(f"crt {file}" for file in [self.folder / "router.pem", *sorted({entry.certificate for entry in entries if entry.certificate})])

    def keep(self, pem):
        """Writes a certificate with its key into a file whose name changes with them, and returns its path."""
        file = self.folder / f"{hashlib.sha256(pem).hexdigest()}.pem"
        if not file.exists():
            new = file.with_suffix(".new")
            new.touch(mode=0o600)
            new.write_bytes(pem)
            new.replace(file)
        return str(file)

    def address_of(self, entry):
        """The Service's own address: kube-proxy spreads over its ready pods, and refuses when there are none."""
        service = self.cluster.get(f"/api/v1/namespaces/{entry.namespace}/services/{entry.service}")
        if service is None:
            return "127.0.0.1:9 disabled"
        ports = service["spec"]["ports"]
        port = next((port for port in ports if entry.port in (port.get("name"), str(port.get("targetPort")), str(port["port"]))), ports[0])
        return f"{service['spec']['clusterIP']}:{port['port']}"

    def name(self, hosts):
        """Does what a wildcard in DNS would do, for this machine alone. Other test beds have lines of their own."""
        mark = "# slipway test bed"
        lines = [line for line in self.hosts.read_text().splitlines() if not (line.startswith(f"{self.address} ") and line.endswith(mark))]
        self.hosts.write_text("\n".join(lines + [f"{self.address} {host} {mark}" for host in hosts]) + "\n")


def _plain(entry):
    test = f"{{ hdr(host),field(1,:) -i {entry.host} }}"
    if not entry.tls or entry.insecure == "Allow":
        yield f"    use_backend {entry.host} if {test}"
    elif entry.insecure == "Redirect":
        yield f"    http-request redirect scheme https code 302 if {test}"
