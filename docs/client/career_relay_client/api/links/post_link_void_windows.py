from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.void_answer import VoidAnswer
from ...models.void_request import VoidRequest
from ...types import UNSET, Response, Unset


def _get_kwargs(
    link_id: str,
    *,
    body: VoidRequest,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/links/{link_id}/void-windows".format(
            link_id=quote(str(link_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | VoidAnswer:
    if response.status_code == 201:
        response_201 = VoidAnswer.from_dict(response.json())

        return response_201

    response_default = Problem.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | VoidAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    link_id: str,
    *,
    client: AuthenticatedClient,
    body: VoidRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | VoidAnswer]:
    """Take back what came by a link in a window of time

    Args:
        link_id (str):
        idempotency_key (str | Unset):
        body (VoidRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | VoidAnswer]
    """

    kwargs = _get_kwargs(
        link_id=link_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    link_id: str,
    *,
    client: AuthenticatedClient,
    body: VoidRequest,
    idempotency_key: str | Unset = UNSET,
) -> Problem | VoidAnswer | None:
    """Take back what came by a link in a window of time

    Args:
        link_id (str):
        idempotency_key (str | Unset):
        body (VoidRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | VoidAnswer
    """

    return sync_detailed(
        link_id=link_id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    link_id: str,
    *,
    client: AuthenticatedClient,
    body: VoidRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | VoidAnswer]:
    """Take back what came by a link in a window of time

    Args:
        link_id (str):
        idempotency_key (str | Unset):
        body (VoidRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | VoidAnswer]
    """

    kwargs = _get_kwargs(
        link_id=link_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    link_id: str,
    *,
    client: AuthenticatedClient,
    body: VoidRequest,
    idempotency_key: str | Unset = UNSET,
) -> Problem | VoidAnswer | None:
    """Take back what came by a link in a window of time

    Args:
        link_id (str):
        idempotency_key (str | Unset):
        body (VoidRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | VoidAnswer
    """

    return (
        await asyncio_detailed(
            link_id=link_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
