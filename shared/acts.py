"""What the agency's acts have in common: somebody does it, it is noted, asked again it is once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import mint, programs, request, web
from shared.contracts.wire import Answer
from shared.domain.access import Caller
from shared.domain.audit import Audited
from shared.domain.errors import Answered, IdempotencyMismatch, RelayError
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
    caller: Caller
    now: datetime
    once: Once | None
    done: list[bool] = field(default_factory=list)

    @property
    def who(self) -> str:
        return self.caller.who

    def table(self, what: str, about: str, answer: Answer, status: int = 200, **told: str) -> Table:
        """The table; what is committed there is noted and answered in the same transaction."""
        audit_id = mint.mint("aud", self.now)
        note = Audited(audit_id, self.now, self.who, self.caller.key_id, what, about, told)
        kept = table().answer(self.once, _reply(answer, status))
        beside = (*kept, Audits(table()).note(note))
        return Witnessed(table().name, table().client, beside, self.done)

    def written[R, S](
        self,
        store: Callable[[Table], S],
        what: str,
        about: str,
        shown: Callable[[R], Answer],
        status: int = 200,
    ) -> Callable[[R], S]:
        """The store over `table`, where the answer is known only once the flow has decided."""
        return lambda decided: store(self.table(what, about, shown(decided), status))

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

    def said[A: Answer](self, answer: A, status: int = 200) -> Response[A]:
        """What was answered is kept, also where nothing was left to do and to note.

        Raises:
            Answered, IdempotencyMismatch: somebody asked at the same time, under the same key.
        """
        if not self.done:
            Answers(table()).keep(self.once, _reply(answer, status))
        return said(answer, status)


def _reply(answer: Answer, status: int) -> Reply:
    return Reply(status, answer.model_dump_json())


def act(router: APIGatewayHttpRouter, scope: str) -> Act:
    """Who asks again is answered as before at once, whatever became of it since.

    Raises:
        InsufficientScope, InvalidRequest, Answered, IdempotencyMismatch
    """
    caller = asking(router, scope)
    once = programs.once(router.current_event.raw_event, caller.key_id)
    table().replay(once)
    now = datetime.now(UTC)
    to_the_millisecond = now.replace(microsecond=now.microsecond // 1000 * 1000)
    return Act(caller, to_the_millisecond, once)
