"""The bill: its units are measured, its holdings counted, and the published table is its own."""

import json
from typing import Any

import pytest

from infra.cost.bill import CLOSES, OPENS, usd, written_into
from infra.cost.holdings import MONTH_H, Held, hours_between
from infra.cost.lines import Line, at_rest, of_registration
from infra.cost.prices import Price, Prices
from infra.cost.units import FILE as UNITS
from infra.cost.units import Units
from tests.support.cost import files

ROUGHLY = {"bytes_out", "log_bytes", "kept_bytes"}
"""They change with a word of a page; the rest is exact."""


@pytest.fixture(scope="module")
def committed() -> Any:
    return json.loads(UNITS.read_text(encoding="utf-8"))


def test_a_registration_uses_what_the_units_say(committed: Any) -> None:
    now = files.measured_now()
    assert now["custom_metrics"] == committed["custom_metrics"]
    for part in ("registration", "sweep"):
        assert now[part].keys() == committed[part].keys()
        for name, value in now[part].items():
            said = committed[part][name]
            assert value == (pytest.approx(said, rel=0.1) if name in ROUGHLY else said), name


def test_the_published_table_is_what_the_command_makes_of_the_units() -> None:
    assert files.PAGE.read_text(encoding="utf-8") == files.page_now(), "make cost writes it"


def test_every_price_is_somewhere_in_the_bill_and_every_line_has_one() -> None:
    held = Held({**files.held().resources, **EDGE})
    units, prices = Units.read(), Prices.read()
    used = {line.price for line in (*of_registration(held, units), *at_rest(held, units))}
    assert used == prices.by.keys()


def test_every_assumption_says_why(committed: Any) -> None:
    assert all(assumed["why"] for assumed in committed["assumed"].values())


def test_an_amount_costs_its_price() -> None:
    prices = Prices("r", "2025", {"mail": Price("SES", "mail", 0.0001)})
    assert usd([Line("Mails", "mail", 2.1)], prices, 1000) == pytest.approx(0.21)


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    page = f"before\n{OPENS}\nold\n{CLOSES}\nafter\n"
    assert written_into(page, "new") == f"before\n{OPENS}\nnew\n{CLOSES}\nafter\n"
    with pytest.raises(ValueError, match="lacks"):
        written_into("no marks", "new")


def test_an_alarm_on_mathematics_counts_each_metric_it_reads() -> None:
    two = [{"Id": "e", "Expression": "a / b"}, *({"Id": n, "MetricStat": {}} for n in "ab")]
    held = of(plain=("CloudWatch::Alarm", {}), both=("CloudWatch::Alarm", {"Metrics": two}))
    assert held.alarmed_metrics() == 3


def test_a_clock_counts_by_how_often_it_strikes() -> None:
    sweep = {"Handler": "functions.sweep.handler.handle"}
    held = of(
        Sweep=("Lambda::Function", sweep),
        Live=("Lambda::Alias", {"FunctionName": {"Ref": "Sweep"}}),
        Rule=(
            "Events::Rule",
            {"ScheduleExpression": "rate(1 minute)", "Targets": [{"Arn": {"Ref": "Live"}}]},
        ),
    )
    assert held.scheduled() == {"sweep": MONTH_H * 60}
    assert hours_between("rate(5 minutes)") == pytest.approx(1 / 12)
    assert hours_between("cron(0 18 * * ? *)") == 24


def test_a_stream_is_not_polled_and_a_fifo_queue_is_dearer() -> None:
    held = of(
        Plain=("SQS::Queue", {}),
        Fifo=("SQS::Queue", {"FifoQueue": True}),
        a=("Lambda::EventSourceMapping", {"EventSourceArn": {"Fn::GetAtt": ["Plain", "Arn"]}}),
        b=("Lambda::EventSourceMapping", {"EventSourceArn": {"Fn::GetAtt": ["Fifo", "Arn"]}}),
        c=("Lambda::EventSourceMapping", {"EventSourceArn": {"Fn::GetAtt": ["T", "StreamArn"]}}),
    )
    assert (held.polled(fifo=False), held.polled(fifo=True)) == (1, 1)


def of(**resources: tuple[str, Any]) -> Held:
    made = {n: {"Type": f"AWS::{kind}", "Properties": p} for n, (kind, p) in resources.items()}
    return Held(made)


EDGE = of(
    Distribution=("CloudFront::Distribution", {}),
    Script=("CloudFront::Function", {}),
    Guard=("WAFv2::WebACL", {"Rules": [{}]}),
).resources
