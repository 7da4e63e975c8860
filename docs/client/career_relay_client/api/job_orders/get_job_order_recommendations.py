from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.introduced_page import IntroducedPage
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    job_order_id: str,
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = "",
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/job-orders/{job_order_id}/recommendations".format(
            job_order_id=quote(str(job_order_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> IntroducedPage | Problem:
    if response.status_code == 200:
        response_200 = IntroducedPage.from_dict(response.json())

        return response_200

    response_default = Problem.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[IntroducedPage | Problem]:
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
    limit: int | Unset = 50,
    cursor: str | Unset = "",
) -> Response[IntroducedPage | Problem]:
    """Whom the agency recommends, and what they agreed to show

     A page may hold fewer than `limit`; `next_cursor` says whether more follow.

    Args:
        job_order_id (str):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[IntroducedPage | Problem]
    """

    kwargs = _get_kwargs(
        job_order_id=job_order_id,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    job_order_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = "",
) -> IntroducedPage | Problem | None:
    """Whom the agency recommends, and what they agreed to show

     A page may hold fewer than `limit`; `next_cursor` says whether more follow.

    Args:
        job_order_id (str):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        IntroducedPage | Problem
    """

    return sync_detailed(
        job_order_id=job_order_id,
        client=client,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    job_order_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = "",
) -> Response[IntroducedPage | Problem]:
    """Whom the agency recommends, and what they agreed to show

     A page may hold fewer than `limit`; `next_cursor` says whether more follow.

    Args:
        job_order_id (str):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[IntroducedPage | Problem]
    """

    kwargs = _get_kwargs(
        job_order_id=job_order_id,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    job_order_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = "",
) -> IntroducedPage | Problem | None:
    """Whom the agency recommends, and what they agreed to show

     A page may hold fewer than `limit`; `next_cursor` says whether more follow.

    Args:
        job_order_id (str):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        IntroducedPage | Problem
    """

    return (
        await asyncio_detailed(
            job_order_id=job_order_id,
            client=client,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
