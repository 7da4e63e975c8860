"""A candidate hands in their CV by a page's form, looks at it, and takes it away."""

import re

from shared.domain.ids import CvId
from shared.table import keys
from tests.support.cvs import SCRIPT, a_pdf
from tests.support.own_page import Ada

ID = CvId("cv_01JZ0000000000000000000001")


def test_the_form_goes_to_the_bucket_and_nowhere_else(ada: Ada) -> None:
    reply = ada.asks("GET", "/me/cv")
    policy = reply["headers"]["Content-Security-Policy"]
    assert "form-action 'self' https://cvs.example;" in policy
    assert 'action="https://cvs.example" enctype="multipart/form-data"' in reply["body"]
    form = reply["body"].partition("https://cvs.example")[2]
    assert 'name="form"' not in form.partition("</form>")[0]


def test_what_came_in_is_kept_once_its_owner_says_so(ada: Ada) -> None:
    ada.cvs.send(ada.candidate_id, ID, a_pdf("Ada"))
    assert "まだアドバイザーには見えていません" in ada.opens(f"/me/cv/{ID}")
    assert not ada.parts(keys.CV_PREFIX)
    assert ada.sends(f"/me/cv/{ID}/received")["statusCode"] == 303
    assert [part["cv_id"] for part in ada.parts(keys.CV_PREFIX)] == [ID]
    assert "PDF形式" in ada.opens("/me/cv")
    assert ada.sends("/me/cv/open")["headers"]["Location"].startswith("https://cvs.example/kept/")


def test_what_is_no_cv_is_refused_beside_the_field(ada: Ada) -> None:
    ada.cvs.send(ada.candidate_id, ID, SCRIPT)
    reply = ada.sends(f"/me/cv/{ID}/received")
    assert reply["statusCode"] == 422
    assert re.search(r'id="file-wrong">PDFかWord', reply["body"])
    assert not ada.cvs.objects


def test_it_goes_when_they_take_it_away(ada: Ada) -> None:
    ada.cvs.send(ada.candidate_id, ID, a_pdf("Ada"))
    ada.sends(f"/me/cv/{ID}/received")
    ada.sends("/me/cv/delete")
    assert not ada.cvs.objects
    assert not ada.parts(keys.CV_PREFIX)
    assert ada.sends("/me/cv/delete")["statusCode"] == 303


def test_a_name_that_is_none_is_not_there(ada: Ada) -> None:
    assert ada.asks("GET", "/me/cv/cv_nobodys")["statusCode"] == 404
