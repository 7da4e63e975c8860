"""The bucket of candidates' CVs: what comes in is judged, what is kept is the agency's alone."""

from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.received import FORGOTTEN, Received
from infra.stage import Stage
from shared.domain.cv_places import INCOMING, KEPT


class Cvs(Received):
    """Erasing finds all a candidate has."""

    def __init__(self, scope: Construct, *, key: kms.Key, stage: Stage) -> None:
        super().__init__(
            scope,
            "Cvs",
            key=key,
            stage=stage,
            named="An object is named after its candidate: nobody knows the name before.",
            prefixes=(INCOMING, KEPT),
            forget=[s3.LifecycleRule(id="forget-unjudged", prefix=INCOMING, expiration=FORGOTTEN)],
        )
