"""Every way the relay can say no.

* RelayError
  + InvalidRequest      MalformedBody, DeliveryRefused, UnsupportedMediaType, PayloadTooLarge,
                        MethodNotAllowed
  + Unauthenticated     OtherSeat, DeliveryNotBelieved
  + InsufficientScope   (the key is good, but not for this)
  + ForgedForm          (a form nobody gave to this session)
  + SecondFactorNeeded  (signed in, and not yet sure)
  + NotFromEdge         (it came past our edge, or by another's)
  + NotFound            LinkNotFound, RegistrationNotFound, CompanyNotFound, JobOrderNotFound,
                        RecommendationNotFound, CandidateNotFound, CreditNotFound, CvNotFound,
                        DuplicateNotFound
  + Refused             CodeInvalid, CompanyNotActive, SameApprover, CvRefused, NotSealed,
                        CsvRefused
  + PaymentRequired     NoCreditAvailable
  + Expired             CodeExpired, MessageLinkExpired
  + TooManyRequests     ResendLimit
  + AlreadyDone         AlreadyDecided, AlreadyPosted, PersonTaken, NowExcluded, TallyRefused,
                        StateForbids, FeeDifferenceNotAccepted, FileMerged, FileChanged,
                        LastOwner
  + Answered            (the same request again: said again, by whoever answers)
  + IdempotencyMismatch (another request under a key that was used)
  + Conflict            LinkMoved (somebody else wrote first: read again and retry)
  + Unavailable         LicenceLapsed, MailRefused
"""

from typing import Any


class RelayError(Exception):
    """Base of the vocabulary. `code` is public, stable, and part of the API."""

    code = "relay_error"

    def extra(self) -> dict[str, Any]:
        """What a program needs beside the sentence: members of the problem document."""
        return {}


