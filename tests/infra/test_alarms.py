"""Whatever goes wrong rings, and whoever hears it finds what to do."""

import re

from infra.sources import ROOT
from infra.verbs import SELDOM
from infra.watch.operators import TOLD_WHEN_OVER
from tests.infra.reading import Template, read, referred
from tests.infra.test_edges import read_queues
from tests.infra.watching import Figure, alarms, looked_at_by

RUNBOOK = ROOT / "docs" / "runbook.md"


def entries() -> list[str]:
    """The alarms in the first column of the runbook's tables: one row may answer several."""
    rows = re.findall(r"^\| (`[^|]+) \|", RUNBOOK.read_text(encoding="utf-8"), re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


def test_every_alarm_has_one_entry_in_the_runbook_and_every_entry_an_alarm(
    shipped: Template,
) -> None:
    assert sorted(entries()) == sorted(alarms(shipped))


def test_every_stage_is_watched_alike() -> None:
    assert alarms(read("dev")).keys() == alarms(read("prod")).keys() >= alarms(read("local")).keys()


def test_an_alarm_says_what_it_means_and_where_to_read_on(shipped: Template) -> None:
    for what, alarm in alarms(shipped).items():
        sentence, _, place = alarm["AlarmDescription"].rpartition(" docs/")
        assert place == f"runbook.md: {what}"
        assert sentence[0] != " " and sentence.endswith(".")


def test_every_alarm_tells_the_operators_and_some_tell_when_it_is_over(shipped: Template) -> None:
    for what, alarm in alarms(shipped).items():
        [told] = map(referred, alarm["AlarmActions"])
        assert told.startswith("WatchOperatorsAlarms")
        over = [referred(topic) for topic in alarm.get("OKActions", [])]
        assert over == ([told] if what in TOLD_WHEN_OVER else []), what
    assert alarms(shipped).keys() >= TOLD_WHEN_OVER


def test_every_function_has_an_alarm_over_crashes_and_what_nobody_foresaw(
    shipped: Template,
) -> None:
    for verb, function in shipped.functions().items():
        alarm = alarms(shipped)[f"{verb.replace('_', '-')}-fails"]
        [name] = [n for n, p in shipped.of("Lambda::Function").items() if p == function]
        live = (("FunctionName", name), ("Resource", f"{name}:live"))
        unhandled = Figure("CareerRelay", "Unhandled", (("service", verb),))
        assert looked_at_by(alarm) == {Figure("AWS/Lambda", "Errors", live), unhandled}


def test_a_function_that_is_called_seldom_rings_at_its_first_failure(shipped: Template) -> None:
    """Less than three times in five minutes: by a slow clock, or by the calendar."""
    slow = {
        shipped.verb(target["Arn"])
        for rule in shipped.of("Events::Rule").values()
        if rule.get("ScheduleExpression", "rate(1 minute)") != "rate(1 minute)"
        for target in rule["Targets"]
    }
    turns = shipped.of("SecretsManager::RotationSchedule").values()
    slow |= {shipped.verb(turn["RotationLambdaARN"]) for turn in turns}
    first = {w for w, a in alarms(shipped).items() if w.endswith("-fails") and a["Threshold"] == 1}
    assert first == {f"{verb}-fails" for verb in slow} == {f"{verb}-fails" for verb in SELDOM}


def test_a_sum_counts_a_figure_that_was_never_written_as_nothing(shipped: Template) -> None:
    for what, alarm in alarms(shipped).items():
        for metric in alarm.get("Metrics", []):
            if re.match(r"SUM|MAX", metric.get("Expression", "")):
                named = {m["Id"] for m in alarm["Metrics"] if "MetricStat" in m}
                filled = set(re.findall(r"FILL\((\w+), 0\)", metric["Expression"]))
                assert filled == named and len(named) <= 10, what


def test_every_queue_somebody_reads_is_watched_for_what_waits(shipped: Template) -> None:
    waits = [a for what, a in alarms(shipped).items() if re.match("(facts|vendors)-wait", what)]
    watched = {dict(figure.of)["QueueName"] for alarm in waits for figure in looked_at_by(alarm)}
    assert watched == read_queues(shipped).keys() & shipped.of("SQS::Queue").keys()


def test_silence_rings_where_a_figure_is_always_written_and_nowhere_else(
    shipped: Template,
) -> None:
    breaching = {w for w, a in alarms(shipped).items() if a["TreatMissingData"] == "breaching"}
    assert breaching == {"sweep-silent", "judge-silent", "reconcile-silent", "gauge-silent"}
    assert {a["TreatMissingData"] for a in alarms(shipped).values()} == {
        "breaching",
        "notBreaching",
    }


def test_no_alarm_looks_further_back_than_cloudwatch_does(shipped: Template) -> None:
    """A day, or seven where a period is an hour or more."""
    for what, alarm in alarms(shipped).items():
        periods = {m["MetricStat"]["Period"] for m in alarm.get("Metrics", []) if "MetricStat" in m}
        [period] = periods or {alarm["Period"]}
        longest = 604_800 if period >= 3600 else 86_400
        assert period * alarm["EvaluationPeriods"] <= longest, what
