"""Which function API Gateway hands a request to: a full match before {proxy+}, then the nearer."""

import re

from infra.routes import REST, ROUTES


def function_of(method: str, path: str) -> str:
    found = [
        ("{proxy+}" not in route, len(re.sub(r"{.*?}", "", route)), verb)
        for route, methods, verb in ROUTES
        if {method, "ANY"} & {*methods} and re.fullmatch(_pattern(route), path)
    ]
    return max(found)[-1] if found else REST


def _pattern(route: str) -> str:
    return re.sub(r"{\w+}", "[^/]+", route.replace("{proxy+}", ".+"))
