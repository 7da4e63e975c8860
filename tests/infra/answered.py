"""What a checker or a rule of ours objects to and we do all the same, with the reason."""

from typing import Final

CHECKOV: Final = {
    "CKV_AWS_18": (
        "A bucket's access log holds addresses. Only the distribution may read the static files,"
        " the same for everybody; a CV is had by a URL the API signs, and its log says so."
    ),
    "CKV_AWS_21": (
        "A static file's name says its bytes, so nothing is ever written over; all of it is in"
        " the repository. A CV that is erased has to be gone, and a version would stay."
    ),
    "CKV_AWS_27": (
        "It knows KMS keys alone. Every queue is encrypted by SQS itself (test_encrypted), which"
        " costs nothing a message and asks no reader for a right to a key."
    ),
    "CKV_AWS_86": (
        "CloudFront's access log holds the address of everybody who opened a link. Requests are"
        " counted by its metrics, and the API's own log says what became of them."
    ),
    "CKV_AWS_115": (
        "A reserve for one function is taken from the others, and a new account has ten in all."
        " What people send is throttled at the API, what queues hold waits in the queue."
    ),
    "CKV_AWS_116": (
        "Lambda keeps a failed call for a function called asynchronously alone, and each of those"
        " has a failure queue (test_called); the others' callers hear or keep what fails."
    ),
    "CKV_AWS_117": (
        "Nothing we speak to is in a private network. A VPC would add a way out to pay for, and a"
        " function in it could reach no more and no less of AWS than its role allows."
    ),
    "CKV_AWS_149": (
        "The two secrets are encrypted with the account's key for secrets, which nobody reaches"
        " but by GetSecretValue on the secret itself; each reader has that right by name."
    ),
    "CKV_AWS_158": (
        "CloudWatch encrypts every log group. No log holds personal data, so a key of our own"
        " would guard request ids, and a log that cannot reach its key is lost when it is needed."
    ),
    "CKV_AWS_173": (
        "Lambda encrypts every environment. Ours hold names, public words and an address the"
        " mails carry anyway; no secret is in any (test_no_secrets)."
    ),
    "CKV_AWS_174": (
        "Without a domain of one's own CloudFront's certificate comes with CloudFront's own TLS"
        " policy, whatever a template says. With one it is TLSv1.2_2021 (test_edge)."
    ),
    "CKV_AWS_192": (
        "The rule looks for an attack on a Java library. There is no Java, and the group it comes"
        " with reads what people type (infra.edge.rules says why it must not)."
    ),
}
"""By check. It names no resource: each reason holds for every one, and a test keeps it true."""

ENTIRE: Final = {
    "cloudwatch:DescribeAlarms": "CodeDeploy asks for alarms by name, and may for every one",
    "ses:GetAccount": "SES has one account a region and no name for it",
    "xray:PutTelemetryRecords": "X-Ray has no resources to write to",
    "xray:PutTraceSegments": "X-Ray has no resources to write to",
}
"""Actions AWS knows no narrower resource for than `*`."""
