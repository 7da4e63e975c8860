from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.inform.front import PATH, front
from shared import clock, people, request, web
from shared.domain.errors import NotFound
from shared.domain.locale import Locale
from shared.domain.tokyo import TOKYO
from shared.edge import lock
from shared.observe import logger, metrics
from shared.pages import texts
from shared.pages.public import public
from shared.pages.texts import PATHS, Text
from shared.settings import at_start
from shared.wires import programme

app = web.resolver(people.refuse)
NAMES = {path: name for name, path in PATHS.items()}


def enter() -> Response[str]:
    return _said(front(people.locale_of(app.current_event.raw_event), people.agency()))


def read() -> Response[str]:
    """A text as it is today, or as it was: `?version=`."""
    event = app.current_event.raw_event
    locale = people.locale_of(event)
    text = _text(NAMES[event["rawPath"]], request.query(event), locale)
    rules = programme().at(_last_moment(text, locale))
    return _said(public(locale=locale, agency=people.agency(), text=text, rules=rules))


def _said(page: str) -> Response[str]:
    is_head = app.current_event.raw_event["requestContext"]["http"]["method"] == "HEAD"
    return people.html(200, "" if is_head else page)


app.route(PATH, method=["GET", "HEAD"])(enter)
for path in NAMES:
    app.route(path, method=["GET", "HEAD"])(read)


def _text(name: str, query: Mapping[str, str], locale: Locale) -> Text:
    """Raises NotFound: there never was this version."""
    if not query.get("version"):
        return texts.current(name, locale)
    try:
        return texts.of_version(name, query["version"], locale)
    except LookupError:
        raise NotFound("there is no such version") from None


def _last_moment(text: Text, locale: Locale) -> datetime:
    """A text that is over is read with the figures it ended with."""
    over, now = texts.over_on(text, locale), clock.now()
    return min(now, datetime.combine(over, time(), TOKYO)) if over else now


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, people.refuse)


at_start(lock, people.agency, programme)
