"""The API server as the test bed's controllers use it: JSON in, JSON out, with the administrator's token."""

import json
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request


class ApiError(Exception):
    """An answer that is not a success; `status` is the Status object when there was one."""

    def __init__(self, code, status):
        super().__init__(f"{code}: {status.get('message', status)}")
        self.code = code
        self.status = status


class Cluster:
    """One API server."""

    def __init__(self, server, token, ca):
        self.server = server
        self.token = token
        self.tls = ssl.create_default_context(cafile=ca)

    def open(self, method, path, body=None, headers=None, timeout=60):
        """Sends a request and answers the open response. Raises `urllib.error.HTTPError` for other than success."""
        request = urllib.request.Request(self.server + path, body, {**(headers or {}), "Authorization": "Bearer " + self.token}, method=method)
        return urllib.request.urlopen(request, context=self.tls, timeout=timeout)

    def call(self, method, path, value=None, content="application/json"):
        body = None if value is None else json.dumps(value).encode()
        try:
            with self.open(method, path, body, {"Content-Type": content, "Accept": "application/json"}) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise ApiError(error.code, _json(error.read())) from None

    def get(self, path):
        """The object, or None when there is none."""
        try:
            return self.call("GET", path)
        except ApiError as error:
            if error.code == 404:
                return None
            raise

    def list(self, path):
        return self.call("GET", path)["items"]

    def create(self, path, value):
        return self.call("POST", path, value)

    def merge(self, path, value):
        return self.call("PATCH", path, value, "application/merge-patch+json")

    def delete(self, path):
        try:
            return self.call("DELETE", path)
        except ApiError as error:
            if error.code != 404:
                raise

    def watch(self, path, selector=""):
        """Yields when something below the path may have changed: at once, at every event, and after every interruption."""
        while True:
            yield
            try:
                version = self.call("GET", path + "?limit=1")["metadata"]["resourceVersion"]
                query = urllib.parse.urlencode({"watch": "true", "resourceVersion": version, "timeoutSeconds": 30, "labelSelector": selector})
                yield
                with self.open("GET", f"{path}?{query}", timeout=60) as events:
                    for _ in events:
                        yield
            except (OSError, ApiError):
                time.sleep(1)


def _json(content):
    try:
        return json.loads(content)
    except ValueError:
        return {"message": content.decode(errors="replace")}
