"""What must be so on AWS before anything is created."""

import pytest
from botocore.exceptions import NoCredentialsError

from infra.ops.account import account_of, check_bootstrapped
from infra.ops.refusal import RefusedError
from infra.ops.verified import check_sender
from tests.unit.ops.stubbed import ACCOUNT, GUARD, HOME, Stubbed

SENDER, DOMAIN = "no-reply@mail.agency.example", "mail.agency.example"


class NobodyKnown:
    region = HOME

    def client(self, service: str, region: str = "") -> "NobodyKnown":
        return self

    def get_caller_identity(self) -> None:
        raise NoCredentialsError


def test_without_credentials_it_says_which_setting_is_missing() -> None:
    with pytest.raises(RefusedError, match=r"no AWS credentials here .*set AWS_PROFILE"):
        account_of(NobodyKnown())


def test_credentials_that_ran_out_are_named_so(cloud: Stubbed) -> None:
    cloud.refuses("sts", "get_caller_identity", "ExpiredToken")
    with pytest.raises(RefusedError, match=r"does not take these credentials .ExpiredToken"):
        account_of(cloud)


@pytest.mark.parametrize(
    ("missing", "line"),
    [
        ([HOME], f"aws://{ACCOUNT}/{HOME}$"),
        ([GUARD], f"aws://{ACCOUNT}/{GUARD}$"),
        ([HOME, GUARD], f"aws://{ACCOUNT}/{HOME} aws://{ACCOUNT}/{GUARD}$"),
    ],
)
def test_a_region_not_bootstrapped_is_refused_with_the_line_that_does_it(
    cloud: Stubbed, missing: list[str], line: str
) -> None:
    for region in (HOME, GUARD):
        if region in missing:
            cloud.refuses("ssm", "get_parameter", "ParameterNotFound", at=region)
        else:
            cloud.answers("ssm", "get_parameter", {"Parameter": {"Value": "30"}}, at=region)
    with pytest.raises(
        RefusedError, match=f"run: npm ci && npx cdk bootstrap -c stage=prod {line}"
    ):
        check_bootstrapped(cloud, ACCOUNT, [HOME, GUARD], "prod")


def test_two_bootstrapped_regions_are_well(cloud: Stubbed) -> None:
    asked = {"Name": "/cdk-bootstrap/hnb659fds/version"}
    for region in (HOME, GUARD):
        cloud.answers("ssm", "get_parameter", {"Parameter": {"Value": "30"}}, asked, region)
    check_bootstrapped(cloud, ACCOUNT, [HOME, GUARD], "prod")
    cloud.check_all_asked()


def identity(cloud: Stubbed, name: str, verified: bool | None) -> None:
    if verified is None:
        cloud.refuses("sesv2", "get_email_identity", "NotFoundException")
        return
    said = {"VerifiedForSendingStatus": verified}
    cloud.answers("sesv2", "get_email_identity", said, {"EmailIdentity": name})


@pytest.mark.parametrize(("domain", "address"), [(True, None), (None, True), (False, True)])
def test_a_verified_domain_or_address_may_send(
    cloud: Stubbed, domain: bool | None, address: bool | None
) -> None:
    identity(cloud, DOMAIN, domain)
    if not domain:
        identity(cloud, SENDER, address)
    check_sender(cloud.client("sesv2"), SENDER, "dev")
    cloud.check_all_asked()


@pytest.mark.parametrize("domain", [False, None])
def test_a_sender_ses_does_not_know_points_to_make_sender(
    cloud: Stubbed, domain: bool | None
) -> None:
    identity(cloud, DOMAIN, domain)
    identity(cloud, SENDER, None)
    with pytest.raises(RefusedError, match=f"{DOMAIN} yet; `make sender STAGE=prod`"):
        check_sender(cloud.client("sesv2"), SENDER, "prod")
