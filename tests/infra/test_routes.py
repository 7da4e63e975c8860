"""Which request goes to which function."""

import json
import re

import pytest
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from functions.agency.handler import app as agency
from functions.manage.handler import app as manage
from functions.place.handler import app as place
from tests.infra.reading import Template, many, referred
from tests.support.gateway import function_of

ROUTES = {
    "GET /r/{slug}": "click",
    "HEAD /r/{slug}": "click",
    "POST /r/{slug}/registrations": "register",
    "ANY /registrations/{proxy+}": "register",
    "ANY /consents/{token}": "answer",
    "ANY /messages/{token}": "answer",
    "ANY /check-ins/{token}": "answer",
    "ANY /unsubscribe/{token}": "answer",
    "ANY /": "inform",
    "ANY /privacy": "inform",
    "ANY /terms": "inform",
    "ANY /terms/company": "inform",
    "ANY /licence": "inform",
    "ANY /fees": "inform",
    "ANY /contact": "inform",
    "ANY /me": "me",
    "ANY /me/{proxy+}": "me",
    "ANY /not-me/{token}": "me",
    "GET /healthz": "click",
    "ANY /apply": "sign_in",
    "ANY /sign-in": "sign_in",
    "ANY /sign-in/{proxy+}": "sign_in",
    "ANY /sign-out": "sign_in",
    "ANY /account": "sign_in",
    "ANY /account/{proxy+}": "sign_in",
    "ANY /console": "console",
    "ANY /console/{proxy+}": "console",
    "ANY /agency/candidates": "place",
    "ANY /agency/candidates/{proxy+}": "place",
    "ANY /agency/duplicates": "place",
    "ANY /agency/duplicates/{proxy+}": "place",
    "ANY /agency/job-orders": "place",
    "ANY /agency/companies/{company_id}/job-orders": "place",
    "ANY /agency/companies/{company_id}/job-orders/{proxy+}": "place",
    "ANY /agency/provision-records": "place",
    "ANY /agency/recommendations": "place",
    "ANY /agency/registers/{proxy+}": "place",
    "ANY /agency/recommendations/{proxy+}": "place",
    "ANY /agency/registers": "place",
    "ANY /agency": "agency",
    "ANY /agency/{proxy+}": "agency",
    "ANY /v1/agency/candidates": "place",
    "ANY /v1/agency/candidates/{proxy+}": "place",
    "ANY /v1/agency/duplicates": "place",
    "ANY /v1/agency/duplicates/{proxy+}": "place",
    "ANY /v1/agency/job-orders": "place",
    "ANY /v1/agency/companies/{company_id}/job-orders": "place",
    "ANY /v1/agency/companies/{company_id}/job-orders/{proxy+}": "place",
    "ANY /v1/agency/provision-records": "place",
    "ANY /v1/agency/recommendations": "place",
    "ANY /v1/agency/registers/{proxy+}": "place",
    "ANY /v1/agency/{proxy+}": "agency",
    "ANY /v1/{proxy+}": "manage",
    "ANY /ats/{provider}/{connection_id}": "ats",
    "$default": "click",
}


def test_every_request_has_its_function(shipped: Template) -> None:
    integrations = shipped.of("ApiGatewayV2::Integration")
    found = {}
    for route in shipped.of("ApiGatewayV2::Route").values():
        integration = integrations[referred(route["Target"])]
        assert integration["PayloadFormatVersion"] == "2.0"
        found[route["RouteKey"]] = shipped.verb(integration["IntegrationUri"])
    assert found == ROUTES


@pytest.mark.parametrize(
    ("verb", "app"), [("agency", agency), ("place", place), ("manage", manage)]
)
def test_what_a_function_answers_is_handed_to_it(verb: str, app: APIGatewayHttpResolver) -> None:
    documented = json.loads(app.get_openapi_json_schema())["paths"]
    assert documented
    for path, operations in documented.items():
        for method in operations:
            assert function_of(method.upper(), re.sub(r"{.*?}", "x", path)) == verb, path


def test_the_api_may_call_what_it_routes_to_and_nothing_else(shipped: Template) -> None:
    callable_ = {
        shipped.verb(p["FunctionName"])
        for p in shipped.of("Lambda::Permission").values()
        if p["Principal"] == "apigateway.amazonaws.com"
    }
    assert callable_ == set(ROUTES.values())


def test_whoever_may_call_a_function_is_one_resource_of_ours(shipped: Template) -> None:
    """Secrets Manager says whose account it asks for, and not for which secret: `rotate` looks."""
    for name, permission in shipped.of("Lambda::Permission").items():
        if permission["Principal"] == "secretsmanager.amazonaws.com":
            assert permission["SourceAccount"] == {"Ref": "AWS::AccountId"}
            assert shipped.verb(permission["FunctionName"]) == "rotate"
        else:
            assert referred(permission["SourceArn"]), name


def test_the_access_log_holds_no_address_and_nothing_typed(shipped: Template) -> None:
    [stage] = shipped.of("ApiGatewayV2::Stage").values()
    logged = set(json.loads(stage["AccessLogSettings"]["Format"]).values())
    assert logged == {
        "$context.requestId",
        "$context.requestTime",
        "$context.routeKey",
        "$context.status",
        "$context.responseLatency",
        "$context.responseLength",
        "$context.integrationErrorMessage",
    }


def test_the_stage_is_throttled(shipped: Template) -> None:
    [stage] = shipped.of("ApiGatewayV2::Stage").values()
    limits = stage["DefaultRouteSettings"]
    assert 0 < limits["ThrottlingRateLimit"] <= limits["ThrottlingBurstLimit"] < 10_000


def test_every_log_is_forgotten_after_a_month(shipped: Template) -> None:
    groups = shipped.of("Logs::LogGroup")
    assert all(group["RetentionInDays"] <= 31 for group in many([*groups.values()]))
    for verb, function in shipped.functions().items():
        assert referred(function["LoggingConfig"]["LogGroup"]) in groups, verb
        assert function["LoggingConfig"]["LogFormat"] == "JSON"
