"""The registers on a page: a month at a time, added to with a reason, saved as a file."""

import csv
import io
import re
from datetime import UTC, datetime

import pytest

from functions.place.by_hand import registers as page
from shared.domain.member import Role
from shared.domain.register_rows import Ending
from shared.domain.registers import FEES, SEEKERS
from shared.table import keys, registers
from shared.table.commit import Table
from tests.support.acts import let_in
from tests.support.builders import BOLT
from tests.support.counting import Counted
from tests.support.desk import AtDesk, Desk, at_desk, desk_over
from tests.support.office import JOINED, Office
from tests.support.placing import a_file, a_line, an_order
from tests.support.table import fresh_table

HERE = "/agency/registers"
MARCH = f"{HERE}?month=2026-03"
REASON = "learnt"


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def desk(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_over(fresh_table(counted.client), monkeypatch)


@pytest.fixture
def office(desk: Desk) -> Office:
    let_in(desk.stores, BOLT)
    office = Office(desk.table)
    office.open()
    office.introduce()
    return office


@pytest.fixture
def manager(desk: Desk, office: Office) -> AtDesk:
    return at_desk(desk.table, Role.MANAGER)


def main(page: str) -> str:
    return page.partition("<main")[2]


def form(page: str) -> dict[str, str]:
    """What the form carries unseen, as a browser sends it."""
    return dict(re.findall(r'<input type="hidden" name="(was-[^"]+)" value="([^"]*)">', page))


def path_of(office: Office) -> str:
    return f"{HERE}/seekers/{office.file.candidate_id}"


def fee_path(office: Office) -> str:
    return f"{HERE}/fees/2026-04/{office.made.recommendation_id}"


def log(table: Table) -> list[tuple[str, str, dict[str, str]]]:
    items = table.partition(keys.audits(f"{datetime.now(UTC):%Y-%m}"))
    return [(item["what"], item["about"], item["told"]) for item in items]


def test_each_register_shows_its_month_and_no_other(office: Office, manager: AtDesk) -> None:
    office.join(a_line(office.made, JOINED))
    for kind, month, says in (
        ("seekers", "2026-03", "Ada"),
        ("orders", "2026-03", "機械設計"),
        ("fees", "2026-04", "1,750,000"),
        ("employers", "2026-03", "saiyo@aozora.example"),
    ):
        status, shown = manager.reads(f"{HERE}?kind={kind}&month={month}")
        assert status == 200
        assert says in main(shown)
        empty = manager.reads(f"{HERE}?kind={kind}&month=2025-01")[1]
        assert says not in main(empty) and "この月の記載はありません" in empty


def test_an_introduction_and_what_became_of_it_stand_in_the_row(
    office: Office, manager: AtDesk
) -> None:
    office.join()
    shown = main(manager.reads(MARCH)[1])
    assert "株式会社ボルト" in shown and "2026年4月15日入社" in shown
    assert "転職勧奨の禁止は2028年4月14日まで" in shown


def test_both_languages_say_it(manager: AtDesk) -> None:
    for path in (MARCH, f"{HERE}?kind=orders&month=2026-03", f"{HERE}?kind=employers"):
        status, shown = manager.reads(f"{path}&lang=en")
        assert status == 200 and "<h1>Registers</h1>" in shown


@pytest.mark.parametrize("kind", ["seekers", "orders", "fees", "employers"])
def test_a_page_is_three_requests_however_long_the_register(
    desk: Desk, office: Office, manager: AtDesk, counted: Counted, kind: str
) -> None:
    office.join(a_line(office.made, JOINED))
    for n in range(page.PAGE + 5):
        office.does(office.registers.taken_on(a_file(f"p{n}")))
        office.does(office.registers.order_taken_on(an_order()))
    month = "2026-04" if kind == "fees" else "2026-03"
    counted.since()
    shown = manager.reads(f"{HERE}?kind={kind}&month={month}")[1]
    _, *rest = counted.since()
    assert len(rest) <= 3
    assert ("cursor=" in shown) is (kind != "fees")


def test_all_rows_come_once_page_by_page(office: Office, manager: AtDesk) -> None:
    for n in range(page.PAGE + 5):
        office.does(office.registers.taken_on(a_file(f"p{n}")))
    found, path = list[str](), MARCH
    while path:
        shown = manager.reads(path)[1]
        found += re.findall(r"/registers/seekers/(cnd_\w+)", shown)
        following = re.findall(r'href="([^"]*cursor=[^"]*)"', shown)
        path = following[-1].replace("&amp;", "&") if following else ""
    assert len(found) == len(set(found)) == page.PAGE + 6


def test_a_month_is_saved_in_the_official_columns(office: Office, manager: AtDesk) -> None:
    office.join()
    for kind, head, month in (("seekers", SEEKERS, "2026-03"), ("fees", FEES, "2026-04")):
        status, text = manager.reads(f"{HERE}/csv?kind={kind}&from={month}&to={month}")
        assert status == 200
        first, *rows = csv.reader(io.StringIO(text[1:], newline=""))
        assert tuple(first) == head and len(rows) == 1


def test_what_fits_into_no_one_file_comes_in_parts_and_none_is_lost(
    office: Office, manager: AtDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "FILE", 3)
    for n in range(6):
        office.does(office.registers.taken_on(a_file(f"p{n}")))
    found, path = list[str](), f"{HERE}/csv?kind=seekers&from=2026-03&to=2026-03"
    while path:
        _, shown = manager.reads(path)
        assert "<h1>" in shown
        file, *following = (
            link.replace("&amp;", "&")
            for link in re.findall(r'href="([^"]*part=[^"]*)"', main(shown))
        )
        text = manager.reads(file)[1]
        found += [row[0] for row in csv.reader(io.StringIO(text[1:], newline=""))][1:]
        path = following[0] if following else ""
    assert sorted(found) == sorted(["Ada", *(f"P{n}" for n in range(6))])


def test_an_address_is_added_once_with_its_reason_and_nobodys_data_in_the_log(
    desk: Desk, office: Office, manager: AtDesk
) -> None:
    before = form(manager.reads(path_of(office))[1])
    for _ in range(2):
        led = manager.sends(
            path_of(office), address="東京都千代田区1-1", reason=REASON, once="w", **before
        )
        assert led == (303, f"{path_of(office)}?done=amended")
    assert office.seeker.address == "東京都千代田区1-1"
    assert log(desk.table) == [
        ("register.seeker", office.file.candidate_id, {"reason": REASON}),
    ]
    assert "帳簿に書き足しました" in manager.reads(f"{path_of(office)}?done=amended")[1]


def test_without_a_reason_nothing_is_added_and_what_was_typed_stays(
    desk: Desk, office: Office, manager: AtDesk
) -> None:
    status, shown = manager.sends(path_of(office), address="東京都", reason="")
    assert status == 422
    assert "理由を選んでください" in shown and 'value="東京都"' in shown
    assert office.seeker.address is None and log(desk.table) == []


def test_a_form_in_which_nothing_is_new_says_so(office: Office, manager: AtDesk) -> None:
    status, shown = manager.sends(path_of(office), reason=REASON)
    assert status == 422 and "1つ以上" in shown


def test_who_comes_second_is_told_what_changed_and_loses_nothing(
    desk: Desk, office: Office, manager: AtDesk
) -> None:
    before = form(manager.reads(path_of(office))[1])
    manager.sends(path_of(office), address="東京都", reason=REASON, once="1", **before)
    late = at_desk(desk.table, Role.MANAGER, "taro@agency.example")
    status, shown = late.sends(
        path_of(office), address="大阪府", remark="注意", reason=REASON, once="2", **before
    )
    assert status == 409
    assert "ほかの人が書き足しました" in shown
    assert "<dd>東京都</dd>" in shown and 'value="大阪府"' in shown and 'value="注意"' in shown
    assert office.seeker.address == "東京都"
    again = late.sends(path_of(office), address="大阪府", reason=REASON, once="3", **form(shown))
    assert again[0] == 303
    assert office.seeker.address == "大阪府"


def test_an_employers_address_is_added_and_then_changed(
    desk: Desk, office: Office, manager: AtDesk
) -> None:
    path = f"{HERE}/employers/{BOLT}"
    for n, address in enumerate(("札幌市", "函館市")):
        before = form(manager.reads(path)[1])
        assert manager.sends(path, address=address, reason=REASON, once=str(n), **before)[0] == 303
        assert f'value="{address}"' in manager.reads(path)[1]
    status, _ = manager.sends(path, phone="03-1234-5678", reason=REASON, **before)
    assert status == 409


def test_a_fee_is_collected_and_what_became_of_the_hire_is_noted(
    office: Office, manager: AtDesk
) -> None:
    office.join(a_line(office.made, JOINED))
    path = fee_path(office)
    before = form(manager.reads(path)[1])
    said = {"collected_on": "2026-05-01", "refund_jpy": "100,000", "stay": "stayed"}
    assert manager.sends(path, reason="paid", once="a", **said, **before)[0] == 303
    assert office.fee_item["collected_on"] == "2026-05-01"
    assert office.seeker.dealings[0].refund_jpy == 100_000
    shown = manager.reads(path)[1]
    assert 'value="100000"' in shown and '<option value="stayed" selected>' in shown
    assert manager.sends(path, reason="paid", once="b", refund_jpy="9", **before)[0] == 409


def test_more_than_the_fee_is_said_beside_its_field(office: Office, manager: AtDesk) -> None:
    office.join()
    status, shown = manager.sends(fee_path(office), reason="paid", refund_jpy="5")
    assert status == 422
    assert 'id="refund_jpy-wrong"' in shown and 'value="5"' in shown


def test_advisers_see_no_register_and_their_act_is_refused_and_noted(
    desk: Desk, office: Office
) -> None:
    ada = at_desk(desk.table)
    assert HERE not in ada.reads("/agency")[1]
    for path in (MARCH, path_of(office), f"{HERE}/csv?kind=seekers"):
        assert ada.reads(path)[0] == 403
    assert ada.sends(path_of(office), address="東京都", reason=REASON)[0] == 403
    assert [what for what, *_ in log(desk.table)] == ["refused"]
    assert office.seeker.address is None


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("?kind=nothing", 422),
        ("?month=2026-13", 422),
        ("?cursor=abc", 422),
        ("/seekers/cnd_nobody", 404),
        ("/employers/co_nobody", 404),
        ("/fees/2026-04/rec_none", 404),
        ("/fees/long/rec_none", 404),
        ("/csv?kind=seekers&part=x", 422),
    ],
)
def test_what_is_not_there_is_a_page_that_says_so(manager: AtDesk, path: str, status: int) -> None:
    said, shown = manager.reads(f"{HERE}{path}")
    assert said == status and "<h1" in shown


def test_an_erased_person_stands_there_as_the_law_says(office: Office, manager: AtDesk) -> None:
    office.does(office.registers.given_up(office.file.candidate_id, Ending.ERASED, JOINED))
    assert "本人の請求により個人情報を消去" in manager.reads(MARCH)[1]
    assert registers.seeker(office.file.candidate_id).pk == "REGISTER#seekers#2026-03"
