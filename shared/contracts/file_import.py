"""A company's file of results, as its programs send it and see what became of it."""

from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field, StringConstraints

from shared.contracts.wire import Answer, Body
from shared.domain.cv import Offer
from shared.domain.file_import import FileImport, ImportState
from shared.domain.ids import ImportId

Columns = Literal["reference", "result", "stage", "job", "day"]
Means = Literal["company", "candidate", "hired", "open", "ignored"]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class TryRequest(Body):
    """What each column is, and what the company's own words for a result mean."""

    columns: dict[Columns, Name] = Field(
        description="By what it is read for, the name of a column in the file"
    )
    meanings: dict[Name, Means] = Field(
        default_factory=dict[str, Means],
        max_length=200,
        description="Of words we do not know, or understand otherwise. Only `company` opens a link",
    )
    everybody: Literal["company", "candidate", "hired", "open"] | None = Field(
        None, description="What all rows are, where no column says it"
    )


class ConfirmRequest(Body):
    digest: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class UploadAnswer(Answer):
    """Post `fields` and, last, the file as `file`: multipart/form-data, to `url`."""

    url: str
    fields: dict[str, str]


class ImportOffer(Answer):
    import_id: str
    upload: UploadAnswer
    expires_at: AwareDatetime

    @classmethod
    def of(cls, import_id: ImportId, offer: Offer) -> Self:
        upload = UploadAnswer(url=offer.url, fields=dict(offer.fields))
        return cls(import_id=import_id, upload=upload, expires_at=offer.until)


class FileAnswer(Answer):
    """The names of the file's columns, and what each seems to be for."""

    columns: list[str]
    suggested: dict[Columns, str]
    words: list[str] = Field(description="Results in the suggested column that we do not know")


class ImportAnswer(Answer):
    import_id: str
    state: ImportState
    made_at: AwareDatetime
    rows: int
    gone_over: int
    links: int = Field(description="How many are in the list of its links")
    counts: dict[str, int]
    reason: str | None = Field(description="Why nothing of it was taken")
    over_at: AwareDatetime | None
    file: FileAnswer | None = Field(description="While it waits to be confirmed, once it came")

    @classmethod
    def of(cls, one: FileImport, file: FileAnswer | None = None) -> Self:
        return cls(
            import_id=one.import_id,
            state=one.state,
            made_at=one.made_at,
            rows=one.rows,
            gone_over=one.gone_over,
            links=one.links,
            counts=dict(one.counts),
            reason=one.reason or None,
            over_at=one.over_at,
            file=file,
        )


class FaultAnswer(Answer):
    line: int = Field(description="The row as a spreadsheet numbers it")
    column: Columns | None
    reason: str


class PlanAnswer(Answer):
    """What the import would do. Nothing was done yet: confirm it by its digest."""

    digest: str
    rows: int
    counts: dict[str, int]
    errors: list[FaultAnswer] = Field(
        description="The first 100; with one of them nothing is taken"
    )
    errors_in_all: int
    unknown_lines: list[int] = Field(description="The first 20 whose result says nothing to us")
    superseded: int = Field(description="Rows of a reference that a later row speaks of again")
    left_alone: int = Field(description="Rows nothing is done with, and that are not in order")
