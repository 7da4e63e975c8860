"""A candidate's own page, by the session a sign-in opened: `me`."""

import html
import re
from dataclasses import replace
from datetime import UTC, datetime

import httpx

from shared.domain.ids import CandidateId, PersonKey
from shared.domain.seat import Kind, Seat
from shared.domain.session import opened
from shared.mint import key_digest, mint, session_token
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.sessions import Sessions
from tests.iam.stage import Stage
from tests.iam.subjects import NUMBERS, Subjects
from tests.support.aftercare import a_file, open_file
from tests.support.cv_form import filled_in
from tests.support.cvs import a_pdf

FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


class Own:
    """Somebody with a file, signed in."""

    def __init__(self, stage: Stage) -> None:
        self.stage, now = stage, datetime.now(UTC)
        self.token, self.candidate_id = session_token(), CandidateId(mint("cnd", now))
        self.person = PersonKey(f"person-{next(NUMBERS)}")
        open_file(stage.core, replace(a_file(), candidate_id=self.candidate_id))
        seat = Seat(Kind.CANDIDATE, self.candidate_id)
        new = opened(key_digest(self.token), self.person, (seat,), "ja", now)
        Sessions(stage.core).open(new)

    def asks(self, method: str, path: str, **form: str) -> httpx.Response:
        word = self.stage.pepper.form_word(key_digest(self.token))
        headers = {"Cookie": f"__Host-relay={self.person}.{self.token}", "Accept": "text/html"}
        data = {"form": word, **form} if method == "POST" else None
        return self.stage.visit.ask(method, path, headers=headers, data=data)


def a_company_is_blocked(stage: Stage) -> None:
    own = Own(stage)
    assert own.asks("GET", "/me").status_code == 200
    assert own.asks("POST", "/me/blocked", company="ボルト").status_code == 303
    assert CandidateFiles(stage.core).find(own.candidate_id).blocked == ("ボルト",)


def a_cv_is_handed_in_and_taken_away(stage: Stage) -> None:
    own = Own(stage)
    form = own.asks("GET", "/me/cv").text.partition('enctype="multipart/form-data"')
    url = html.unescape(re.findall(r'action="([^"]+)"', form[0])[-1])
    fields = {name: html.unescape(value) for name, value in FIELD.findall(form[2])}
    with httpx.Client(trust_env=False, timeout=60) as browser:
        sent = browser.send(filled_in(url, fields, a_pdf("Ada")))
    assert sent.status_code == 303
    name = httpx.URL(sent.headers["Location"]).path.rpartition("/")[2]
    assert own.asks("POST", f"/me/cv/{name}/received").status_code == 303
    assert stage.core.get(keys.part_of_file(own.candidate_id, keys.CV_PREFIX, name))
    opened = own.asks("POST", "/me/cv/open").headers["Location"]
    assert httpx.get(opened, trust_env=False).content == a_pdf("Ada")
    assert own.asks("POST", "/me/cv/delete").status_code == 303
    assert not stage.core.get(keys.part_of_file(own.candidate_id, keys.CV_PREFIX, name))


def a_cv_nobody_sent_is_asked_for_again(stage: Stage) -> None:
    path = "/me/cv/cv_01JZ0000000000000000000000/received"
    assert Own(stage).asks("POST", path).status_code == 422


def who_never_asked_is_written_to_no_more(stage: Stage) -> None:
    subjects = Subjects(stage)
    taken_in = subjects.taken_in(subjects.company())
    path = f"/not-me/{stage.pepper.token('not-me', taken_in.registration_id)}"
    assert stage.visit.ask("POST", path).status_code == 303
    assert stage.core.get(keys.suppressed(stage.pepper.person(taken_in.candidate.email)))
