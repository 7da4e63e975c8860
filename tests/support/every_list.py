"""Every list of the desk, each longer than a page of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

from shared.domain.admission import NoteKind, ScreeningNote
from shared.domain.audit import Audited
from shared.domain.complaint import Complainant, Complaint, ComplaintKind
from shared.domain.credit import Lot, LotState
from shared.domain.drill import Drill, Touched, Window
from shared.domain.edition import Edition
from shared.domain.entry import Entry
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.member import Member, Role
from shared.domain.rights import CameBy, RightsRequest, Wanted
from shared.domain.rules import FIRST
from shared.table import entry_item, keys, lot_item
from shared.table.audits import Audits
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.complaints import Complaints
from shared.table.drills import Drills
from shared.table.members import Members
from shared.table.rights import RightsRequests
from shared.table.rulebook import from_edition
from shared.table.screening_notes import ScreeningNotes
from tests.support.builders import ACME, BOLT, JOBS, NOON, TODAY, a_doorway, a_link
from tests.support.long_lists import APRIL, again, lies, names, poured
from tests.support.recommending import ADA, JOB
from tests.support.stores import on_table
from tests.support.waiting import NEW, everything

MANY: Final = 130
LONG: Final = 230
"""Where a page has a hundred."""
COMPANY: Final = f"/agency/companies/{ACME}"
ORDERS: Final = f"/agency/companies/{BOLT}/job-orders"
FILE: Final = f"/agency/candidates/{ADA}"
BOB: Final = "cnd_01KJP7T0W00000000000000BOB"
CYD: Final = "cnd_01KJP7T0W00000000000000CYD"


@dataclass(frozen=True)
class List:
    """
    Args:
        path: where it begins.
        rows: all there are; one that stands on several pages by right has none.
        row: how a page names one.
        cursor: what its own is called.
        of: its route, where the path is none.
    """

    path: str
    rows: Sequence[str]
    row: str
    cursor: str = "cursor"
    of: str = ""

    @property
    def route(self) -> str:
        return self.of or self.path.partition("?")[0]


HELD, DOUBTED, COUNTED = (names(stem, MANY) for stem in ("held", "doubt", "count"))
ADJUSTED, NOTES, LINKS = (names(stem, MANY) for stem in ("adj_n", "note_n", "long"))
PENDING, ACTIVE, STOPPED = (names(stem, MANY) for stem in ("co_w", "co_a", "co_s"))
FILES, PAIRED, SEEKERS = (
    names(f"cnd_01KJP7T0W0{kind}0000000000", MANY) for kind in ("F", "P", "S")
)
MESSAGES, ACTS, HANDED = (names(stem, MANY) for stem in ("msg_", "act_", "cnd_given"))
AGREED, FEES, UNANSWERED, JOINED = (names(f"rec_{kind}", MANY) for kind in ("n", "f", "u", "j"))
POSTED, OPEN, LISTED = (names(f"job_01KJP7T0W0{kind}0000000000", MANY) for kind in ("P", "O", "L"))
LOGGED, DRILLS, GONE = (names(stem, MANY) for stem in ("cpl_l", "drl_n", "cnd_gone"))
ASKED, ANSWERED = (names(stem, MANY) for stem in ("rgt_n", "rgt_o"))
WAITING, CLOSED = (names(stem, MANY) for stem in ("cpl_n", "cpl_o"))
PEOPLE: Final = names("per_", LONG)
CREDITS: Final = [*map(str, range(1, LONG + 1))]
ENTRIES: Final = [*map(str, range(1, MANY + 1))]
VERSIONS: Final = [*map(str, range(2, 50))]
FIRST_CELL: Final = r'<tr><th scope="row">\D*?(\d+)\D'
REGISTERS: Final = "/agency/registers"

LISTS: Final = {
    "registrations": List("/agency/registrations", HELD, r"registrations/reg_(\w+?)_co_acme\""),
    "of one cause": List(
        "/agency/registrations?cause=own_domain", HELD, r"registrations/reg_(\w+?)_co_acme\""
    ),
    "reversals": List("/agency/reversals", DOUBTED, r"registrations/reg_(\w+?)_co_acme\""),
    "adjustments": List("/agency/adjustments", ADJUSTED, r"adjustments/(\w+)/approve"),
    "companies": List("/agency/companies", PENDING, r"companies/(co_\w+)\""),
    "active": List("/agency/companies?state=active", ACTIVE, r"companies/(co_\w+)\""),
    "suspended": List("/agency/companies?state=suspended", STOPPED, r"companies/(co_\w+)\""),
    "notes": List(COMPANY, NOTES, r"<p>(note_\w+)</p>", of="/agency/companies/<company_id>"),
    **{
        name: List(f"{COMPANY}/{name}", rows, row, of=f"/agency/companies/<company_id>/{name}")
        for name, rows, row in (
            ("links", LINKS, r"<bdi>(long\d+)</bdi>"),
            ("credits", CREDITS, FIRST_CELL),
            ("ledger", ENTRIES, r'<td class="n" data-as="[^"]*">(\d+)</td></tr>'),
        )
    },
    "counted": List(
        f"{COMPANY}/counted?month=2026-03",
        COUNTED,
        r"counted/reg_(\w+?)_co_acme\"",
        of="/agency/companies/<company_id>/counted",
    ),
    "candidates": List("/agency/candidates", FILES, r"candidates/(cnd_\w+)\""),
    "messages": List(
        f"{FILE}/messages",
        MESSAGES,
        r'<p class="words">(msg_\w+)</p>',
        of="/agency/candidates/<candidate_id>/messages",
    ),
    "history": List(
        f"{FILE}/history", ACTS, r"<li>(act_\d+) ", of="/agency/candidates/<candidate_id>/history"
    ),
    "duplicates": List("/agency/duplicates", PAIRED, r"~(cnd_\w+)/distinct"),
    "recommendations": List("/agency/recommendations", AGREED, r"recommendations/(rec_\w+)\""),
    "unanswered": List("/agency/recommendations/asked", UNANSWERED, r"recommendations/(rec_\w+)\""),
    "joined": List("/agency/recommendations/joined", JOINED, r"recommendations/(rec_\w+)\""),
    "what to ask about": List(
        f"/agency/candidates/{CYD}/ask",
        OPEN,
        r"job-orders/(job_\w+)/ask",
        of="/agency/candidates/<candidate_id>/ask",
    ),
    "introduced": List(
        f"{ORDERS}/{JOB}",
        AGREED,
        r"recommendations/(rec_\w+)\"",
        of="/agency/companies/<company_id>/job-orders/<job_order_id>",
    ),
    "whom to ask": List(
        f"{ORDERS}/{JOB}/ask",
        FILES,
        r"candidate=(cnd_\w+)\"",
        of="/agency/companies/<company_id>/job-orders/<job_order_id>/ask",
    ),
    "posted": List("/agency/job-orders", POSTED, r"job-orders/(job_\w+)\""),
    "open": List("/agency/job-orders", OPEN, r"job-orders/(job_\w+)\"", "open"),
    "a company's": List(
        ORDERS,
        [*POSTED, *OPEN],
        r"job-orders/(job_\w+)\"",
        of="/agency/companies/<company_id>/job-orders",
    ),
    "provisions": List(
        f"/agency/provision-records?month={APRIL}", HANDED, r"candidates/(cnd_\w+)\""
    ),
    "seekers": List(f"{REGISTERS}?month=2026-03", SEEKERS, r"seekers/(cnd_\w+)\""),
    "orders": List(
        f"{REGISTERS}?kind=orders&month=2026-03", LISTED, r"<th scope=\"row\">(job_\w+)"
    ),
    "fees": List(f"{REGISTERS}?kind=fees&month={APRIL}", FEES, r"fees/[\d-]+/(rec_\w+)\""),
    "employers": List(f"{REGISTERS}?kind=employers&month=2026-03", [], r"employers/(co_\w+)\""),
    "audit": List(
        "/agency/audit?month=2026-03", LOGGED, r"<bdi>\w*(cpl_l\d+)|address\">(cpl_l\d+)"
    ),
    "rights": List("/agency/rights", ASKED, r"rights/(rgt_\w+)\""),
    "rights over": List("/agency/rights", ANSWERED, r"rights/(rgt_\w+)\"", "older"),
    "complaints": List("/agency/complaints", WAITING, r"complaints/(cpl_\w+)\""),
    "complaints closed": List("/agency/complaints", CLOSED, r"complaints/(cpl_\w+)\"", "older"),
    "drills": List("/agency/drill", DRILLS, r"drill/(drl_\w+)\""),
    "erasures": List(f"/agency/retention?month={APRIL}", GONE, r"class=\"address\">(cnd_gone\d+)<"),
    "rules": List("/agency/rules", VERSIONS, FIRST_CELL),
    "members": List("/agency/members", PEOPLE, r"members/(per_\w+)\""),
}


def filled(table: Table) -> None:
    """An agency that has so much of everything."""
    everything(table)
    _registrations(table)
    _companies(table)
    _people(table)
    _orders(table)
    _registers(table)
    _agency(table)


def _registrations(table: Table) -> None:
    held, doubted = (keys.Key(f"REG#reg_{n}_{ACME}", "REG") for n in ("hana", "doubted"))
    again(table, held, HELD, "hana")
    again(table, doubted, COUNTED, "doubted")
    again(table, keys.Key(doubted.pk, "REVERSAL"), DOUBTED, "doubted")


def _companies(table: Table) -> None:
    again(table, keys.company(NEW), PENDING, NEW)
    again(table, keys.company(BOLT), ACTIVE, BOLT)
    again(table, keys.company(BOLT), STOPPED, BOLT, put={"state": "suspended"})
    again(table, keys.adjustment(ACME, "adj_1"), ADJUSTED, "adj_1")
    note = ScreeningNote("note_1", NOON, "somebody", NoteKind.NOTE, "note_1")
    ScreeningNotes(table).add(ACME, note)
    again(table, keys.screening_note(ACME, stamp(NOON), "note_1"), NOTES, "note_1")
    made = a_link("long", label="long")
    on_table(table).links.add(made, a_doorway("long"))
    again(table, keys.link(ACME, made.link_id), LINKS, "long")
    poured(table, _books(ACME))


def _books(company_id: CompanyId) -> Iterator[tuple[keys.Key, Mapping[str, Any]]]:
    for n in map(int, CREDITS):
        lot = Lot(f"crd_{n}", company_id, n, LotState.AVAILABLE, NOON, NOON + timedelta(700))
        yield keys.lot(company_id, n), lot_item.to_item(lot)
    for seq in map(int, ENTRIES):
        entry = Entry(company_id, seq, f"grant:{seq}", "grant", 1, TODAY, TODAY, 1, "")
        yield keys.entry(company_id, seq), entry_item.to_item(entry.sealed())


def _people(table: Table) -> None:
    file = keys.Key(f"CANDIDATE#{CYD}", "FILE")
    again(table, file, FILES, CYD)
    again(table, file, PAIRED, CYD, remove=keys.DUE)
    again(table, keys.duplicate(f"{ADA}~{BOB}"), PAIRED, BOB)
    poured(table, (_message(name) for name in MESSAGES))
    poured(table, map(an_act, ACTS))


def _message(name: str) -> tuple[keys.Key, Mapping[str, Any]]:
    said = {"message_id": name, "author": "adviser", "text": name, "at": stamp(NOON), "by": name}
    return keys.part_of_file(ADA, keys.THREAD_PREFIX, name), said


def an_act(name: str) -> tuple[keys.Key, Mapping[str, Any]]:
    said = {"act": name, "by": name, "at": stamp(NOON)}
    return keys.part_of_file(ADA, keys.ACT_PREFIX, f"{name}#{ADA}#{int(name[-5:])}"), said


def _orders(table: Table) -> None:
    again(table, keys.job_order(BOLT, JOBS[2]), POSTED, JOBS[2])
    again(table, keys.job_order(BOLT, JOB), OPEN, JOB)
    for named, rec in ((AGREED, "rec_bob"), (UNANSWERED, "rec_cyd"), (JOINED, "rec_ada")):
        again(table, keys.Key(f"COMPANY#{BOLT}", f"REC#{JOB}#{rec}"), named, rec)


def _registers(table: Table) -> None:
    again(table, lies(table, "PROVISION#"), HANDED, ADA, "rec_ada", in_april=True)
    again(table, keys.register("seekers", "2026-03", ADA), SEEKERS, ADA)
    again(table, keys.register("orders", "2026-03", JOB), LISTED, JOB, "開発エンジニア")
    again(table, lies(table, "REGISTER#fees#"), FEES, "rec_ada", in_april=True)
    erased = {"at": stamp(NOON), "asked_at": stamp(NOON), "files": 1}
    poured(
        table,
        ((keys.Key(keys.erasures(APRIL), f"{stamp(NOON)}#{name}"), erased) for name in GONE),
    )


def _agency(table: Table) -> None:
    act = Audited("aud_1", NOON, "somebody", "ses_1", "complaint.add", "cpl_x", {})
    table.commit(Audits(table).note(act))
    again(table, keys.audit(stamp(NOON), "aud_1"), LOGGED, "aud_1", "cpl_x")
    window = Window(NOON, NOON + timedelta(hours=1), (Touched.CV,), NOON)
    Drills(table).add(Drill("drl_1", NOON, "somebody", window, 1, 1, 1, "text"))
    again(table, keys.drill("drl_1"), DRILLS, "drl_1")
    poured(table, (_version(int(n)) for n in VERSIONS))
    Members(table).enrol(PersonKey("per_x"), Member("道標", "x@agency.example", Role.ADVISER, NOON))
    again(table, keys.member(PersonKey("per_x")), PEOPLE, "per_x")
    _asked_of_us(table)


def _version(n: int) -> tuple[keys.Key, Mapping[str, Any]]:
    rules = replace(FIRST, version=n, effective_from=FIRST.effective_from + timedelta(n))
    return keys.rules(n), from_edition(Edition(rules, NOON, "somebody"))


def _asked_of_us(table: Table) -> None:
    over = {"closed_at": stamp(NOON), "closed_by": "somebody", "outcome": "text"}
    asked = RightsRequest("rgt_x", Wanted.STOP, CameBy.EMAIL, TODAY, "text", None, "a", NOON)
    RightsRequests(table).add(asked)
    key = keys.rights_request("rgt_x")
    again(table, key, ASKED, "rgt_x")
    again(table, key, ANSWERED, "rgt_x", put={**over, "state": "answered"}, remove=keys.DUE)
    said = Complainant.OTHER, ComplaintKind.OTHER, "text"
    Complaints(table).add(Complaint("cpl_x", TODAY, "a", NOON, *said))
    key = keys.complaint("cpl_x")
    again(table, key, WAITING, "cpl_x")
    again(table, key, CLOSED, "cpl_x", put=over, remove=keys.DUE)
