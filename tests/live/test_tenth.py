"""The product's main job, with real requests on the very template that ships."""

from infra.local.visit import until
from shared.domain.entry import GENESIS, Entry
from shared.domain.ids import CompanyId
from tests.live.conftest import next_person
from tests.support.live import Live
from tests.support.live_company import LiveCompany, a_new_company


def digests(company_id: str, entries: list[dict[str, object]]) -> list[str]:
    """Each entry's hash, computed again from what the company was shown."""
    found = []
    for entry in entries:
        days = {
            "recorded_on": str(entry["recorded_at"])[:10],
            "occurred_on": str(entry["occurred_at"])[:10],
        }
        kept = {k: v for k, v in entry.items() if k in Entry.__dataclass_fields__}
        found.append(Entry(CompanyId(company_id), **{**kept, **days}).digest())  # type: ignore[arg-type]
    return found


def nine_then_ten(live: Live, company: LiveCompany) -> None:
    link = company.link()
    for _ in range(9):
        next_person(live).is_handed_on(link)
    until(lambda: company.knows("/v1/progress")["counted"] == 9, "nine never showed", 20)
    assert company.knows("/v1/progress")["milestones"] == 0
    assert company.credits() == []
    next_person(live).is_handed_on(link)


def test_the_tenth_referral_earns_one_credit_and_one_mail(live: Live) -> None:
    company = a_new_company(live, "tenth")
    nine_then_ten(live, company)
    until(company.credits, "the credit never came", 20)

    progress = company.knows("/v1/progress")
    assert {k: progress[k] for k in ("counted", "threshold", "toward_next", "to_next")} == {
        "counted": 10,
        "threshold": 10,
        "toward_next": 0,
        "to_next": 10,
    }
    assert progress["milestones"] == 1
    assert progress["carried_deficit"] == 0
    assert progress["credits"] == {
        "available": 1,
        "reserved": 0,
        "consumed": 0,
        "expired": 0,
        "voided": 0,
    }
    [credit] = company.credits()
    assert (credit["number"], credit["state"]) == (1, "available")

    mails = until(lambda: live.visit.mails_to("saiyo@tenth.example")[1:], "no mail came", 20)
    mail, welcome = live.visit.mails_to("saiyo@tenth.example")
    assert (mail["subject"], len(mails)) == ("無料採用枠が1件、付与されました", 1)
    assert welcome["subject"] == "キャリアリレーへのご参加が承認されました"
    assert "10人" in mail["text"]
    assert "13-ユ-316042" in mail["text"]


def test_the_ledger_a_company_reads_is_chained_and_names_nobody(live: Live) -> None:
    company = a_new_company(live, "ledger")
    nine_then_ten(live, company)
    until(company.credits, "the credit never came", 20)
    entries = company.entries()
    assert [(e["entry_id"], e["amount"]) for e in entries] == [
        ("count:1-3", 3),
        ("count:4-6", 3),
        ("count:7-9", 3),
        ("count:10-10", 1),
        ("grant:1", 1),
    ]
    assert [e["hash"] for e in entries] == digests(company.company_id, entries)
    assert [e["prev_hash"] for e in entries] == [GENESIS, *(e["hash"] for e in entries[:-1])]
    assert all(str(e["recorded_at"]).endswith("T00:00:00Z") for e in entries)
    assert "reg_" not in str(entries)


def test_a_company_sees_steps_and_the_agency_sees_everybody(live: Live) -> None:
    company = a_new_company(live, "steps")
    link = company.link()
    for _ in range(5):
        next_person(live).is_handed_on(link)
    until(lambda: company.knows("/v1/progress")["counted"] == 3, "three never showed", 20)
    assert company.exact()["counted"] == 5
    assert company.knows("/v1/progress")["counted"] == 3


def test_a_person_gets_a_code_and_then_a_welcome_and_nothing_twice(live: Live) -> None:
    company = a_new_company(live, "mails")
    person = next_person(live)
    person.is_handed_on(company.link())
    mails = until(lambda: live.visit.mails_to(person.email)[1:], "no welcome came", 20)
    welcome, code = [*live.visit.mails_to(person.email)]
    assert (welcome["subject"], len(mails)) == ("登録が完了しました", 1)
    assert code["subject"].startswith("確認コード: ")
    for mail in (welcome, code):
        assert mail["to"] == [person.email]
        assert "みちしるべキャリア株式会社" in mail["text"]
        assert "13-ユ-316042" in mail["html"]
        assert "あおぞら" not in mail["text"]
