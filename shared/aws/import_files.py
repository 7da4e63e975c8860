"""S3: a company's file comes in by a form of ours, is read, and is gone when it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from botocore.exceptions import BotoCoreError, ClientError

from shared.domain import import_places
from shared.domain.cv import Offer
from shared.domain.errors import CsvRefused, NotFound, Unavailable
from shared.domain.file_import import LARGEST, OFFERED
from shared.domain.ids import ConnectionId, ImportId

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

NOT_THERE: Final = frozenset({"NoSuchKey", "404"})
TYPE: Final = "text/csv"


@dataclass(frozen=True, slots=True)
class ImportFiles:
    """A form may say nothing of encryption, so the bucket's own holds: our key."""

    bucket: str
    client: S3Client

    def offer(
        self,
        connection_id: ConnectionId,
        import_id: ImportId,
        now: datetime,
        back: str | None = None,
    ) -> Offer:
        """For one file of up to 10 MB, under this name.

        Args:
            back: where a browser is led once the file came in.
        """
        fixed = {"Content-Type": TYPE} | ({"success_action_redirect": back} if back else {})
        same: list[Any] = [{name: value} for name, value in fixed.items()]
        form = self.client.generate_presigned_post(
            self.bucket,
            import_places.place(import_places.INCOMING, connection_id, import_id),
            Fields=dict(fixed),
            Conditions=[*same, ["content-length-range", 1, LARGEST]],
            ExpiresIn=int(OFFERED.total_seconds()),
        )
        return Offer(form["url"], form["fields"], now + OFFERED)

    def read(self, prefix: str, connection_id: ConnectionId, import_id: ImportId) -> bytes:
        """Raises NotFound, CsvRefused: too large to be looked at."""
        name = import_places.place(prefix, connection_id, import_id)
        with _understanding():
            found = self.client.get_object(Bucket=self.bucket, Key=name)
            if found["ContentLength"] > LARGEST:
                raise CsvRefused("a CSV file has 10 MB at most", "too_large")
            return found["Body"].read()

    def keep(
        self, prefix: str, connection_id: ConnectionId, import_id: ImportId, content: bytes
    ) -> None:
        """These very bytes: what lies under the incoming name may change meanwhile."""
        with _understanding():
            self.client.put_object(
                Bucket=self.bucket,
                Key=import_places.place(prefix, connection_id, import_id),
                Body=content,
                ContentType=TYPE,
            )

    def drop(self, connection_id: ConnectionId, import_id: ImportId) -> None:
        """The company's file, wherever it lies; the list of its links stays."""
        for prefix in (import_places.INCOMING, import_places.KEPT):
            name = import_places.place(prefix, connection_id, import_id)
            with _understanding():
                self.client.delete_object(Bucket=self.bucket, Key=name)


@contextmanager
def _understanding() -> Iterator[None]:
    """Raises NotFound, Unavailable."""
    try:
        yield
    except ClientError as error:
        if error.response["Error"]["Code"] in NOT_THERE:
            raise NotFound("no file came in under this name") from error
        raise Unavailable("S3 did not do what it was asked") from error
    except BotoCoreError as error:
        raise Unavailable("S3 did not answer") from error
