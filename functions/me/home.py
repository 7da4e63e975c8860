import json
from datetime import datetime
from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.me import told
from functions.me.room import event, locale, me, routes, shown
from shared import clock, people, request, web
from shared.domain.message import Message
from shared.domain.own import Own, standing
from shared.pages.catalogue import isolated
from shared.pages.when import day_of, moment
from shared.table.own_files import OwnFiles
from shared.wires import table

router = routes()


@router.get("/me")
def home() -> Response[str]:
    (own, last), now = OwnFiles(table()).with_last_message(me(router)), clock.now()
    if request.prefers_json(event(router)):
        said = json.dumps(_data(own, now), ensure_ascii=False)
        return Response(200, request.JSON, said, headers=web.SAFE)
    return shown(router, "home", _values(own, last, now))


def _values(own: Own, last: Message | None, now: datetime) -> dict[str, Any]:
    file, spoken = own.file, locale(router)
    jobs = [told.introduction(one, now, spoken) for one in own.introductions]
    return {
        "full_name": isolated(file.candidate.full_name),
        "standing": standing(file, now),
        "adviser": isolated(file.adviser) if file.adviser else None,
        "contact_by": moment(file.contact_by, spoken) if file.contact_by else "",
        "withdrawn_on": day_of(file.withdrawn_at, spoken) if file.withdrawn_at else "",
        "email": people.agency().contact_email,
        "questions": [job for job in jobs if job["waits"] and file.is_open],
        "jobs": [job for job in jobs if not job["waits"]],
        "last": told.message(last, spoken) if last else None,
        "has_cv": own.cv is not None,
    }


def _data(own: Own, now: datetime) -> dict[str, Any]:
    """What the page says, for a program."""
    file = own.file
    consents = {
        name: getattr(file.consents, name) for name in ("news", "statistics", "ai_matching")
    }
    return {
        "candidate_id": file.candidate_id,
        "status": standing(file, now),
        "adviser": file.adviser,
        "contact_by": file.contact_by.isoformat() if file.contact_by else None,
        "consents": {"core": file.withdrawn_at is None, **consents},
        "blocked": list(file.blocked),
        "has_cv": own.cv is not None,
        "jobs": [
            {
                "company": one.company_name,
                "title": one.order.title if one.order else None,
                "stage": one.recommendation.stage,
                "question": told.question(file.candidate_id, one.recommendation.recommendation_id)
                if one.may_answer(now)
                else None,
            }
            for one in own.introductions
        ],
        "provided": [
            {"to": made.company_name, "at": made.at.isoformat(), "items": list(made.items)}
            for made in own.provisions
        ],
    }
