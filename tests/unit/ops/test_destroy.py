"""Everything of a stage goes, in the order that works; prod never does."""

from argparse import Namespace

import pytest

from infra.ops.destroy import act, destroy
from infra.ops.refusal import RefusedError
from tests.unit.ops.readied import Doer, known, tells

IN_ORDER = [
    "synth",
    "destroy CareerRelay-dev",
    "destroy CareerRelayGuard-dev",
    "destroy CareerRelaySender-dev",
]


def holds(doer: Doer, *versions: str, bucket: str = "files") -> None:
    held = [{"Key": "icon.png", "VersionId": version} for version in versions]
    said = {"Versions": held, "DeleteMarkers": [{"Key": "old.png", "VersionId": "m"}]}
    doer.cloud.answers("s3", "list_object_versions", said, {"Bucket": bucket})
    gone = {"Objects": [*held, {"Key": "old.png", "VersionId": "m"}], "Quiet": True}
    doer.cloud.answers("s3", "delete_objects", {}, {"Bucket": bucket, "Delete": gone})


@pytest.mark.parametrize("yes", ["", "prod"])
def test_prod_is_refused_whatever_is_said(yes: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YES", yes)
    with pytest.raises(RefusedError, match="prod is never destroyed from here"):
        act(Namespace(stage="prod"))


@pytest.mark.parametrize(("yes", "typed"), [("dev", None), ("", "dev")])
def test_the_relay_goes_before_what_guards_it(dev: Doer, yes: str, typed: str | None) -> None:
    known(dev.cloud)
    tells(dev.cloud, "CareerRelay-dev", StaticBucket="files", CvBucket="cvs")
    holds(dev, "1", "2")
    holds(dev, "null", bucket="cvs")
    list(destroy("dev", dev.hands(yes, typed)))
    assert dev.cdk.acts == IN_ORDER
    dev.cloud.check_all_asked()


@pytest.mark.parametrize(("yes", "typed"), [("", None), ("", ""), ("", "y"), ("1", None)])
def test_nothing_goes_unless_its_name_is_said(dev: Doer, yes: str, typed: str | None) -> None:
    known(dev.cloud)
    with pytest.raises(RefusedError):
        list(destroy("dev", dev.hands(yes, typed)))
    assert dev.cdk.said == []


def test_what_a_destroy_left_half_done_can_be_destroyed_again(dev: Doer) -> None:
    known(dev.cloud)
    gone = "Stack with id CareerRelay-dev does not exist"
    dev.cloud.refuses("cloudformation", "describe_stacks", "ValidationError", gone)
    list(destroy("dev", dev.hands("dev")))
    assert dev.cdk.acts == IN_ORDER


def test_a_file_that_stays_stops_it_before_a_stack_goes(dev: Doer) -> None:
    known(dev.cloud)
    tells(dev.cloud, "CareerRelay-dev", StaticBucket="files")
    one = {"Versions": [{"Key": "icon.png", "VersionId": "1"}]}
    dev.cloud.answers("s3", "list_object_versions", one)
    kept = {"Errors": [{"Key": "icon.png", "Message": "Access Denied"}]}
    dev.cloud.answers("s3", "delete_objects", kept)
    with pytest.raises(RefusedError, match="files keeps 1 files: Access Denied"):
        list(destroy("dev", dev.hands("dev")))
    assert dev.cdk.acts == ["synth"]
