"""What every act here has in common: somebody does it, it is noted, and asked again it is once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import mint, programs, request, web
from shared.contracts.wire import Answer
from shared.domain.access import Caller
from shared.domain.audit import Audited
from shared.domain.errors import AlreadyDone, Answered, IdempotencyMismatch
from shared.domain.once import Once, Reply
from shared.table.audits import Audits
from shared.table.commit import Table
from shared.wires import table


def asking(router: APIGatewayHttpRouter, scope: str) -> Caller:
    """Who asks, if their key may. Raises InsufficientScope."""
    caller: Caller = router.context["caller"]
    caller.check(scope)
    return caller


def said[A: Answer](answer: A, status: int = 200) -> Response[A]:
    return Response(status, request.JSON, answer, headers=web.SAFE)


@dataclass(frozen=True, slots=True)
class Act:
    caller: Caller
    now: datetime
    once: Once | None

    @property
    def who(self) -> str:
        return self.caller.who

    def table(self, what: str, about: str, answer: Answer, status: int = 200, **told: str) -> Table:
        """The table; what is committed there is noted and answered in the same transaction."""
        audit_id = mint.mint("aud", self.now)
        note = Audited(audit_id, self.now, self.who, self.caller.key_id, what, about, told)
        reply = Reply(status, answer.model_dump_json())
        return table().along(*table().answer(self.once, reply), Audits(table()).note(note))

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Who asks again is answered as before, whatever became of it since."""
        table().replay(self.once)
        try:
            yield
        except (Answered, IdempotencyMismatch):
            raise
        except AlreadyDone:
            table().replay(self.once)
            raise


def act(router: APIGatewayHttpRouter, scope: str) -> Act:
    """Raises InsufficientScope, InvalidRequest."""
    caller = asking(router, scope)
    once = programs.once(router.current_event.raw_event, caller.key_id)
    now = datetime.now(UTC)
    to_the_millisecond = now.replace(microsecond=now.microsecond // 1000 * 1000)
    return Act(caller, to_the_millisecond, once)
