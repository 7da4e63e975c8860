"""From the link in a mail to the credit: how many go how far, by the hour."""

from aws_cdk import aws_cloudwatch as cloudwatch

from infra.watch.board import Graph
from infra.watch.figures import HOUR, MAX, ticked


def funnel() -> list[Graph]:
    """What is said late, by the sweeper, is not in `decided`: see `said late` below."""
    return [
        Graph(
            "Link opened",
            [
                _hourly("HumanClick", "click", "people"),
                _hourly("SuspectedClick", "click", "suspected machines"),
                _hourly("ClickLost", "click", "opened, not written down"),
            ],
        ),
        Graph(
            "Registered",
            [
                _hourly("RegistrationSubmitted", "register", "submitted"),
                _hourly("RegistrationVerified", "register", "verified"),
                _hourly("UnverifiedDeleted", "sweep", "never verified, deleted"),
            ],
        ),
        Graph(
            "Decided",
            [
                _hourly("ReferralCounted", "publish", "counted"),
                _hourly("ReferralHeld", "publish", "held"),
                _hourly("ReferralNotCounted", "publish", "not counted"),
            ],
        ),
        Graph(
            "Decided later",
            [
                _hourly("HoldJudged", "judge", "the hold was over"),
                _hourly("Voided", "judge", "taken back by the company"),
            ],
        ),
        Graph("Credits", [_hourly("CreditGranted", "grant", "granted")]),
        Graph("Tabulated", [_hourly("Tabulated", "tabulate", "facts in companies' figures")]),
        Graph("Joined", [_hourly("HandedOn", "relay", "let go here, joined there")]),
        Graph(
            "Webhooks out",
            [
                _hourly("WebhookTold", "tell", "messages made"),
                _hourly("WebhookNoted", "tell", "endpoint off: noted only"),
                _hourly("WebhookDelivered", "deliver", "delivered"),
                _hourly("WebhookFailed", "deliver", "failed, again later"),
                _hourly("WebhookGivenUp", "deliver", "given up"),
                _hourly("WebhookGone", "deliver", "endpoint says 410"),
                _hourly("WebhookDisabled", "deliver", "endpoints disabled"),
                _hourly("WebhookAgain", "again", "queued by the clock"),
                _hourly("WebhookAgainRefused", "again", "moved meanwhile"),
            ],
        ),
        Graph(
            "Mails",
            [
                _hourly("MailSent", "notify", "sent"),
                _hourly("MailSkipped", "notify", "not wanted, or sent before"),
                _hourly("AddressSuppressed", "suppress", "addresses given up"),
            ],
        ),
        Graph(
            "Candidates' files",
            [
                _hourly("FileOpened", "file", "opened"),
                _hourly("FileJoined", "file", "registered again"),
                _hourly("CandidateErased", "file", "erased"),
                _hourly("ReplyTaken", "answer", "replies to an adviser"),
            ],
        ),
        Graph(
            "Aftercare",
            [
                _hourly("CheckInSaid", "aftercare", "asked how it goes"),
                _hourly("CheckInPassed", "aftercare", "not asked: no news wanted"),
                _hourly("CheckInRefused", "aftercare", "asked at the next run"),
                _hourly("CheckInAnswered", "answer", "answered"),
                _hourly("Unsubscribed", "answer", "unsubscribed"),
            ],
            right=[
                ticked("ContactOverdue", "aftercare", every=HOUR, take=MAX, label="wait too long")
            ],
        ),
        Graph(
            "Companies",
            [
                _hourly("CompanyApproved", "approve", "approved"),
                _hourly("KeyIssued", "issue_key", "keys issued"),
            ],
        ),
    ]


def _hourly(name: str, verb: str, label: str) -> cloudwatch.Metric:
    return ticked(name, verb, every=HOUR, label=label)
