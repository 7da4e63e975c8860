"""The versions of one secret, while it turns from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from shared.aws.secret import CURRENT, NOTHING_THERE, PENDING

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient


@dataclass(frozen=True, slots=True)
class Versions:
    secret: str
    client: SecretsManagerClient

    def labels(self, version: str) -> set[str]:
        return set(self._all().get(version, []))

    def value(self, version: str) -> str | None:
        """None before it was made."""
        try:
            found = self.client.get_secret_value(SecretId=self.secret, VersionId=version)
        except ClientError as error:
            if error.response["Error"]["Code"] == NOTHING_THERE:
                return None
            raise
        return found["SecretString"]

    def make(self, version: str, value: str) -> None:
        self.client.put_secret_value(
            SecretId=self.secret,
            ClientRequestToken=version,
            SecretString=value,
            VersionStages=[PENDING],
        )

    def make_current(self, version: str) -> None:
        """What was current is the one before from now on; the label of what waited stays."""
        [before] = [name for name, labels in self._all().items() if CURRENT in labels]
        self.client.update_secret_version_stage(
            SecretId=self.secret,
            VersionStage=CURRENT,
            MoveToVersionId=version,
            RemoveFromVersionId=before,
        )

    def _all(self) -> dict[str, list[str]]:
        return self.client.describe_secret(SecretId=self.secret)["VersionIdsToStages"]
