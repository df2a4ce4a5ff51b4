"""The proxy of the Routes: HAProxy, which OpenShift's router is too."""

import dataclasses
import os
import pathlib
import signal

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
{plain}
    default_backend nothing
frontend secure
    bind {address}:443 ssl crt {certificate}
    http-request set-header X-Forwarded-Proto https
{secure}
    default_backend nothing
backend nothing
    http-request return status 503 content-type text/plain string "no Route has this host"
{backends}"""


@dataclasses.dataclass(frozen=True)
class Entry:
    """One host, and the service behind it."""

    host: str
    namespace: str
    service: str
    port: str
    insecure: str
    tls: bool

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
        config = self.config(entries)
        target = self.folder / "haproxy.cfg"
        if target.exists() and target.read_text() == config:
            return
        new = self.folder / "haproxy.cfg.new"
        new.write_text(config)
        new.replace(target)
        self.name(sorted(entry.host for entry in entries))
        if self.process_file.exists():
            os.kill(int(self.process_file.read_text().split()[0]), signal.SIGUSR2)

    def config(self, entries):
        entries = sorted(entries, key=lambda entry: entry.host)
        secure = [f"    use_backend {entry.host} if {{ hdr(host),field(1,:) -i {entry.host} }}" for entry in entries if entry.tls]
        plain = [line for entry in entries for line in _plain(entry)]
        backends = [f"backend {entry.host}\n    server service {self.address_of(entry)}" for entry in entries]
        return HEAD.format(address=self.address, certificate=self.folder / "router.pem", plain="\n".join(plain),
                           secure="\n".join(secure), backends="\n".join(backends) + "\n")

    def address_of(self, entry):
        """The Service's own address: kube-proxy spreads over its ready pods, and refuses when there are none."""
        service = self.cluster.get(f"/api/v1/namespaces/{entry.namespace}/services/{entry.service}")
        if service is None:
            return "127.0.0.1:9 disabled"
        ports = service["spec"]["ports"]
        port = next((port for port in ports if entry.port in (port.get("name"), str(port.get("targetPort")), str(port["port"]))), ports[0])
        return f"{service['spec']['clusterIP']}:{port['port']}"

    def name(self, hosts):
        """Does what a wildcard in DNS would do, for this machine alone."""
        mark = "# slipway test bed"
        lines = [line for line in self.hosts.read_text().splitlines() if not line.endswith(mark)]
        self.hosts.write_text("\n".join(lines + [f"{self.address} {host} {mark}" for host in hosts]) + "\n")


def _plain(entry):
    test = f"{{ hdr(host),field(1,:) -i {entry.host} }}"
    if not entry.tls or entry.insecure == "Allow":
        yield f"    use_backend {entry.host} if {test}"
    elif entry.insecure == "Redirect":
        yield f"    http-request redirect scheme https code 302 if {test}"
