"""What an operator sees at a glance."""

from infra.verbs import VERBS
from tests.infra.reading import Template
from tests.infra.watching import on_board, widgets

FUNNEL = {
    "Link opened": ["HumanClick", "SuspectedClick", "ClickLost"],
    "Registered": ["RegistrationSubmitted", "RegistrationVerified", "UnverifiedDeleted"],
    "Decided": ["ReferralCounted", "ReferralHeld", "ReferralNotCounted"],
    "Decided later": ["HoldJudged", "Voided"],
    "Credits": ["CreditGranted"],
}
OPERATIONS = {
    "Errors",
    "Throttles",
    "Duration",
    "Latency",
    "5xx",
    "TransactionConflict",
    "IteratorAge",
    "ApproximateAgeOfOldestMessage",
    "ApproximateNumberOfMessagesVisible",
    "ReconcileDifference",
    "Reputation.BounceRate",
}


def test_the_funnel_comes_first_and_in_order(shipped: Template) -> None:
    board = on_board(shipped)
    assert list(board)[: len(FUNNEL)] == list(FUNNEL)
    for title, names in FUNNEL.items():
        assert {figure.name for figure in board[title]} == set(names)


def test_operations_show_what_can_stand_still_fail_or_wait(shipped: Template) -> None:
    shown = {figure.name for figures in on_board(shipped).values() for figure in figures}
    assert shown >= OPERATIONS


def test_every_function_is_on_the_board(shipped: Template) -> None:
    unhandled = {figure.service for figure in on_board(shipped)["Unhandled"]}
    assert unhandled == VERBS.keys()


def test_every_queue_is_on_the_board(shipped: Template) -> None:
    queues = {
        dict(figure.of)["QueueName"]
        for title in ("Facts wait (s)", "Dead letters")
        for figure in on_board(shipped)[title]
    }
    assert queues == shipped.of("SQS::Queue").keys()


def test_no_graph_covers_another(shipped: Template) -> None:
    taken = set[tuple[int, int]]()
    for w in widgets(shipped):
        covers = {
            (x, y)
            for x in range(w["x"], w["x"] + w["width"])
            for y in range(w["y"], w["y"] + w["height"])
        }
        assert not covers & taken
        assert w["x"] + w["width"] <= 24
        taken |= covers