class InvalidRequest(RelayError):
    code = "invalid_request"

    def __init__(self, detail: str = "", fields: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.fields = fields or {}

    def extra(self) -> dict[str, Any]:
        return {"fields": self.fields} if self.fields else {}


class MalformedBody(InvalidRequest):
    code = "malformed_body"


class DeliveryRefused(MalformedBody):
    """As DeliveryNotBelieved, where the vendor would never come again after a 401."""

    code = "delivery_refused"


class UnsupportedMediaType(InvalidRequest):
    code = "unsupported_media_type"


class PayloadTooLarge(InvalidRequest):
    code = "payload_too_large"


class MethodNotAllowed(InvalidRequest):
    code = "method_not_allowed"

    def __init__(self, detail: str, allowed: tuple[str, ...] = ()) -> None:
        super().__init__(detail)
        self.allowed = allowed


class Unauthenticated(RelayError):
    code = "unauthenticated"


class OtherSeat(Unauthenticated):
    """Signed in, and sitting elsewhere; they may change over."""

    code = "other_seat"


class DeliveryNotBelieved(Unauthenticated):
    """A webhook nobody signed with a secret of this connection, or not now."""

    code = "delivery_not_believed"


class InsufficientScope(RelayError):
    code = "insufficient_scope"


class ForgedForm(RelayError):
    """The form is not one this session was given."""

    code = "forged_form"


class SecondFactorNeeded(RelayError):
    """Signed in, and the second factor is still to come."""

    code = "second_factor_needed"


class NotFromEdge(RelayError):
    code = "not_from_edge"


class NotFound(RelayError):
    code = "not_found"


class LinkNotFound(NotFound):
    code = "link_not_found"


class RegistrationNotFound(NotFound):
    code = "registration_not_found"


class CompanyNotFound(NotFound):
    code = "company_not_found"


class JobOrderNotFound(NotFound):
    code = "job_order_not_found"


class RecommendationNotFound(NotFound):
    code = "recommendation_not_found"


class CandidateNotFound(NotFound):
    code = "candidate_not_found"


class DuplicateNotFound(NotFound):
    code = "duplicate_not_found"


class CreditNotFound(NotFound):
    code = "credit_not_found"


class CvNotFound(NotFound):
    code = "cv_not_found"


class PaymentRequired(RelayError):
    code = "payment_required"


class NoCreditAvailable(PaymentRequired):
    code = "no_credit_available"


class Refused(RelayError):
    code = "refused"


class CompanyNotActive(Refused):
    code = "company_not_active"


class SameApprover(Refused):
    """Two people decide this; the second is not the first."""

    code = "same_approver"


class NotSealed(Refused):
    """Our key did not seal this, or for something else."""

    code = "not_sealed"


class CodeInvalid(Refused):
    code = "code_invalid"

    def __init__(self, tries_left: int) -> None:
        super().__init__(f"this code is not the one we sent; {tries_left} tries left")
        self.tries_left = tries_left

    def extra(self) -> dict[str, Any]:
        return {"tries_left": self.tries_left}


class CvRefused(Refused):
    """The file is not kept; `reason` is one of shared.domain.cv.Flaw."""

    code = "cv_refused"

    def __init__(self, detail: str, reason: str) -> None:
        super().__init__(detail)
        self.reason = reason

    def extra(self) -> dict[str, Any]:
        return {"reason": self.reason}


class CsvRefused(Refused):
    """Nothing of the file is taken; `reason` is one of shared.ats.csv_import.flaw.Flaw.

    Args:
        line: the row as a spreadsheet numbers it, where one is to blame.
        column: what it was to be read for; never what stands in it.
    """

    code = "csv_refused"

    def __init__(
        self, detail: str, reason: str, line: int | None = None, column: str | None = None
    ) -> None:
        super().__init__(detail)
        self.reason, self.line, self.column = reason, line, column

    def extra(self) -> dict[str, Any]:
        where = {"line": self.line, "column": self.column}
        return {"reason": self.reason, **{k: v for k, v in where.items() if v is not None}}


class Expired(RelayError):
    code = "expired"


class CodeExpired(Expired):
    code = "code_expired"


class MessageLinkExpired(Expired):
    code = "message_link_expired"


class TooManyRequests(RelayError):
    code = "too_many_requests"

    def __init__(self, detail: str, retry_after: int) -> None:
        super().__init__(detail)
        self.retry_after = retry_after


class ResendLimit(TooManyRequests):
    code = "resend_limit"


class AlreadyDone(RelayError):
    code = "already_done"


class AlreadyDecided(AlreadyDone):
    """The registration is past the state this write starts from."""

    code = "already_decided"


class AlreadyPosted(AlreadyDone):
    code = "already_posted"


class PersonTaken(AlreadyDone):
    """Another registration holds this person; `company_id` says whose."""

    code = "person_taken"

    def __init__(self, company_id: str) -> None:
        super().__init__("another registration holds this person")
        self.company_id = company_id


class NowExcluded(AlreadyDone):
    """Meanwhile it became one that will not count; `reason` is why."""

    code = "now_excluded"

    def __init__(self, reason: str) -> None:
        super().__init__("this registration will not count")
        self.reason = reason


class TallyRefused(AlreadyDone):
    """The tally is not where this step starts; `tally` is where it is."""

    code = "tally_refused"

    def __init__(self, tally: Any) -> None:
        super().__init__("the tally is elsewhere")
        self.tally = tally


class Answered(RelayError):
    """The same request was answered before; `reply` is what was said."""

    code = "answered"

    def __init__(self, reply: Any) -> None:
        super().__init__("this request was answered before")
        self.reply = reply


class IdempotencyMismatch(RelayError):
    """Not AlreadyDone: what was done is another thing than what is asked."""

    code = "idempotency_mismatch"


class StateForbids(AlreadyDone):
    """What this act starts from is no more, or not yet; `state` is what there is."""

    code = "state_forbids"

    def __init__(self, detail: str, state: str) -> None:
        super().__init__(detail)
        self.state = state

    def extra(self) -> dict[str, Any]:
        return {"state": str(self.state)}


class FeeDifferenceNotAccepted(AlreadyDone):
    """What is left to pay beside the credit is agreed to, to the yen, before it is reserved."""

    code = "fee_difference_not_accepted"

    def __init__(self, difference_jpy: int) -> None:
        super().__init__(f"accept the difference of {difference_jpy} yen first")
        self.difference_jpy = difference_jpy

    def extra(self) -> dict[str, Any]:
        return {"difference_jpy": self.difference_jpy}


class FileMerged(AlreadyDone):
    """The candidate has another file; `into` is its name."""

    code = "file_merged"

    def __init__(self, into: str) -> None:
        super().__init__("the candidate has another file")
        self.into = into


class FileChanged(AlreadyDone):
    """Somebody changed these fields of the file since the form was shown."""

    code = "file_changed"

    def __init__(self, fields: frozenset[str]) -> None:
        super().__init__("the candidate's file was changed meanwhile")
        self.fields = fields


class LastOwner(AlreadyDone):
    """A company has an owner: the last one stays, and stays one."""

    code = "last_owner"


class Conflict(RelayError):
    code = "conflict"


class LinkMoved(Conflict):
    """What a candidate's own doorway was told of its link is over; `link` is what it is now."""

    code = "link_moved"

    def __init__(self, link: Any) -> None:
        super().__init__("the link is not as this doorway was told")
        self.link = link


class Unavailable(RelayError):
    code = "unavailable"


class LicenceLapsed(Unavailable):
    code = "licence_lapsed"


class MailRefused(Unavailable):
    code = "mail_refused"
