from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.job_order_answer import JobOrderAnswer
from ...models.job_order_change import JobOrderChange
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    job_order_id: str,
    *,
    body: JobOrderChange,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/v1/job-orders/{job_order_id}".format(
            job_order_id=quote(str(job_order_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> JobOrderAnswer | Problem:
    if response.status_code == 200:
        response_200 = JobOrderAnswer.from_dict(response.json())

        return response_200

    response_default = Problem.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[JobOrderAnswer | Problem]:
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
    body: JobOrderChange,
) -> Response[JobOrderAnswer | Problem]:
    """Change it while posted, or close it

    Args:
        job_order_id (str):
        body (JobOrderChange): All but `state` only until the agency has accepted the order, or
            refused it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[JobOrderAnswer | Problem]
    """

    kwargs = _get_kwargs(
        job_order_id=job_order_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    job_order_id: str,
    *,
    client: AuthenticatedClient,
    body: JobOrderChange,
) -> JobOrderAnswer | Problem | None:
    """Change it while posted, or close it

    Args:
        job_order_id (str):
        body (JobOrderChange): All but `state` only until the agency has accepted the order, or
            refused it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        JobOrderAnswer | Problem
    """

    return sync_detailed(
        job_order_id=job_order_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    job_order_id: str,
    *,
    client: AuthenticatedClient,
    body: JobOrderChange,
) -> Response[JobOrderAnswer | Problem]:
    """Change it while posted, or close it

    Args:
        job_order_id (str):
        body (JobOrderChange): All but `state` only until the agency has accepted the order, or
            refused it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[JobOrderAnswer | Problem]
    """

    kwargs = _get_kwargs(
        job_order_id=job_order_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    job_order_id: str,
    *,
    client: AuthenticatedClient,
    body: JobOrderChange,
) -> JobOrderAnswer | Problem | None:
    """Change it while posted, or close it

    Args:
        job_order_id (str):
        body (JobOrderChange): All but `state` only until the agency has accepted the order, or
            refused it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        JobOrderAnswer | Problem
    """

    return (
        await asyncio_detailed(
            job_order_id=job_order_id,
            client=client,
            body=body,
        )
    ).parsed
