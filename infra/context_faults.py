"""What is wrong with a field an operator wrote, in words, with an example."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel


def fault(asked: type[BaseModel], where: tuple[int | str, ...], kind: str, message: str) -> str:
    field = ".".join(map(str, where))
    match kind:
        case "missing":
            wrong = f"{field} is missing"
        case "extra_forbidden":
            return f"{field} is no field we know"
        case "value_error":
            wrong = f"{field} {message.removeprefix('Value error, ')}".strip()
        case _:
            wrong = f"{field} is not what it should be".strip()
    example = _example(asked, [part for part in where if isinstance(part, str)])
    return f"{wrong} (for example {example})" if example else wrong


def _example(model: type[BaseModel], path: Iterable[str]) -> str:
    example: Any = ""
    fields: Mapping[str, Any] = model.model_fields
    for part in path:
        if part not in fields:
            return ""
        example = (fields[part].examples or [""])[0]
        inner = fields[part].annotation
        optional = getattr(inner, "__args__", ())
        inner = next((a for a in (inner, *optional) if _is_model(a)), None)
        fields = inner.model_fields if inner else {}
    return example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)


def _is_model(what: object) -> bool:
    return isinstance(what, type) and issubclass(what, BaseModel)
