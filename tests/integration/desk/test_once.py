"""Every act is noted with who did it, and asked again under its key it is once."""

from concurrent.futures import ThreadPoolExecutor

from tests.support.acts import SAID, let_in
from tests.support.builders import ACME, a_company
from tests.support.desk import ADA, HANAKO, TARO, Desk

HERE = f"/companies/{ACME}"


def told(desk: Desk) -> list[tuple[str, str, str]]:
    items = desk.knows("/audit-log")["items"]
    return [(item["what"], item["about"], item["key_id"]) for item in items]


def test_an_act_is_in_the_log_with_who_and_when_newest_first(desk: Desk) -> None:
    desk.stores.companies.ask(a_company(), "visitor", None, SAID)
    desk.posts(f"{HERE}/approve", by=TARO)
    desk.posts(f"{HERE}/suspend", {"reason": "x"}, by=TARO)
    assert told(desk) == [
        ("company.suspended", ACME, f"key_{TARO}"),
        ("company.approved", ACME, f"key_{TARO}"),
    ]


def test_a_refused_act_is_not_in_the_log(desk: Desk) -> None:
    let_in(desk.stores)
    assert desk.asks("POST", f"{HERE}/refuse", {"reason": "x"})[0] == 409
    assert told(desk) == []


def test_the_same_key_and_body_is_one_note_and_one_answer(desk: Desk) -> None:
    let_in(desk.stores)
    said = [desk.posts(f"{HERE}/notes", {"text": "x"}, once="k") for _ in range(3)]
    assert said[0] == said[1] == said[2]
    assert len(desk.knows(HERE)["notes"]) == 1
    assert len(told(desk)) == 1


def test_the_same_key_with_another_body_is_refused(desk: Desk) -> None:
    let_in(desk.stores)
    desk.posts(f"{HERE}/suspend", {"reason": "x"}, once="k")
    status, said = desk.asks("POST", f"{HERE}/suspend", {"reason": "y"}, once="k")
    assert (status, said["code"]) == (409, "idempotency_mismatch")


def test_an_act_is_answered_as_before_though_the_world_moved_on(desk: Desk) -> None:
    let_in(desk.stores)
    first = desk.posts(f"{HERE}/suspend", {"reason": "x"}, once="k")
    desk.posts(f"{HERE}/resume")
    assert desk.posts(f"{HERE}/suspend", {"reason": "x"}, once="k") == first
    assert desk.knows(HERE)["company"]["state"] == "active"


def test_a_key_of_one_is_not_the_others(desk: Desk) -> None:
    let_in(desk.stores)
    for by in (HANAKO, TARO):
        desk.posts(f"{HERE}/notes", {"text": "x"}, once="k", by=by)
    assert len(desk.knows(HERE)["notes"]) == 2


def test_a_log_is_read_by_month_in_pages(desk: Desk) -> None:
    let_in(desk.stores)
    for n in range(5):
        desk.posts(f"{HERE}/notes", {"text": str(n)})
    first = desk.knows("/audit-log", limit="3")
    rest = desk.knows("/audit-log", limit="3", cursor=first["next_cursor"])
    assert (len(first["items"]), len(rest["items"]), rest["next_cursor"]) == (3, 2, None)
    assert desk.knows("/audit-log", month="2020-01")["items"] == []
    assert desk.asks("GET", "/audit-log", query={"month": "2020-13"})[0] == 422


def test_an_adviser_decides_nothing_that_needs_a_manager(desk: Desk) -> None:
    let_in(desk.stores)
    for path, body in (
        ("/adjustments/adj_x/approve", None),
        ("/adjustments/adj_x/reject", None),
    ):
        status, said = desk.asks("POST", path, body, by=ADA)
        assert (status, said["code"]) == (403, "insufficient_scope")


def test_an_act_that_left_nothing_to_do_is_answered_as_before_too(desk: Desk) -> None:
    let_in(desk.stores)
    first = desk.posts(f"{HERE}/approve", once="k")
    desk.posts(f"{HERE}/suspend", {"reason": "x"})
    assert desk.posts(f"{HERE}/approve", once="k") == first
    assert desk.knows(HERE)["company"]["state"] == "suspended"
    assert [what for what, *_ in told(desk)] == ["company.suspended"]


def test_who_asks_at_once_under_one_key_is_answered_as_one(desk: Desk) -> None:
    let_in(desk.stores)
    made = desk.posts(f"{HERE}/adjustments", {"amount": 1, "reason": "x"})
    path = f"/adjustments/{made['adjustment_id']}/approve"
    with ThreadPoolExecutor(4) as crowd:
        said = list(crowd.map(lambda _: desk.asks("POST", path, by=TARO, once="k"), range(4)))
    good = {status for status, _ in said}
    assert good <= {200, 503} and 200 in good
    assert desk.asks("POST", path, by=TARO, once="k")[0] == 200
    assert [what for what, *_ in told(desk)].count("adjustment.approve") == 1
