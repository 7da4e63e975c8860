from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.entry_page import EntryPage
from ...models.get_ledger_format import GetLedgerFormat
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | None | Unset = UNSET,
    cursor: str | Unset = "",
    format_: GetLedgerFormat | Unset = GetLedgerFormat.JSON,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_limit: int | None | Unset
    if isinstance(limit, Unset):
        json_limit = UNSET
    else:
        json_limit = limit
    params["limit"] = json_limit

    params["cursor"] = cursor

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_.value

    params["format"] = json_format_

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/ledger",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> EntryPage | Problem:
    if response.status_code == 200:
        response_200 = EntryPage.from_dict(response.json())

        return response_200

    response_default = Problem.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[EntryPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    cursor: str | Unset = "",
    format_: GetLedgerFormat | Unset = GetLedgerFormat.JSON,
) -> Response[EntryPage | Problem]:
    """Every entry, in order, chained

     JSON comes in pages of `limit` entries, 50 where it is not said. CSV, for a spreadsheet, is the
    whole ledger as one download, in the company's language; after 5,000 entries (or `limit`) it goes on
    where `Link: <...>; rel="next"` says.

    Args:
        limit (int | None | Unset):
        cursor (str | Unset):  Default: ''.
        format_ (GetLedgerFormat | Unset):  Default: GetLedgerFormat.JSON.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EntryPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        format_=format_,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    cursor: str | Unset = "",
    format_: GetLedgerFormat | Unset = GetLedgerFormat.JSON,
) -> EntryPage | Problem | None:
    """Every entry, in order, chained

     JSON comes in pages of `limit` entries, 50 where it is not said. CSV, for a spreadsheet, is the
    whole ledger as one download, in the company's language; after 5,000 entries (or `limit`) it goes on
    where `Link: <...>; rel="next"` says.

    Args:
        limit (int | None | Unset):
        cursor (str | Unset):  Default: ''.
        format_ (GetLedgerFormat | Unset):  Default: GetLedgerFormat.JSON.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EntryPage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        format_=format_,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    cursor: str | Unset = "",
    format_: GetLedgerFormat | Unset = GetLedgerFormat.JSON,
) -> Response[EntryPage | Problem]:
    """Every entry, in order, chained

     JSON comes in pages of `limit` entries, 50 where it is not said. CSV, for a spreadsheet, is the
    whole ledger as one download, in the company's language; after 5,000 entries (or `limit`) it goes on
    where `Link: <...>; rel="next"` says.

    Args:
        limit (int | None | Unset):
        cursor (str | Unset):  Default: ''.
        format_ (GetLedgerFormat | Unset):  Default: GetLedgerFormat.JSON.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EntryPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        format_=format_,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    cursor: str | Unset = "",
    format_: GetLedgerFormat | Unset = GetLedgerFormat.JSON,
) -> EntryPage | Problem | None:
    """Every entry, in order, chained

     JSON comes in pages of `limit` entries, 50 where it is not said. CSV, for a spreadsheet, is the
    whole ledger as one download, in the company's language; after 5,000 entries (or `limit`) it goes on
    where `Link: <...>; rel="next"` says.

    Args:
        limit (int | None | Unset):
        cursor (str | Unset):  Default: ''.
        format_ (GetLedgerFormat | Unset):  Default: GetLedgerFormat.JSON.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EntryPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            format_=format_,
        )
    ).parsed
