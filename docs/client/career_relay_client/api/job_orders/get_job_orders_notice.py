from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.get_job_orders_notice_locale import GetJobOrdersNoticeLocale
from ...models.notice_answer import NoticeAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    locale: GetJobOrdersNoticeLocale | Unset = GetJobOrdersNoticeLocale.JA,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_locale: str | Unset = UNSET
    if not isinstance(locale, Unset):
        json_locale = locale.value

    params["locale"] = json_locale

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/job-orders/notice",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> NoticeAnswer | Problem:
    if response.status_code == 200:
        response_200 = NoticeAnswer.from_dict(response.json())

        return response_200

    response_default = Problem.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[NoticeAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    locale: GetJobOrdersNoticeLocale | Unset = GetJobOrdersNoticeLocale.JA,
) -> Response[NoticeAnswer | Problem]:
    """Of penalty clauses, to be acknowledged

    Args:
        locale (GetJobOrdersNoticeLocale | Unset):  Default: GetJobOrdersNoticeLocale.JA.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NoticeAnswer | Problem]
    """

    kwargs = _get_kwargs(
        locale=locale,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    locale: GetJobOrdersNoticeLocale | Unset = GetJobOrdersNoticeLocale.JA,
) -> NoticeAnswer | Problem | None:
    """Of penalty clauses, to be acknowledged

    Args:
        locale (GetJobOrdersNoticeLocale | Unset):  Default: GetJobOrdersNoticeLocale.JA.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NoticeAnswer | Problem
    """

    return sync_detailed(
        client=client,
        locale=locale,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    locale: GetJobOrdersNoticeLocale | Unset = GetJobOrdersNoticeLocale.JA,
) -> Response[NoticeAnswer | Problem]:
    """Of penalty clauses, to be acknowledged

    Args:
        locale (GetJobOrdersNoticeLocale | Unset):  Default: GetJobOrdersNoticeLocale.JA.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NoticeAnswer | Problem]
    """

    kwargs = _get_kwargs(
        locale=locale,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    locale: GetJobOrdersNoticeLocale | Unset = GetJobOrdersNoticeLocale.JA,
) -> NoticeAnswer | Problem | None:
    """Of penalty clauses, to be acknowledged

    Args:
        locale (GetJobOrdersNoticeLocale | Unset):  Default: GetJobOrdersNoticeLocale.JA.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NoticeAnswer | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            locale=locale,
        )
    ).parsed
