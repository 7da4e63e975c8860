"""A secret's versions as Secrets Manager keeps them, and the header in a distribution."""

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from moto import mock_aws

import functions.rotate.handler as handler
from shared.aws import clients
from shared.aws.distribution import Distribution
from shared.aws.secret import labelled
from shared.aws.versions import Versions
from shared.domain.errors import InvalidRequest
from shared.request import ORIGIN
from tests.support.asking import CONTEXT

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

NEXT = "11111111-2222-4333-8444-555555555555"
STEPS = ("createSecret", "setSecret", "testSecret", "finishSecret")


class CloudFront:
    """As far as `rotate` asks it: an update needs the tag of what was read."""

    def __init__(self) -> None:
        ours = {"HeaderName": "x-relay-origin", "HeaderValue": "first"}
        other = {"HeaderName": "x-other", "HeaderValue": "kept"}
        self.tag = 1
        self.config: Any = {
            "Comment": "kept",
            "Origins": {
                "Items": [
                    {"Id": "api", "CustomHeaders": {"Quantity": 2, "Items": [other, ours]}},
                    {"Id": "files", "CustomHeaders": {"Quantity": 0}},
                ]
            },
        }

    def get_distribution_config(self, Id: str) -> Any:
        return {"ETag": str(self.tag), "DistributionConfig": deepcopy(self.config)}

    def update_distribution(self, Id: str, IfMatch: str, DistributionConfig: Any) -> None:
        assert IfMatch == str(self.tag)
        self.tag, self.config = self.tag + 1, DistributionConfig

    def get_distribution(self, Id: str) -> Any:
        return {"Distribution": {"Status": "Deployed"}}


@pytest.fixture
def cloudfront() -> CloudFront:
    return CloudFront()


@pytest.fixture
def manager(monkeypatch: pytest.MonkeyPatch) -> Iterator["SecretsManagerClient"]:
    with mock_aws():
        client = boto3.client("secretsmanager")
        monkeypatch.setattr(clients, "secrets", lambda: client)
        yield client


@pytest.fixture
def origin(manager: "SecretsManagerClient") -> str:
    """The secret's ARN, with a version that waits for its value."""
    return manager.create_secret(Name="origin", SecretString="first")["ARN"]


@pytest.fixture
def turning(
    origin: str,
    manager: "SecretsManagerClient",
    cloudfront: CloudFront,
    monkeypatch: pytest.MonkeyPatch,
) -> str:
    monkeypatch.setattr(clients, "cloudfront", lambda: cloudfront)
    monkeypatch.setattr(Distribution, "is_answered", lambda _: True)
    monkeypatch.setattr("time.sleep", lambda _: None)
    for name, value in (
        ("ORIGIN_SECRET", origin),
        ("DISTRIBUTION_ID", "E1"),
        ("EDGE_URL", "https://d.example"),
    ):
        monkeypatch.setenv(name, value)
    handler.versions.cache_clear()
    handler.edge.cache_clear()
    return origin


def test_a_label_that_stands_on_nothing_is_no_value(origin: str) -> None:
    assert labelled(origin, "AWSCURRENT") == "first"
    assert labelled(origin, "AWSPENDING") is None
    assert labelled(origin, "AWSPREVIOUS") is None


def test_a_version_waits_and_then_is_current_and_the_one_before_is_known(
    origin: str, manager: "SecretsManagerClient"
) -> None:
    versions = Versions(origin, manager)
    assert (versions.labels(NEXT), versions.value(NEXT)) == (set(), None)
    versions.make(NEXT, "second")
    assert (versions.labels(NEXT), versions.value(NEXT)) == ({"AWSPENDING"}, "second")
    versions.make_current(NEXT)
    assert "AWSCURRENT" in versions.labels(NEXT)
    assert labelled(origin, "AWSCURRENT") == "second"
    assert labelled(origin, "AWSPREVIOUS") == "first"


def test_only_our_header_is_changed(cloudfront: CloudFront) -> None:
    edge = Distribution("E1", "https://d.example", ORIGIN, cloudfront)
    before = deepcopy(cloudfront.config)
    assert edge.says() == "first"
    edge.say("second")
    assert edge.says() == "second"
    [_, ours] = before["Origins"]["Items"][0]["CustomHeaders"]["Items"]
    ours["HeaderValue"] = "second"
    assert cloudfront.config == before


def test_an_edge_nobody_answers_at_is_not_answered(cloudfront: CloudFront) -> None:
    assert Distribution("E1", "http://127.0.0.1:9", ORIGIN, cloudfront).is_answered() is False


def test_the_whole_turn_as_secrets_manager_asks_for_it(
    turning: str, manager: "SecretsManagerClient", cloudfront: CloudFront
) -> None:
    manager.put_secret_value(
        SecretId=turning,
        ClientRequestToken=NEXT,
        SecretString="made before",
        VersionStages=["AWSPENDING"],
    )
    for step in STEPS:
        handler.handle({"SecretId": turning, "ClientRequestToken": NEXT, "Step": step}, CONTEXT)
    said = Distribution("E1", "", ORIGIN, cloudfront).says()
    assert said == labelled(turning, "AWSCURRENT") == "made before"
    assert labelled(turning, "AWSPREVIOUS") == "first"


def test_a_version_that_waits_for_its_value_is_given_one_nobody_can_guess(
    turning: str, manager: "SecretsManagerClient", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Versions, "labels", lambda *_: {"AWSPENDING"})
    made = set[str | None]()
    for version in (NEXT, NEXT.replace("1", "2")):
        handler.handle(
            {"SecretId": turning, "ClientRequestToken": version, "Step": STEPS[0]}, CONTEXT
        )
        made.add(labelled(turning, "AWSPENDING"))
    assert len(made) == 2
    assert all(value and len(value) == 64 for value in made)


def test_another_secret_is_none_of_its_business(turning: str) -> None:
    with pytest.raises(InvalidRequest):
        handler.handle({"SecretId": "x", "ClientRequestToken": NEXT, "Step": STEPS[0]}, CONTEXT)
