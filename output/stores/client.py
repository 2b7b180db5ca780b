"""A client of the Graph Store Protocol: graphs are put, fetched and deleted, one a request."""

from __future__ import annotations

import base64
import http.client
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit
from urllib.request import (
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    Request,
    parse_http_list,
    parse_keqv_list,
)

from graph.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from output.stores.presets import Preset

TURTLE = "text/turtle"
"""What is sent: N-Triples, which every reader of Turtle reads."""

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_AGAIN = frozenset({429, 500, 502, 503, 504})
# how much of what a store answers an error shows
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Access:
    """Who asks: a name and a password, or a token; empty for a store that asks for nothing."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)


class StoreClient:
    """Speaks to one store. Redirects are not followed: a password goes to no other address.

    A request that fails for a reason that may pass is tried ``tries`` times, after a pause that
    doubles. Raises ``StoreError`` for an address that is none.
    """

    def __init__(
        self,
        url: str,
        preset: Preset,
        access: Access | None = None,
        *,
        tries: int = 4,
        pause: float = 1.0,
        timeout: float = 300.0,
    ) -> None:
        self._preset = preset
        self._access = access or Access()
        self._tries, self._pause, self._timeout = tries, pause, timeout
        self._at = urlsplit(url.rstrip("/") + preset.path)
        self._challenge: dict[str, str] = {}
        self._digest = _digest_of(self._access)
        try:
            usable = self._at.scheme in {"http", "https"} and bool(self._at.hostname)
            _ = self._at.port
        except ValueError:
            usable = False
        if not usable or self._at.username:
            raise StoreError(
                f"no address of a store: {url!r}; give an http or https address, without a password"
            )

    @property
    def is_exposed(self) -> bool:
        """Tell whether a password or token would travel readable to another machine."""
        secret = self._access.password or self._access.token
        return bool(secret) and self._at.scheme == "http" and self._at.hostname not in _LOCAL

    def put(self, graph: str, content: bytes) -> None:
        """Put a graph in the place of the one of that name."""
        self._done("PUT", graph, content)

    def delete(self, graph: str) -> None:
        """Delete a graph; one that is not there is no failure."""
        self._done("DELETE", graph)

    def get(self, graph: str) -> bytes:
        """Fetch a graph as Turtle; nothing where there is none."""
        return self._done("GET", graph)

    def _done(self, method: str, graph: str, content: bytes = b"") -> bytes:
        told = ""
        for left in range(self._tries - 1, -1, -1):
            try:
                status, answer = self._send(method, graph, content)
            except (OSError, http.client.HTTPException) as error:
                told = f"the store at {self._at.netloc} does not answer: {error}; is it running?"
            else:
                if status < 300 or (status == 404 and method != "PUT"):  # noqa: PLR2004 (HTTP's)
                    return answer if status < 300 else b""  # noqa: PLR2004 (HTTP's)
                told = _failure(method, graph, status, answer)
                if status not in _AGAIN:
                    break
            if left:
                time.sleep(self._pause * 2 ** (self._tries - 1 - left))
        raise StoreError(told)

    def _send(self, method: str, graph: str, content: bytes) -> tuple[int, bytes]:
        target = f"{self._at.path or '/'}?{self._preset.parameter}={quote(graph, safe='')}"
        if self._uses_digest and not self._challenge:
            self._ask_for_challenge(target)
        status, answer, challenge = self._once(method, target, content)
        if status == http.HTTPStatus.UNAUTHORIZED and self._uses_digest and challenge:
            self._challenge = challenge  # the old one has expired
            status, answer, _ = self._once(method, target, content)
        return status, answer

    @property
    def _uses_digest(self) -> bool:
        return self._preset.auth == "digest" and bool(self._access.user)

    def _ask_for_challenge(self, target: str) -> None:
        # before any body: a store that refuses one half way breaks the connection
        _, _, self._challenge = self._once("GET", target, b"")

    def _once(self, method: str, target: str, content: bytes) -> tuple[int, bytes, dict[str, str]]:
        secure = self._at.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(self._at.hostname or "", self._at.port, timeout=self._timeout)
        headers = {**self._authorization(method, target)}
        if method == "GET":  # Virtuoso has no Turtle that says that a graph was put
            headers["Accept"] = f"{TURTLE}, application/n-triples"
        if method == "PUT":
            headers["Content-Type"] = f"{TURTLE}; charset=utf-8"
        try:
            connection.request(method, target, content if method == "PUT" else None, headers)
            answer = connection.getresponse()
            challenge = _challenge_of(answer.getheader("WWW-Authenticate") or "")
            return answer.status, answer.read(), challenge
        finally:
            connection.close()

    def _authorization(self, method: str, target: str) -> Mapping[str, str]:
        access = self._access
        if access.token:
            return {"Authorization": f"Bearer {access.token}"}
        if not access.user:
            return {}
        if not self._uses_digest:
            pair = base64.b64encode(f"{access.user}:{access.password}".encode()).decode()
            return {"Authorization": f"Basic {pair}"}
        if not self._challenge:
            return {}
        request = Request(f"{self._at.scheme}://{self._at.netloc}{target}", method=method)  # noqa: S310 (checked)
        return {"Authorization": f"Digest {self._digest(request, self._challenge)}"}


def _digest_of(access: Access) -> Callable[[Request, Mapping[str, str]], str | None]:
    passwords = HTTPPasswordMgrWithDefaultRealm()
    handler = HTTPDigestAuthHandler(passwords)

    def answer(request: Request, challenge: Mapping[str, str]) -> str | None:
        passwords.add_password(None, request.full_url, access.user, access.password)
        return handler.get_authorization(request, challenge)

    return answer


def _challenge_of(header: str) -> dict[str, str]:
    scheme, _, rest = header.partition(" ")
    return parse_keqv_list(parse_http_list(rest)) if scheme.lower() == "digest" else {}


def _failure(method: str, graph: str, status: int, answer: bytes) -> str:
    said = " ".join(answer.decode("utf-8", "replace").split())[:_SHOWN]
    if status in {http.HTTPStatus.UNAUTHORIZED, http.HTTPStatus.FORBIDDEN}:
        return (
            f"the store refuses to {method} <{graph}> ({status}); set VOUCHGRAPH_STORE_USER and "
            "VOUCHGRAPH_STORE_PASSWORD, or VOUCHGRAPH_STORE_TOKEN"
        )
    return f"the store answered {status} to {method} <{graph}>: {said}; see docs/stores.md"
