"""The bucket of static files: nobody reads it but the distribution, and nobody writes over it."""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.acknowledged import acknowledge


def files_bucket(scope: Construct, removal: RemovalPolicy) -> s3.Bucket:
    """Not versioned: a name says its bytes, so a new version has a new name beside the old one.

    Its content can be published again at any time; an empty bucket goes with its stack.
    """
    bucket = s3.Bucket(
        scope,
        "Files",
        encryption=s3.BucketEncryption.S3_MANAGED,
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
        object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
        enforce_ssl=True,
        minimum_tls_version=1.2,
        removal_policy=removal,
        lifecycle_rules=[
            s3.LifecycleRule(
                id="forget-half-uploads", abort_incomplete_multipart_upload_after=Duration.days(1)
            )
        ],
    )
    acknowledge(bucket, "S1", "Only the distribution reads it; a log would hold addresses.")
    return bucket
