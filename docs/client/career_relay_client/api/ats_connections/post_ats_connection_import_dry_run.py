from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.plan_answer import PlanAnswer
from ...models.problem import Problem
from ...models.try_request import TryRequest
from ...types import UNSET, Response, Unset


def _get_kwargs(
    connection_id: str,
    import_id: str,
    *,
    body: TryRequest,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/ats-connections/{connection_id}/import/{import_id}/dry-run".format(
            connection_id=quote(str(connection_id), safe=""),
            import_id=quote(str(import_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PlanAnswer | Problem:
    if response.status_code == 200:
        response_200 = PlanAnswer.from_dict(response.json())

        return response_200

    response_default = Problem.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[PlanAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    connection_id: str,
    import_id: str,
    *,
    client: AuthenticatedClient,
    body: TryRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[PlanAnswer | Problem]:
    """What the import would do; nothing is done by this

    Args:
        connection_id (str):
        import_id (str):
        idempotency_key (str | Unset):
        body (TryRequest): What each column is, and what the company's own words for a result
            mean.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PlanAnswer | Problem]
    """

    kwargs = _get_kwargs(
        connection_id=connection_id,
        import_id=import_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    connection_id: str,
    import_id: str,
    *,
    client: AuthenticatedClient,
    body: TryRequest,
    idempotency_key: str | Unset = UNSET,
) -> PlanAnswer | Problem | None:
    """What the import would do; nothing is done by this

    Args:
        connection_id (str):
        import_id (str):
        idempotency_key (str | Unset):
        body (TryRequest): What each column is, and what the company's own words for a result
            mean.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PlanAnswer | Problem
    """

    return sync_detailed(
        connection_id=connection_id,
        import_id=import_id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    connection_id: str,
    import_id: str,
    *,
    client: AuthenticatedClient,
    body: TryRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[PlanAnswer | Problem]:
    """What the import would do; nothing is done by this

    Args:
        connection_id (str):
        import_id (str):
        idempotency_key (str | Unset):
        body (TryRequest): What each column is, and what the company's own words for a result
            mean.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PlanAnswer | Problem]
    """

    kwargs = _get_kwargs(
        connection_id=connection_id,
        import_id=import_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    connection_id: str,
    import_id: str,
    *,
    client: AuthenticatedClient,
    body: TryRequest,
    idempotency_key: str | Unset = UNSET,
) -> PlanAnswer | Problem | None:
    """What the import would do; nothing is done by this

    Args:
        connection_id (str):
        import_id (str):
        idempotency_key (str | Unset):
        body (TryRequest): What each column is, and what the company's own words for a result
            mean.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PlanAnswer | Problem
    """

    return (
        await asyncio_detailed(
            connection_id=connection_id,
            import_id=import_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
