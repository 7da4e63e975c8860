from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.reserve_request import ReserveRequest
from ...models.reserved_answer import ReservedAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    job_order_id: str,
    *,
    body: None | ReserveRequest | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/job-orders/{job_order_id}/credit".format(
            job_order_id=quote(str(job_order_id), safe=""),
        ),
    }

    if isinstance(body, ReserveRequest):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | ReservedAnswer:
    if response.status_code == 201:
        response_201 = ReservedAnswer.from_dict(response.json())

        return response_201

    response_default = Problem.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | ReservedAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    job_order_id: str,
    *,
    client: AuthenticatedClient,
    body: None | ReserveRequest | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | ReservedAnswer]:
    """Reserve a credit for it

    Args:
        job_order_id (str):
        idempotency_key (str | Unset):
        body (None | ReserveRequest | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ReservedAnswer]
    """

    kwargs = _get_kwargs(
        job_order_id=job_order_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    job_order_id: str,
    *,
    client: AuthenticatedClient,
    body: None | ReserveRequest | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Problem | ReservedAnswer | None:
    """Reserve a credit for it

    Args:
        job_order_id (str):
        idempotency_key (str | Unset):
        body (None | ReserveRequest | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ReservedAnswer
    """

    return sync_detailed(
        job_order_id=job_order_id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    job_order_id: str,
    *,
    client: AuthenticatedClient,
    body: None | ReserveRequest | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | ReservedAnswer]:
    """Reserve a credit for it

    Args:
        job_order_id (str):
        idempotency_key (str | Unset):
        body (None | ReserveRequest | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ReservedAnswer]
    """

    kwargs = _get_kwargs(
        job_order_id=job_order_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    job_order_id: str,
    *,
    client: AuthenticatedClient,
    body: None | ReserveRequest | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Problem | ReservedAnswer | None:
    """Reserve a credit for it

    Args:
        job_order_id (str):
        idempotency_key (str | Unset):
        body (None | ReserveRequest | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ReservedAnswer
    """

    return (
        await asyncio_detailed(
            job_order_id=job_order_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
