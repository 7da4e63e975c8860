"""The mail that shows a company's member a sentence of the library as it will be read."""

from typing import Final

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.purpose import Transactional
from shared.pages.catalogue import one_line, words
from shared.pages.letter import Letter, Rendered
from shared.pages.sentences import Snippet

SAMPLE: Final = Transactional("its reader asked a moment ago to see it in their own mailbox")


def sample_mail(*, locale: Locale, agency: Agency, name: str, snippet: Snippet) -> Rendered:
    """`locale` is the reader's; the sentences are in their own."""
    said = words(locale, "sample_mail")["sample"]
    values = {"name": one_line(name), "subject": snippet.subject}
    letter = Letter(said, values, SAMPLE, greeting=said["greeting"], pasted=snippet)
    return letter.rendered(locale, agency)
