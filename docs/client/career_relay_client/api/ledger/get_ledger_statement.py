from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.statement_answer import StatementAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    cursor: str | Unset = "",
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/ledger/statement",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | StatementAnswer:
    if response.status_code == 200:
        response_200 = StatementAnswer.from_dict(response.json())

        return response_200

    response_default = Problem.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | StatementAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = "",
) -> Response[Problem | StatementAnswer]:
    """The ledger as a file that can be checked offline

     Up to 5,000 entries and, in the last part, all that follows from them; a longer ledger goes on with
    `?cursor=` and `next_cursor`. `career-relay verify-statement FILE [FILE ...]` checks it offline;
    `/v1/ledger/verifier.pyz` is that command.

    Args:
        cursor (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StatementAnswer]
    """

    kwargs = _get_kwargs(
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = "",
) -> Problem | StatementAnswer | None:
    """The ledger as a file that can be checked offline

     Up to 5,000 entries and, in the last part, all that follows from them; a longer ledger goes on with
    `?cursor=` and `next_cursor`. `career-relay verify-statement FILE [FILE ...]` checks it offline;
    `/v1/ledger/verifier.pyz` is that command.

    Args:
        cursor (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StatementAnswer
    """

    return sync_detailed(
        client=client,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = "",
) -> Response[Problem | StatementAnswer]:
    """The ledger as a file that can be checked offline

     Up to 5,000 entries and, in the last part, all that follows from them; a longer ledger goes on with
    `?cursor=` and `next_cursor`. `career-relay verify-statement FILE [FILE ...]` checks it offline;
    `/v1/ledger/verifier.pyz` is that command.

    Args:
        cursor (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StatementAnswer]
    """

    kwargs = _get_kwargs(
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = "",
) -> Problem | StatementAnswer | None:
    """The ledger as a file that can be checked offline

     Up to 5,000 entries and, in the last part, all that follows from them; a longer ledger goes on with
    `?cursor=` and `next_cursor`. `career-relay verify-statement FILE [FILE ...]` checks it offline;
    `/v1/ledger/verifier.pyz` is that command.

    Args:
        cursor (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StatementAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            cursor=cursor,
        )
    ).parsed
