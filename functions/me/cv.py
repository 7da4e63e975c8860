from collections.abc import Mapping
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit

from aws_lambda_powertools.event_handler import Response

from functions.me import told
from functions.me.room import back, event, locale, me, routes, shown
from shared import clock, cv_keeping, request, signed_in
from shared.aws import clients
from shared.aws.cvs import Cvs
from shared.cv.judge import Reading
from shared.domain.cv import MediaType, is_cv_id
from shared.domain.errors import CvNotFound, CvRefused, NotFound
from shared.domain.ids import CvId
from shared.mint import mint
from shared.pages import csp
from shared.settings import CV_BUCKET, setting
from shared.table.cv_parts import CvParts
from shared.wires import table

router = routes()
HERE: Final = "/me/cv"


def bucket() -> str:
    return setting(CV_BUCKET)


@cache
def cvs() -> Cvs:
    """Not at start: who asks for something else need not wait for S3's client."""
    return Cvs(bucket(), clients.s3())


@router.get(HERE)
def look() -> Response[str]:
    return _page({})


@router.get("/me/cv/<cv_id>")
def came_in(cv_id: str) -> Response[str]:
    """Where the bucket leads a browser. Nothing is kept before its owner says so."""
    if not is_cv_id(cv_id):
        raise NotFound("there is nothing here")
    values = {"here": f"{HERE}/{cv_id}/received"}
    return shown(router, "cv_received", values)


@router.post("/me/cv/<cv_id>/received")
def received(cv_id: str) -> Response[str]:
    try:
        cv_keeping.receive(
            me(router),
            CvId(cv_id),
            now=clock.now(),
            reading=Reading(),
            cvs=cvs(),
            candidates=CvParts(table()),
            written=lambda _: CvParts(table()),
        )
    except (CvRefused, CvNotFound) as error:
        if request.prefers_json(event(router)):
            raise
        reason = error.reason if isinstance(error, CvRefused) else "not_found"
        return _page({"file": str(reason)})
    return back(router, HERE, "kept")


@router.post("/me/cv/open")
def open_it() -> Response[str]:
    """A door that stands open for minutes: made when asked for, and kept on no page."""
    now = clock.now()
    _, view = cv_keeping.show(me(router), now=now, cvs=cvs(), candidates=CvParts(table()))
    return signed_in.to(view.url)


@router.post("/me/cv/delete")
def delete() -> Response[str]:
    cv_keeping.take_away(me(router), cvs=cvs(), candidates=CvParts(table()))
    return back(router, HERE, "deleted")


def _page(wrong: Mapping[str, str]) -> Response[str]:
    holder, now = CvParts(table()).find(me(router)), clock.now()
    cv_id = CvId(mint("cv", now))
    there = f"{request.origin(event(router))}{HERE}/{cv_id}?lang={locale(router)}"
    offer = cvs().offer(me(router), cv_id, MediaType.PDF, now, there)
    values: dict[str, Any] = {
        "cv": told.cv(holder.cv, locale(router)) if holder.cv else None,
        "offer": offer,
        "mistakes": wrong,
    }
    door = urlsplit(offer.url)
    allowed = {
        "Content-Security-Policy": csp.posting_to(f"{door.scheme}://{door.netloc}"),
    }
    return shown(router, "cv", values, status=422 if wrong else 200, headers=allowed)
