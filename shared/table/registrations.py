"""Registrations before their verdict: taken in, tried, sent another code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from shared.domain.errors import AlreadyDecided, RegistrationNotFound, RelayError, TooManyRequests
from shared.domain.ids import PersonKey, RegistrationId
from shared.domain.registration import (
    ISSUES_PER_ADDRESS_AND_HOUR,
    MAX_TRIES,
    UNVERIFIED_KEPT,
    Registration,
    State,
)
from shared.table import keys
from shared.table.codec import decode, stamp
from shared.table.commit import Table, Write, understood
from shared.table.expression import Expression
from shared.table.registration_item import from_item, to_item

if TYPE_CHECKING:
    from shared.contracts.events import RegistrationSubmitted

HOUR = timedelta(hours=1)


def _too_many(_: dict[str, Any]) -> RelayError:
    return TooManyRequests("too many codes for this address; wait an hour", retry_after=3600)


@dataclass(frozen=True, slots=True)
class Registrations:
    table: Table

    def submit(
        self, registration: Registration, person: PersonKey, event: RegistrationSubmitted
    ) -> None:
        """Raises TooManyRequests: five codes went to this address in this hour."""
        at = registration.submitted_at
        values = {**to_item(registration), keys.EXPIRES: int((at + UNVERIFIED_KEPT).timestamp())}
        self.table.commit(
            self.table.new(keys.registration(registration.registration_id), values),
            self._one_more_code(person, at),
            self.table.outbox(event),
        )

    def reissue(
        self,
        before: Registration,
        after: Registration,
        person: PersonKey,
        event: RegistrationSubmitted,
        now: datetime,
    ) -> None:
        """Raises AlreadyDecided, TooManyRequests."""
        changed = self.table.change(
            keys.registration(before.registration_id),
            guards=[("issue", "=", before.issue), ("tries", "<", MAX_TRIES)],
            state_in=[State.SUBMITTED],
            put={"issue": after.issue, "code_until": stamp(after.code_until)},
            refusal=lambda _: AlreadyDecided("another code was just sent, or none is needed"),
        )
        self.table.commit(changed, self._one_more_code(person, now), self.table.outbox(event))

    def find(self, registration_id: RegistrationId) -> Registration:
        """Raises RegistrationNotFound."""
        item = self.table.get(keys.registration(registration_id))
        if item is None:
            raise RegistrationNotFound("no such registration")
        return from_item(item)

    def try_code(self, registration_id: RegistrationId, now: datetime) -> tuple[Registration, bool]:
        """Take one of the five tries; False where none could be taken.

        A try sent twice by the SDK after a lost answer costs two: it never gives one too many.

        Raises:
            RegistrationNotFound
            Conflict: no try was taken.
        """
        expression = Expression()
        guards = expression.all_of([("state", "=", State.SUBMITTED), ("tries", "<", MAX_TRIES)])
        alive = f"{expression.name('code_until')} > {expression.value(stamp(now))}"
        client = self.table.client
        try:
            found = client.update_item(
                TableName=self.table.name,
                Key={k: {"S": v} for k, v in keys.registration(registration_id)._asdict().items()},
                UpdateExpression=expression.change({}, {"tries": 1}, ()),
                ConditionExpression=f"{guards} AND {alive}",
                ReturnValues="ALL_NEW",
                ReturnValuesOnConditionCheckFailure="ALL_OLD",
                **expression.arguments(),
            )
        except client.exceptions.ConditionalCheckFailedException as refused:
            old: Any = refused.response.get("Item")
            if not old:
                raise RegistrationNotFound("no such registration") from None
            return from_item(decode(old)), False
        except ClientError as error:
            raise understood(error, []) from error
        return from_item(decode(found["Attributes"])), True

    def _one_more_code(self, person: PersonKey, at: datetime) -> Write:
        return self.table.ceiling(
            keys.rate(person, f"{at:%Y%m%d%H}"),
            ISSUES_PER_ADDRESS_AND_HOUR,
            expires=at + 2 * HOUR,
            refusal=_too_many,
        )
