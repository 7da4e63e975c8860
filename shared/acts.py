"""What every act here has in common: somebody does it, it is noted, and asked again it is once.

The agency's acts are in its own log, a company's in the company's. Acts by hand: signed_acts.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import clock, mint, programs, request, web
from shared.contracts.wire import Answer
from shared.domain.access import Caller
from shared.domain.audit import Audited
from shared.domain.errors import (
    Answered,
    IdempotencyMismatch,
    InsufficientScope,
    RelayError,
    Unavailable,
)
from shared.domain.ids import CompanyId
from shared.domain.millisecond import to_the_millisecond
from shared.domain.once import Once, Reply
from shared.table.answers import Answers
from shared.table.audits import Audits
from shared.table.commit import Table
from shared.table.writes import Write
from shared.wires import table


def asking(router: APIGatewayHttpRouter, scope: str) -> Caller:
    """Who asks, if their key may. Raises InsufficientScope."""
    caller: Caller = router.context["caller"]
    caller.check(scope)
    return caller


def said[A: Answer](answer: A, status: int = 200) -> Response[A]:
    return Response(status, request.JSON, answer, headers=web.SAFE)


@dataclass(frozen=True, slots=True)
class Witnessed(Table):
    """Says whether anything was committed by it."""

    done: list[bool] = field(default_factory=list)

    def commit(self, *writes: Write) -> None:
        Table.commit(self, *writes)
        self.done.append(True)


@dataclass(frozen=True, slots=True)
class Act:
    """
    Args:
        then: where a person reads what came of it; a program is answered at once.
    """

    caller: Caller
    now: datetime
    once: Once | None
    done: list[bool] = field(default_factory=list)
    then: str | None = None

    @property
    def who(self) -> str:
        return self.caller.who

    @property
    def company_id(self) -> CompanyId:
        """Raises InsufficientScope: nobody's company."""
        if self.caller.company_id is None:
            raise InsufficientScope("this key speaks for no company")
        return self.caller.company_id

    def noted(self, what: str, about: str, told: Mapping[str, str]) -> Audited:
        audit_id = mint.mint("aud", self.now)
        by = self.who, self.caller.key_id
        return Audited(audit_id, self.now, *by, what, about, told, self.caller.company_id)

    def table(
        self, what: str, about: str, answer: Answer | None = None, status: int = 200, **told: str
    ) -> Table:
        """The table; what is committed there is noted and answered in the same transaction."""
        return self.telling(what, about, told, answer, status)

    def telling(
        self,
        what: str,
        about: str,
        told: Mapping[str, str],
        answer: Answer | None = None,
        status: int = 200,
    ) -> Table:
        """`table`, where what is told is known only by then."""
        note = Audits(table()).note(self.noted(what, about, told))
        beside = (*self._kept(answer, status), note)
        return Witnessed(table().name, table().client, beside, self.done)

    def _kept(self, answer: Answer | None, status: int) -> list[Write]:
        """Nothing is kept for a program whose answer is empty: it goes by the state."""
        if self.then:
            return table().answer(self.once, Reply(303, self.then))
        return table().answer(self.once, _reply(answer, status)) if answer else []

    def written[R, S](
        self,
        store: Callable[[Table], S],
        what: str,
        about: str,
        shown: Callable[[R], Answer],
        status: int = 200,
        **told: str,
    ) -> Callable[[R], S]:
        """The store over `table`, where the answer is known only once the flow has decided."""
        return lambda decided: store(self.table(what, about, shown(decided), status, **told))

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Of two who ask at once, whom the first one's act refuses is answered as the first."""
        try:
            yield
        except (Answered, IdempotencyMismatch):
            raise
        except RelayError:
            table().replay(self.once)
            raise

    @contextmanager
    def kept_is_enough(self) -> Iterator[None]:
        """What was committed is taken up by a clock, too. Raises Unavailable: nothing was."""
        try:
            yield
        except Unavailable:
            if not self.done:
                raise

    def said[A: Answer](self, answer: A, status: int = 200) -> Response[A]:
        """What was answered is kept, also where nothing was left to do and to note.

        Raises:
            Answered, IdempotencyMismatch: somebody asked at the same time, under the same key.
        """
        if not self.done:
            Answers(table()).keep(self.once, _reply(answer, status))
        return said(answer, status)


def _reply(answer: Answer, status: int) -> Reply:
    return Reply(status, answer.model_dump_json(by_alias=True))


def act(router: APIGatewayHttpRouter, scope: str) -> Act:
    """Who asks again is answered as before at once, whatever became of it since.

    Raises:
        InsufficientScope, InvalidRequest, Answered, IdempotencyMismatch
    """
    caller = asking(router, scope)
    once = programs.once(router.current_event.raw_event, caller.company_id or caller.key_id)
    table().replay(once)
    return Act(caller, to_the_millisecond(clock.now()), once)
