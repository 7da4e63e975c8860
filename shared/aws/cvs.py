"""S3: a CV comes in by a form of ours, and is kept, shown and erased by name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from botocore.exceptions import BotoCoreError, ClientError

from shared.domain import cv_places
from shared.domain.cv import LARGEST, OFFERED, SHOWN, Flaw, MediaType, Offer, View, refused
from shared.domain.errors import CvNotFound, Unavailable
from shared.domain.ids import CandidateId, CvId

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

NOT_THERE: Final = "NoSuchKey"


@dataclass(frozen=True, slots=True)
class Cvs:
    """A form may say nothing of encryption, so the bucket's own holds: our key."""

    bucket: str
    client: S3Client

    def offer(
        self,
        candidate_id: CandidateId,
        cv_id: CvId,
        media_type: MediaType,
        now: datetime,
        back: str | None = None,
    ) -> Offer:
        """For one file of up to 5 MB, under this name, said to be of this type.

        Args:
            back: where a browser is led once the file came in.
        """
        fixed = {"Content-Type": media_type} | ({"success_action_redirect": back} if back else {})
        same: list[Any] = [{name: value} for name, value in fixed.items()]
        form = self.client.generate_presigned_post(
            self.bucket,
            cv_places.incoming(candidate_id, cv_id),
            Fields=dict(fixed),
            Conditions=[*same, ["content-length-range", 1, LARGEST]],
            ExpiresIn=int(OFFERED.total_seconds()),
        )
        return Offer(form["url"], form["fields"], now + OFFERED)

    def read(self, candidate_id: CandidateId, cv_id: CvId) -> bytes:
        """What came in. Raises CvNotFound, CvRefused: too large to be looked at."""
        with _understanding():
            found = self.client.get_object(
                Bucket=self.bucket, Key=cv_places.incoming(candidate_id, cv_id)
            )
            if found["ContentLength"] > LARGEST:
                raise refused(Flaw.TOO_LARGE)
            return found["Body"].read()

    def keep(
        self, candidate_id: CandidateId, cv_id: CvId, media_type: MediaType, content: bytes
    ) -> None:
        """These very bytes: what lies under the incoming name may have changed meanwhile."""
        with _understanding():
            self.client.put_object(
                Bucket=self.bucket,
                Key=cv_places.kept(candidate_id, cv_id),
                Body=content,
                ContentType=media_type,
            )

    def drop(self, candidate_id: CandidateId, cv_id: CvId) -> None:
        """What came in."""
        with _understanding():
            self.client.delete_object(
                Bucket=self.bucket, Key=cv_places.incoming(candidate_id, cv_id)
            )

    def forget(self, candidate_id: CandidateId, cv_id: CvId) -> None:
        """What was kept."""
        with _understanding():
            self.client.delete_object(Bucket=self.bucket, Key=cv_places.kept(candidate_id, cv_id))

    def erase(self, candidate_id: CandidateId) -> None:
        """All the candidate ever sent that is still there. Again, if Unavailable is raised."""
        with _understanding():
            for prefix in (cv_places.INCOMING, cv_places.KEPT):
                for names in self._named(cv_places.of_candidate(prefix, candidate_id)):
                    self._delete(names)

    def _named(self, prefix: str) -> Iterator[list[Any]]:
        """Page by page, as many as one request may delete."""
        pages = self.client.get_paginator("list_objects_v2")
        for page in pages.paginate(Bucket=self.bucket, Prefix=prefix):
            if held := page.get("Contents"):
                yield [{"Key": each["Key"]} for each in held]

    def _delete(self, names: list[Any]) -> None:
        answer = self.client.delete_objects(
            Bucket=self.bucket, Delete={"Objects": names, "Quiet": True}
        )
        if kept := answer.get("Errors"):
            raise Unavailable(f"S3 kept {len(kept)} of {len(names)} CVs")

    def view(
        self, candidate_id: CandidateId, cv_id: CvId, media_type: MediaType, now: datetime
    ) -> View:
        """A file to save: no browser opens it as a page of ours."""
        url = self.client.generate_presigned_url(
            "get_object",
            Params={
                "Bucket": self.bucket,
                "Key": cv_places.kept(candidate_id, cv_id),
                "ResponseContentDisposition": f'attachment; filename="cv.{media_type.ending}"',
                "ResponseContentType": "application/octet-stream",
            },
            ExpiresIn=int(SHOWN.total_seconds()),
        )
        return View(url, now + SHOWN)


@contextmanager
def _understanding() -> Iterator[None]:
    """Raises CvNotFound, Unavailable."""
    try:
        yield
    except ClientError as error:
        if error.response["Error"]["Code"] == NOT_THERE:
            raise CvNotFound("no file came in under this name") from error
        raise Unavailable("S3 did not do what it was asked") from error
    except BotoCoreError as error:
        raise Unavailable("S3 did not answer") from error
