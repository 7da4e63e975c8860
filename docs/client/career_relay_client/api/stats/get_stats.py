import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.granularity import Granularity
from ...models.problem import Problem
from ...models.stats_answer import StatsAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    granularity: Granularity | Unset = UNSET,
    link_id: None | str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_from_: None | str | Unset
    if isinstance(from_, Unset):
        json_from_ = UNSET
    elif isinstance(from_, datetime.date):
        json_from_ = from_.isoformat()
    else:
        json_from_ = from_
    params["from"] = json_from_

    json_to: None | str | Unset
    if isinstance(to, Unset):
        json_to = UNSET
    elif isinstance(to, datetime.date):
        json_to = to.isoformat()
    else:
        json_to = to
    params["to"] = json_to

    json_granularity: str | Unset = UNSET
    if not isinstance(granularity, Unset):
        json_granularity = granularity.value

    params["granularity"] = json_granularity

    json_link_id: None | str | Unset
    if isinstance(link_id, Unset):
        json_link_id = UNSET
    else:
        json_link_id = link_id
    params["link_id"] = json_link_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/stats",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | StatsAnswer:
    if response.status_code == 200:
        response_200 = StatsAnswer.from_dict(response.json())

        return response_200

    response_default = Problem.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | StatsAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    granularity: Granularity | Unset = UNSET,
    link_id: None | str | Unset = UNSET,
) -> Response[Problem | StatsAnswer]:
    """The funnel and its series

     From the day `from` to the day `to`, both by Tokyo's calendar, both in it: the last 30 days where
    neither is said, 366 at most. Weeks begin on Monday. People are shown three at a time, on the day
    the last of three came, each figure by itself; a link by itself shows its newest person with the
    next three. Visits are not people, and shown as they were.

    Args:
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        granularity (Granularity | Unset):
        link_id (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StatsAnswer]
    """

    kwargs = _get_kwargs(
        from_=from_,
        to=to,
        granularity=granularity,
        link_id=link_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    granularity: Granularity | Unset = UNSET,
    link_id: None | str | Unset = UNSET,
) -> Problem | StatsAnswer | None:
    """The funnel and its series

     From the day `from` to the day `to`, both by Tokyo's calendar, both in it: the last 30 days where
    neither is said, 366 at most. Weeks begin on Monday. People are shown three at a time, on the day
    the last of three came, each figure by itself; a link by itself shows its newest person with the
    next three. Visits are not people, and shown as they were.

    Args:
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        granularity (Granularity | Unset):
        link_id (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StatsAnswer
    """

    return sync_detailed(
        client=client,
        from_=from_,
        to=to,
        granularity=granularity,
        link_id=link_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    granularity: Granularity | Unset = UNSET,
    link_id: None | str | Unset = UNSET,
) -> Response[Problem | StatsAnswer]:
    """The funnel and its series

     From the day `from` to the day `to`, both by Tokyo's calendar, both in it: the last 30 days where
    neither is said, 366 at most. Weeks begin on Monday. People are shown three at a time, on the day
    the last of three came, each figure by itself; a link by itself shows its newest person with the
    next three. Visits are not people, and shown as they were.

    Args:
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        granularity (Granularity | Unset):
        link_id (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StatsAnswer]
    """

    kwargs = _get_kwargs(
        from_=from_,
        to=to,
        granularity=granularity,
        link_id=link_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    granularity: Granularity | Unset = UNSET,
    link_id: None | str | Unset = UNSET,
) -> Problem | StatsAnswer | None:
    """The funnel and its series

     From the day `from` to the day `to`, both by Tokyo's calendar, both in it: the last 30 days where
    neither is said, 366 at most. Weeks begin on Monday. People are shown three at a time, on the day
    the last of three came, each figure by itself; a link by itself shows its newest person with the
    next three. Visits are not people, and shown as they were.

    Args:
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        granularity (Granularity | Unset):
        link_id (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StatsAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            from_=from_,
            to=to,
            granularity=granularity,
            link_id=link_id,
        )
    ).parsed
