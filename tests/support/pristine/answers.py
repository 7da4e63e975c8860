"""What the published engine answers otherwise than AWS."""

import asyncio
from contextlib import suppress
from unittest import mock

from ministack import app
from ministack.core import iam_actions
from ministack.services import apigateway, lambda_svc, s3
from ministack.services.cloudformation import provisioners

from infra.local.records import TYPES

_HEALTH = {
    "type": "http",
    "method": "GET",
    "path": "/_ministack/health",
    "headers": [],
    "scheme": "http",
    "client": ("127.0.0.1", 1),
}


def needs_null_body() -> bool:
    """A body that is null is passed on as it is, and breaks the sending."""
    answered = {"body": {"statusCode": 204, "body": None}}
    with mock.patch.multiple(
        lambda_svc,
        _get_func_record_for_ref_in_scope=lambda *_, **__: ({}, {}, "f"),
        _execution_record_for_config=lambda *_: {},
        _execute_function_with_config_scope=lambda *_: answered,
    ):
        asked = apigateway._invoke_lambda_proxy({}, "a", "$default", "/", "GET", {}, b"", {})
        _, _, body = asyncio.run(asked)
    return body is None


def needs_secret_names() -> bool:
    """What a secret's `Ref` becomes is not its ARN."""
    create = provisioners._RESOURCE_HANDLERS["AWS::SecretsManager::Secret"]["create"]
    ref, _ = create("Pepper", {"SecretString": "x"}, "stack")
    return not ref.startswith("arn:")


def needs_sender() -> bool:
    """A role is asked for `ses:SendEmail` on no identity at all."""
    path = "/v2/email/outbound-emails"
    body = b'{"FromEmailAddress": "a@sender.example"}'
    asked_on = iam_actions._ses_v2_resource_arn("POST", path, body, "eu-west-1", "000000000000")
    return "identity/sender.example" not in asked_on


def needs_dkim() -> bool:
    """An identity of a template tells nobody which records to set."""
    create = provisioners._RESOURCE_HANDLERS["AWS::SES::EmailIdentity"]["create"]
    _, attributes = create("Identity", {"EmailIdentity": "sender.example"}, "stack")
    return "DkimDNSTokenName1" not in attributes


def needs_loopback() -> bool:
    """A caller on this machine, without TLS, is one whom a policy that asks for TLS refuses."""
    with mock.patch.object(app, "pin_request_origin") as pinned:
        asyncio.run(app.app(_HEALTH, mock.AsyncMock(), mock.AsyncMock()))
    [(_, secure)] = [call.args for call in pinned.call_args_list]
    return not secure


def needs_records() -> bool:
    """It knows none of the types; one it has learned is to be taken off the list."""
    return not TYPES & set(provisioners._RESOURCE_HANDLERS)


def needs_bucket_defaults() -> bool:
    """A bucket of a template forgets how its objects are to be encrypted."""
    by_default = {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
    said = {"BucketEncryption": {"ServerSideEncryptionConfiguration": [by_default]}}
    name, _ = provisioners._RESOURCE_HANDLERS["AWS::S3::Bucket"]["create"]("Files", said, "stack")
    return not s3._bucket_default_sse_headers(name)


def needs_aws_own_key() -> bool:
    """Who asks for `aws:kms` must name a key."""
    _, refused = s3._resolve_sse_write_headers({"x-amz-server-side-encryption": "aws:kms"}, "any")
    return refused is not None


def needs_uncounted() -> bool:
    """A template of 501 resources is refused."""
    from ministack.services.cloudformation import engine

    many = {f"R{n}": {"Type": "AWS::SNS::Topic"} for n in range(501)}
    try:
        engine._validate_template_limits({"Resources": many})
    except ValueError:
        return True
    return False


def needs_maths() -> bool:
    """An alarm over metric maths is refused."""
    create = provisioners._RESOURCE_HANDLERS["AWS::CloudWatch::Alarm"]["create"]
    with suppress(ValueError):
        create("Errors", {"Metrics": [{"Id": "e", "Expression": "a + b"}], "Threshold": 1}, "stack")
        return False
    return True


def needs_sealing() -> bool:
    """What a request to KMS says of its encryption context is told to no policy."""
    from ministack.core import iam_actions

    told = iam_actions.request_tag_context(
        "kms", "kms:Encrypt", b'{"EncryptionContext": {"for": "x"}}', None
    )
    return "kms:encryptioncontext:for" not in {name.lower() for name in told}
