"""A draft of the report to the authority: the nine points of the enforcement rule's article 8."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from shared.domain.agency import Agency
from shared.domain.drill import Drill, Touched
from shared.domain.locale import Locale
from shared.domain.tokyo import day
from shared.pages.when import day as day_in_words
from shared.pages.when import moment

POINTS: Final = (
    *("head", "summary", "data", "number", "cause", "harm", "answer"),
    *("published", "prevention", "other"),
)
type Lines = list[tuple[str, str]]


def lines(drill: Drill, agency: Agency, said: Mapping[str, Any], locale: Locale) -> Lines:
    """Each point with what is known; what nobody knows yet is asked for in brackets."""
    draft, window = said["draft"], drill.window
    learnt = day(window.learnt_at)
    told = {
        "agency": agency.name_in(locale),
        "licence": agency.licence_number,
        "begin": moment(window.begin, locale),
        "end": moment(window.end, locale),
        "learnt": moment(window.learnt_at, locale),
        "kinds": said["and"].join(said["kinds"][kind] for kind in window.touched),
        "people": f"{drill.people:,}",
        "companies": f"{drill.companies:,}",
        "first": day_in_words(window.first_by(learnt), locale),
        "full": day_in_words(window.full_by(learnt), locale),
        "outcome": drill.outcome,
        "sensitive": said["cv_too"] if Touched.CV in window.touched else "",
        "why": said["and"].join(said["why"][why] for why in drill.why) or said["why_not"],
    }
    return [(draft[point]["title"], draft[point]["text"].format(**told)) for point in POINTS]


def text(draft: Iterable[tuple[str, str]]) -> str:
    return "\n\n".join(f"{title}\n{body}" for title, body in draft) + "\n"
