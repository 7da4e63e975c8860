"""What every function has, whoever calls it."""

import re

from tests.infra.reading import Props, Template, referred

API_WAITS_S = 30


def test_every_function_has_a_log_of_its_own_that_forgets(stacks: list[Template]) -> None:
    for t in stacks:
        written = [
            referred(f["LoggingConfig"]["LogGroup"]) for f in t.of("Lambda::Function").values()
        ]
        assert len(written) == len(set(written))
        for log in written:
            assert 1 <= t.of("Logs::LogGroup")[log]["RetentionInDays"] <= 400


def test_every_log_forgets(stacks: list[Template]) -> None:
    for t in stacks:
        for name, log in t.of("Logs::LogGroup").items():
            assert "RetentionInDays" in log, name


def test_every_function_is_called_by_an_alias(stacks: list[Template]) -> None:
    for t in stacks:
        aliased = {referred(a["FunctionName"]) for a in t.of("Lambda::Alias").values()}
        assert aliased == t.of("Lambda::Function").keys()


def test_a_function_the_api_asks_answers_before_the_api_gives_up(stacks: list[Template]) -> None:
    for t in stacks:
        for integration in t.of("ApiGatewayV2::Integration").values():
            waits = integration.get("TimeoutInMillis", API_WAITS_S * 1000) / 1000
            assert t.properties(t.function(integration["IntegrationUri"]))["Timeout"] < waits


def test_a_function_of_a_schedule_ends_before_its_next_turn(stacks: list[Template]) -> None:
    for t in stacks:
        for rule in t.of("Events::Rule").values():
            for function in called_on_schedule(t, rule):
                assert t.properties(function)["Timeout"] <= period_s(rule["ScheduleExpression"])


def called_on_schedule(t: Template, rule: Props) -> list[str]:
    scheduled = rule["Targets"] if "ScheduleExpression" in rule else []
    calls = [s["Arn"] for s in scheduled if referred(s["Arn"]) in t.of("Lambda::Alias")]
    return [t.function(call) for call in calls]


def period_s(expression: str) -> float:
    """Of a rate; a cron expression's shortest is a minute."""
    rate = re.fullmatch(r"rate\((\d+) (minute|hour|day)s?\)", expression)
    of = {"minute": 60, "hour": 3600, "day": 86400}
    return int(rate[1]) * of[rate[2]] if rate else 60
