"""Who may ask the server, and what its answers may do in a browser."""

from __future__ import annotations

import hmac
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse, RedirectResponse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.middleware.base import RequestResponseEndpoint
    from starlette.requests import Request
    from starlette.responses import Response

LOCAL = ("127.0.0.1", "localhost", "::1", "[::1]")
"""How this machine calls itself."""

_COOKIE = "vouchgraph"

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer tells the browser: it runs no script, and no other page may hold it."""


class Access:
    """Lets in who calls this machine by its own name, or knows the token where there is one."""

    def __init__(self, token: str) -> None:
        self._token = token

    async def __call__(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        """Answer a request, or refuse it."""
        response = self._refused(request) or await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    def _refused(self, request: Request) -> Response | None:
        if not self._token:
            # a page of another site could point its own name at this machine
            known = request.url.hostname in LOCAL
            return None if known else _refuse("this server answers on this machine alone")
        if given := request.query_params.get("token"):
            return self._let_in(given)
        shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if any(map(self._fits, (shown, request.cookies.get(_COOKIE, "")))):
            return None
        return _refuse("a token is asked for: open the address that the server printed")

    def _let_in(self, token: str) -> Response:
        if not self._fits(token):
            return _refuse("the token is not the one that the server printed")
        response = RedirectResponse("/", HTTPStatus.SEE_OTHER)  # the token leaves the address
        response.set_cookie(_COOKIE, token, httponly=True, samesite="strict")
        return response

    def _fits(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(), self._token.encode())


def _refuse(why: str) -> Response:
    return PlainTextResponse(f"{why}\n", HTTPStatus.FORBIDDEN)
