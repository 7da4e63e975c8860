"""How the relay does: who waits, what fails, what stands still."""

from collections.abc import Mapping, Sequence

from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs

from infra.api import Api
from infra.verbs import WAITED_FOR
from infra.watch.board import Graph
from infra.watch.figures import DAY, HOUR, MAX, MIN, P50, P99, figure, of_live, ticked


def answers(api: Api, does: Mapping[str, lambda_.Alias]) -> list[Graph]:
    of = {"ApiId": api.api.api_id}
    waits = (("half", P50), ("99 in 100", P99))
    counted = (("all", "Count"), ("refused", "4xx"), ("broken", "5xx"))
    people = sorted(WAITED_FOR)
    return [
        Graph(
            "People wait, starts included (ms)",
            [figure("AWS/ApiGateway", "Latency", of, take=t, label=x) for x, t in waits],
        ),
        Graph(
            "Functions run, starts not included (ms, 99 in 100)",
            [of_live("Duration", does[verb], take=P99, label=verb) for verb in people],
        ),
        Graph("Answers", [figure("AWS/ApiGateway", name, of, label=x) for x, name in counted]),
    ]


def functions(does: Mapping[str, lambda_.Alias]) -> list[Graph]:
    return [
        Graph("Crashes, time-outs", [of_live("Errors", a, label=v) for v, a in does.items()]),
        Graph("Unhandled", [ticked("Unhandled", verb, label=verb) for verb in does]),
        Graph("Throttles", [of_live("Throttles", a, label=v) for v, a in does.items()]),
    ]


def tables(core: dynamodb.ITableV2, clicks: dynamodb.ITableV2) -> Graph:
    """AWS counts each item of a transaction that somebody else was writing."""
    names = ("TransactionConflict", "ReadThrottleEvents", "WriteThrottleEvents")
    both = (("core", core), ("clicks", clicks))
    return Graph(
        "Conflicts and throttles of the tables",
        [
            figure("AWS/DynamoDB", name, {"TableName": t.table_name}, label=f"{name}, {x}")
            for x, t in both
            for name in names
        ],
    )


def on_its_way(
    publish: lambda_.Alias, read: Sequence[sqs.Queue], lost: Sequence[sqs.Queue]
) -> list[Graph]:
    late = (("said late", "SweptLate"), ("refused", "SweepRefused"))
    repeated = (("count", "QueuedCountRepeated"), ("grant", "CreditGrantRepeated"))
    return [
        Graph(
            "Facts said",
            [ticked("Published", "publish", label="at once")]
            + [ticked(name, "sweep", label=x) for x, name in late],
            right=[of_live("IteratorAge", publish, take=MAX, label="behind (ms)")],
        ),
        Graph(
            "Facts wait (s)",
            [
                q.metric_approximate_age_of_oldest_message(statistic=MAX, label=_whose(q))
                for q in read
            ],
        ),
        Graph(
            "Dead letters",
            [
                q.metric_approximate_number_of_messages_visible(statistic=MAX, label=_whose(q))
                for q in lost
            ],
        ),
        Graph(
            "Ledger",
            [
                ticked("QueuedCount", "count", label="counted in turn"),
                ticked("Sealed", "seal", label="entries sealed"),
                ticked("CreditNoticed", "expire", label="notices of an end"),
                ticked("CreditExpired", "expire", label="expired"),
                ticked("JobOrderClosed", "expire", label="job orders past their last day"),
                ticked("ExpiryRefused", "expire", label="expired at the next run"),
                ticked("Settled", "seal", label="credits that paid a deficit"),
            ]
            + [ticked(name, verb, label=f"{verb}, again") for verb, name in repeated],
        ),
    ]


def deliveries() -> Graph:
    came = (("queued", "DeliveryQueued"), ("not believed", "DeliveryRefused"))
    became = (
        ("applied", "DeliveryApplied"),
        ("ignored, with its reason", "DeliveryIgnored"),
        ("not read", "DeliveryUnread"),
        ("once more", "DeliveryRepeated"),
    )
    return Graph(
        "Deliveries of companies' ATSs",
        [ticked(name, "ats", label=x) for x, name in came]
        + [ticked(name, "receive", label=x) for x, name in became],
    )


def imports() -> Graph:
    became = (("done", "ImportDone"), ("refused", "ImportRefused"), ("goes on", "ImportGoesOn"))
    return Graph(
        "Companies' files of results", [ticked(name, "import_csv", label=x) for x, name in became]
    )


def vendors() -> Graph:
    """Companies' recruiting systems, asked and written to by us."""
    asked = (
        ("turns", "poll", "TurnHandedOn"),
        ("turns left to the next run", "poll", "TurnRefused"),
        ("pages read", "ask", "PageRead"),
        ("rows heard", "ask", "RowHeard"),
        ("rows that are no news", "ask", "RowSkipped"),
        ("links written", "write_back", "LinkWritten"),
        ("links that stood there", "write_back", "LinkStoodThere"),
        ("links not taken", "write_back", "LinkNotWritten"),
        ("links put back", "write_back", "LinkPutBack"),
    )
    return Graph("Vendors asked", [ticked(name, verb, label=x) for x, verb, name in asked])


def limits() -> list[Graph]:
    asked = (("may send", "MailSendingEnabled"), ("in the sandbox", "MailSandbox"))
    return [
        Graph(
            "What reconcile found",
            [
                ticked(name, "reconcile", every=DAY, take=MAX, label=x)
                for x, name in (
                    ("differences", "ReconcileDifference"),
                    ("companies never at rest", "ReconcileRestless"),
                )
            ],
            right=[ticked("Reconciled", "reconcile", every=DAY, take=MAX, label="companies")],
        ),
        Graph(
            "Mail: quota used (%), bounces, complaints (share)",
            [ticked("MailQuotaUsed", "gauge", every=HOUR, take=MAX, label="quota used")],
            right=[
                figure("AWS/SES", f"Reputation.{name}Rate", {}, every=HOUR, take=MAX, label=name)
                for name in ("Bounce", "Complaint")
            ],
        ),
        Graph(
            "Mail: 1 is yes; licence (days)",
            [ticked(name, "gauge", every=HOUR, take=MIN, label=x) for x, name in asked],
            right=[ticked("LicenceDaysLeft", "gauge", every=HOUR, take=MIN, label="licence")],
        ),
        Graph("Mails refused", [ticked("MailRefused", "notify", every=HOUR)]),
    ]


def _whose(queue: sqs.Queue) -> str:
    """NotifyReader, SweepClock."""
    return queue.node.path.split("/")[1]
