"""The assets of a stack, where its template says they are."""

from typing import TYPE_CHECKING

from infra.local.assembly import Assembly
from infra.local.aws import Clients
from infra.local.environment import REGION

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


def publish(assembly: Assembly, clients: Clients) -> str:
    """The bucket the assets are in."""
    s3, made = clients.s3, set[str]()
    clients.parameters.put_parameter(
        Name="/cdk-bootstrap/hnb659fds/version", Value="30", Type="String", Overwrite=True
    )
    for asset in assembly.assets():
        if asset.bucket not in made:
            _make_bucket(s3, asset.bucket)
            made.add(asset.bucket)
        s3.put_object(Bucket=asset.bucket, Key=asset.key, Body=asset.content())
    return made.pop()


def _make_bucket(s3: "S3Client", name: str) -> None:
    try:
        s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    except s3.exceptions.BucketAlreadyOwnedByYou:
        return
