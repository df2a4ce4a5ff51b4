"""The aggregated API server of build.openshift.io and image.openshift.io."""

import http.server
import json
import re
import ssl
import sys
import urllib.error
import urllib.parse

import builds
import groups
import streams
from cluster import ApiError

PLACE = re.compile(r"^/apis/(?P<group>[^/]+)(/v1(?P<rest>/.*)?)?$")
OBJECT = re.compile(r"^/namespaces/(?P<namespace>[^/]+)/(?P<resource>[^/]+)(/(?P<name>[^/]+)(/(?P<sub>[^/]+))?)?$")
PASSED_ON = ("Accept", "Content-Type", "User-Agent")


class Front(http.server.BaseHTTPRequestHandler):
    """Answers discovery and subresources itself, and hands everything else on. The API server has authenticated and
    authorized whoever asks."""

    protocol_version = "HTTP/1.1"
    cluster = None

    def log_message(self, format, *args):
        pass

    def do_GET(self):
        self.answer()

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET

    def answer(self):
        try:
            self.dispatch()
        except ApiError as error:
            self.send(error.code, error.status)
        except urllib.error.HTTPError as error:
            self.pass_back(error)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def dispatch(self):
        path, _, query = self.path.partition("?")
        place = PLACE.match(path)
        if not place or place["group"] not in groups.BACKING:
            self.send(404, status(404, "NotFound", "not served here"))
        elif not place["rest"]:
            group = place["group"]
            self.send(200, groups.resource_list(group) if path.endswith("/v1") else groups.group(group))
        else:
            self.serve(place["group"], urllib.parse.unquote(place["rest"]), query)

    def serve(self, group, rest, query):
        named = OBJECT.match(rest)
        words = named.groupdict() if named else {}
        match (self.command, words.get("resource") or rest.strip("/"), words.get("sub")):
            case ("POST", "buildconfigs", "instantiate"):
                request = json.loads(self.body() or b"{}")
                self.send(201, renamed(builds.instantiate(self.cluster, words["namespace"], words["name"], request), group))
            case ("GET", "builds", "log"):
                self.send_log(words["namespace"], words["name"])
            case ("GET", "imagestreamtags", None):
                self.send(200, streams.tags(self.cluster, words.get("namespace"), words.get("name")))
            case _:
                self.hand_on(group, query)

    def hand_on(self, group, query):
        path = self.path.partition("?")[0].replace(group, groups.BACKING[group], 1)
        headers = {name: self.headers[name] for name in PASSED_ON if name in self.headers}
        headers["Accept"] = without_protobuf(headers.get("Accept", ""))
        body = groups.inward(self.body(), group) if "Content-Length" in self.headers else None
        # A watch lasts as long as both ends want it to.
        with self.cluster.open(self.command, path + ("?" + query if query else ""), body, headers, timeout=3600) as answer:
            if "watch=true" in query or "watch=1" in query:
                self.stream(answer, lambda line: groups.outward(line, group))
            else:
                self.raw(answer.status, groups.outward(answer.read(), group), answer.headers["Content-Type"])

    def send_log(self, namespace, name):
        pod = f"/api/v1/namespaces/{namespace}/pods/{name}-build/log?follow={'follow=true' in self.path and 'true' or 'false'}"
        with self.cluster.open("GET", pod, timeout=3600) as answer:
            self.stream(answer, lambda line: line)

    def pass_back(self, error):
        group = PLACE.match(self.path.partition("?")[0])["group"]
        self.raw(error.code, groups.outward(error.read(), group), error.headers["Content-Type"])

    def body(self):
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def send(self, code, value):
        self.raw(code, json.dumps(value).encode(), "application/json")

    def raw(self, code, content, content_type):
        self.send_response(code)
        self.send_header("Content-Type", content_type or "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def stream(self, answer, change):
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.headers["Content-Type"] or "text/plain")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for line in answer:
            content = change(line)
            self.wfile.write(b"%x\r\n%s\r\n" % (len(content), content))
            self.wfile.flush()
        self.wfile.write(b"0\r\n\r\n")


class Server(http.server.ThreadingHTTPServer):
    """One thread a request."""

    def handle_error(self, request, client_address):
        """A client that goes away in the middle of an answer is no error."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def without_protobuf(accept):
    """Groups are renamed in JSON, and events of a watch are told apart by lines. The controllers would take protobuf rather."""
    kinds = [kind.strip() for kind in accept.split(",")]
    return ", ".join(kind for kind in kinds if kind and "protobuf" not in kind) or "application/json"


def renamed(value, group):
    return json.loads(groups.outward(json.dumps(value).encode(), group))


def status(code, reason, message):
    return {"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": code, "reason": reason, "message": message}


def serve(cluster, address, certificate, key, client_ca):
    """Serves for ever. Only the API server, which has the key to a certificate of `client_ca`, is let in."""
    Front.cluster = cluster
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    tls.load_verify_locations(client_ca)
    tls.verify_mode = ssl.CERT_REQUIRED
    server = Server(address, Front)
    server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.serve_forever()
