from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.get_link_mail_snippets_locale import GetLinkMailSnippetsLocale
from ...models.get_link_mail_snippets_stage import GetLinkMailSnippetsStage
from ...models.problem import Problem
from ...models.snippet_list import SnippetList
from ...types import UNSET, Response, Unset


def _get_kwargs(
    link_id: str,
    *,
    locale: GetLinkMailSnippetsLocale | Unset = GetLinkMailSnippetsLocale.JA,
    stage: GetLinkMailSnippetsStage | Unset = GetLinkMailSnippetsStage.VALUE_6,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_locale: str | Unset = UNSET
    if not isinstance(locale, Unset):
        json_locale = locale.value

    params["locale"] = json_locale

    json_stage: str | Unset = UNSET
    if not isinstance(stage, Unset):
        json_stage = stage.value

    params["stage"] = json_stage

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/links/{link_id}/mail-snippets".format(
            link_id=quote(str(link_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SnippetList:
    if response.status_code == 200:
        response_200 = SnippetList.from_dict(response.json())

        return response_200

    response_default = Problem.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | SnippetList]:
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
    locale: GetLinkMailSnippetsLocale | Unset = GetLinkMailSnippetsLocale.JA,
    stage: GetLinkMailSnippetsStage | Unset = GetLinkMailSnippetsStage.VALUE_6,
) -> Response[Problem | SnippetList]:
    """Sentences to paste, with the link

    Args:
        link_id (str):
        locale (GetLinkMailSnippetsLocale | Unset):  Default: GetLinkMailSnippetsLocale.JA.
        stage (GetLinkMailSnippetsStage | Unset):  Default: GetLinkMailSnippetsStage.VALUE_6.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SnippetList]
    """

    kwargs = _get_kwargs(
        link_id=link_id,
        locale=locale,
        stage=stage,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    link_id: str,
    *,
    client: AuthenticatedClient,
    locale: GetLinkMailSnippetsLocale | Unset = GetLinkMailSnippetsLocale.JA,
    stage: GetLinkMailSnippetsStage | Unset = GetLinkMailSnippetsStage.VALUE_6,
) -> Problem | SnippetList | None:
    """Sentences to paste, with the link

    Args:
        link_id (str):
        locale (GetLinkMailSnippetsLocale | Unset):  Default: GetLinkMailSnippetsLocale.JA.
        stage (GetLinkMailSnippetsStage | Unset):  Default: GetLinkMailSnippetsStage.VALUE_6.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SnippetList
    """

    return sync_detailed(
        link_id=link_id,
        client=client,
        locale=locale,
        stage=stage,
    ).parsed


async def asyncio_detailed(
    link_id: str,
    *,
    client: AuthenticatedClient,
    locale: GetLinkMailSnippetsLocale | Unset = GetLinkMailSnippetsLocale.JA,
    stage: GetLinkMailSnippetsStage | Unset = GetLinkMailSnippetsStage.VALUE_6,
) -> Response[Problem | SnippetList]:
    """Sentences to paste, with the link

    Args:
        link_id (str):
        locale (GetLinkMailSnippetsLocale | Unset):  Default: GetLinkMailSnippetsLocale.JA.
        stage (GetLinkMailSnippetsStage | Unset):  Default: GetLinkMailSnippetsStage.VALUE_6.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SnippetList]
    """

    kwargs = _get_kwargs(
        link_id=link_id,
        locale=locale,
        stage=stage,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    link_id: str,
    *,
    client: AuthenticatedClient,
    locale: GetLinkMailSnippetsLocale | Unset = GetLinkMailSnippetsLocale.JA,
    stage: GetLinkMailSnippetsStage | Unset = GetLinkMailSnippetsStage.VALUE_6,
) -> Problem | SnippetList | None:
    """Sentences to paste, with the link

    Args:
        link_id (str):
        locale (GetLinkMailSnippetsLocale | Unset):  Default: GetLinkMailSnippetsLocale.JA.
        stage (GetLinkMailSnippetsStage | Unset):  Default: GetLinkMailSnippetsStage.VALUE_6.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SnippetList
    """

    return (
        await asyncio_detailed(
            link_id=link_id,
            client=client,
            locale=locale,
            stage=stage,
        )
    ).parsed
