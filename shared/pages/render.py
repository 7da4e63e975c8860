"""Words, an agency and a template make a document. Templates are compiled once, when first used."""

from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.pages import statics
from shared.pages.catalogue import fill, words
from shared.pages.locale import OTHER
from shared.pages.style import favicon, sign, style
from shared.pages.when import day

TEMPLATES: Final = Path(__file__).parent / "templates"


def mailto(address: str) -> Markup:
    return Markup('<a href="mailto:{0}">{0}</a>').format(address)


@cache
def environment(*folders: Path) -> Environment:
    """Templates of these folders, and behind them ours. All is escaped but what ends in .txt."""
    env = Environment(
        loader=FileSystemLoader([*folders, TEMPLATES]),
        autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["mailto"] = mailto
    env.globals.update(fill=fill, style=style(), sign=sign(), favicon=favicon())
    env.globals.update(touch_icon=statics.path("apple-touch-icon.png"))
    return env


def who(agency: Agency, locale: Locale) -> dict[str, Any]:
    """What every page and mail says of the agency (ESA 30)."""
    return {
        "agency": agency,
        "agency_name": agency.name_in(locale),
        "licence_until": day(agency.licence_until, locale),
    }


def document(page: str, locale: Locale, agency: Agency, **values: Any) -> str:
    """The whole HTML of a page in `templates/`; `values` are the page's own."""
    own = words(locale, page)
    said = {"w": own, "frame": own["frame"], "locale": locale, "other": OTHER[locale]}
    template = environment().get_template(f"{page}.html")
    return template.render(who(agency, locale) | said | {"switch": None, "mistakes": {}} | values)


def part(name: str, **values: Any) -> str:
    """One template, as it stands: a part of a mail."""
    return environment().get_template(name).render(values)
