"""The bucket of companies' files of results: read, and gone; whatever is left goes in a day."""

from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.received import FORGOTTEN, Received
from infra.stage import Stage
from shared.domain.import_places import ALL


class Imports(Received):
    def __init__(self, scope: Construct, *, key: kms.Key, stage: Stage) -> None:
        super().__init__(
            scope,
            "Imports",
            key=key,
            stage=stage,
            named="An object is named after its import: nobody knows the name before.",
            prefixes=ALL,
            forget=[s3.LifecycleRule(id="forget-all", expiration=FORGOTTEN)],
        )
