"""What the one who deploys is told: the operator's commands and the local engine rest on it."""

from tests.infra.reading import Template, referred
from tests.support.assembly import template

TOLD = {
    "ApiId": "ApiGatewayV2::Api",
    "ApiUrl": "ApiGatewayV2::Api",
    "CoreTable": "DynamoDB::GlobalTable",
    "CvBucket": "S3::Bucket",
    "ImportBucket": "S3::Bucket",
    "ClicksTable": "DynamoDB::GlobalTable",
    "TableKeyArn": "KMS::Key",
    "BusName": "Events::EventBus",
    "OriginSecretId": "SecretsManager::Secret",
    "MailDeadLetters": "SQS::Queue",
    "ApproveFunction": "Lambda::Alias",
    "IssueKeyFunction": "Lambda::Alias",
    "AppointFunction": "Lambda::Alias",
    "SweepFunction": "Lambda::Alias",
    "ReconcileFunction": "Lambda::Alias",
    "DistributionId": "CloudFront::Distribution",
    "DistributionDomain": "CloudFront::Distribution",
    "StaticBucket": "S3::Bucket",
}


def test_every_output_names_a_resource_of_its_kind(shipped: Template) -> None:
    outputs = template(shipped.stage)["Outputs"]
    assert outputs.pop("PublicUrl")  # a name, which need not be a resource's
    told = {name: shipped.resources[referred(o["Value"])]["Type"] for name, o in outputs.items()}
    assert told == {name: f"AWS::{kind}" for name, kind in TOLD.items()}


def test_mail_dead_letters_are_those_of_notify(shipped: Template) -> None:
    told = referred(template(shipped.stage)["Outputs"]["MailDeadLetters"]["Value"])
    [reads] = [
        m
        for m in shipped.of("Lambda::EventSourceMapping").values()
        if shipped.verb(m["FunctionName"]) == "notify"
    ]
    queue = shipped.of("SQS::Queue")[referred(reads["EventSourceArn"])]
    assert referred(queue["RedrivePolicy"]["deadLetterTargetArn"]) == told
