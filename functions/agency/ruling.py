"""A new version of the rules, by a key or by hand."""

from functions.agency.rules_flow import make
from shared.acts import Act
from shared.contracts.rules import EditionAnswer, RulesRequest
from shared.domain.edition import Edition
from shared.pages.rules import in_words
from shared.table.rulebook import Rulebook
from shared.wires import table


def rule(doing: Act, asked: RulesRequest, *, after: int | None = None) -> EditionAnswer:
    """
    Args:
        after: the newest version, as whoever asks knows it.
    """
    written = doing.written(Rulebook, "rules.make", "rules", answer, 201)
    with doing.answering():
        made = make(
            asked.changed(),
            effective_from=asked.effective_from,
            made_by=doing.who,
            rulebook=Rulebook(table()),
            written=written,
            now=doing.now,
            after=after,
        )
    return answer(made)


def answer(edition: Edition, *, is_in_force: bool = False) -> EditionAnswer:
    return EditionAnswer.of(edition, in_words(edition.rules), is_in_force=is_in_force)
