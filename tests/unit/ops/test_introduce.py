from infra.ops.introduce import introduce
from infra.stage import stage_from
from tests.support.assembly import CONTEXT
from tests.unit.ops.readied import DOMAIN, Doer, bootstrapped, may_mail

DEV = stage_from(CONTEXT["dev"].get)


def test_the_sender_alone_is_deployed_and_its_records_shown(dev: Doer) -> None:
    bootstrapped(dev.cloud)
    waiting = {"VerifiedForSendingStatus": False, "DkimAttributes": {"Tokens": ["k1", "k2", "k3"]}}
    dev.cloud.answers("sesv2", "get_email_identity", waiting, {"EmailIdentity": DOMAIN})
    may_mail(dev.cloud)
    whose, shown, _, last = introduce(DEV, dev.hands())
    assert dev.cdk.acts == ["synth", "deploy CareerRelaySender-dev"]
    assert whose.startswith("dev: account") and f"k2._domainkey.{DOMAIN}" in shown
    assert last.endswith("make sender STAGE=dev")
    dev.cloud.check_all_asked()
