"""An answer whose body is null crashes ministack's proxy; AWS sends an empty one."""

from typing import Any

from ministack.services import apigateway


def install() -> None:
    ask = apigateway._invoke_lambda_proxy

    async def answer(*of: Any, **how: Any) -> tuple[int, dict[str, Any], bytes]:
        status, headers, body = await ask(*of, **how)
        return status, headers, b"" if body is None else body

    apigateway._invoke_lambda_proxy = answer
