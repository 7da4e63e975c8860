"""Who may do what: every action of every function, and not one more."""

import ast
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from infra.sources import ROOT
from infra.verbs import BY_HAND, WAITED_FOR
from shared import settings
from tests.infra.reading import Template, many, read, referred, verb_of

WRITES = {"dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"}
ACTS = WRITES | {"dynamodb:DeleteItem", "dynamodb:Query", "dynamodb:ConditionCheckItem"}
SAYS = {
    "Core": {"dynamodb:DeleteItem"},
    "Bus": {"events:PutEvents"},
    "CountingQueue": {"sqs:SendMessage"},
}
SECRET = {"secretsmanager:GetSecretValue"}
FILES = {"s3:GetObject", "s3:PutObject", "s3:DeleteObject"}
LOSES = {"sqs:SendMessage"}
IMPORTS = {
    "Imports": {"s3:ListBucket"},
    "Imports/incoming/*": FILES,
    "Imports/kept/*": FILES - {"s3:GetObject"},
    "Imports/links/*": {"s3:GetObject"},
}
READS = {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"}
FOLLOWS = {
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
}
MAY = {
    "click": {
        "Core": {"dynamodb:GetItem"},
        "Clicks": {"dynamodb:UpdateItem"},
        "Origin": SECRET,
    },
    "register": {
        "Core": WRITES | {"dynamodb:ConditionCheckItem"},
        "Pepper": SECRET,
        "Origin": SECRET,
    },
    "manage": {
        "Core": ACTS,
        "Clicks": {"dynamodb:Query"},
        "DeliveringQueue": LOSES,
        "Pepper": SECRET,
        "Origin": SECRET,
        **IMPORTS,
    },
    "sign_in": {
        "Core": ACTS - {"dynamodb:ConditionCheckItem"},
        "Pepper": SECRET,
        "Origin": SECRET,
    },
    "console": {
        "Core": ACTS,
        "Clicks": {"dynamodb:Query"},
        "DeliveringQueue": LOSES,
        "Pepper": SECRET,
        "Origin": SECRET,
        **IMPORTS,
    },
    "agency": {
        "Core": ACTS,
        "Clicks": {"dynamodb:GetItem"},
        "Core/index/by_company": {"dynamodb:Query"},
        "Core/index/due": {"dynamodb:Query"},
        "Pepper": SECRET,
        "Origin": SECRET,
    },
    "place": {
        "Core": ACTS,
        "Core/index/by_company": {"dynamodb:Query"},
        "Core/index/due": {"dynamodb:Query"},
        "Pepper": SECRET,
        "Origin": SECRET,
        "Cvs": {"s3:ListBucket"},
        "Cvs/incoming/*": FILES,
        "Cvs/kept/*": FILES,
    },
    "answer": {"Core": ACTS - {"dynamodb:DeleteItem"}, "Pepper": SECRET, "Origin": SECRET},
    "inform": {"Core": {"dynamodb:GetItem"}, "Origin": SECRET},
    "me": {
        "Core": ACTS,
        "Pepper": SECRET,
        "Origin": SECRET,
        "Cvs": {"s3:ListBucket"},
        "Cvs/incoming/*": FILES,
        "Cvs/kept/*": FILES,
    },
    "ats": {
        "Core": {"dynamodb:GetItem"},
        "Pepper": SECRET,
        "Origin": SECRET,
        "ReceivingQueue": {"sqs:SendMessage"},
    },
    "publish": {**SAYS, "Core/stream": FOLLOWS, "PublisherLostQueue": LOSES},
    "sweep": {**SAYS, "Core/index/due": {"dynamodb:Query"}, "SweepClockLostQueue": LOSES},
    "reconcile": {
        "Core": {"dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"},
        "Core/index/by_company": {"dynamodb:Query"},
        "Core/index/due": {"dynamodb:Query"},
        "ReconcileClockLostQueue": LOSES,
    },
    "judge": {
        "Core": ACTS - {"dynamodb:ConditionCheckItem"},
        "Core/index/by_company": {"dynamodb:Query"},
        "Core/index/due": {"dynamodb:Query"},
        "Pepper": SECRET,
        "JudgeClockLostQueue": LOSES,
    },
    "count": {"Core": WRITES | {"dynamodb:DeleteItem"}, "Pepper": SECRET, "CountingQueue": READS},
    "grant": {"Core": WRITES, "GrantReaderFacts": READS},
    "seal": {"Core": ACTS - {"dynamodb:ConditionCheckItem"}, "SealReaderFacts": READS},
    "file": {
        "Core": ACTS,
        "Pepper": SECRET,
        "FileReaderFacts": READS,
        "Cvs": {"s3:ListBucket"},
        "Cvs/incoming/*": {"s3:DeleteObject"},
        "Cvs/kept/*": {"s3:DeleteObject"},
    },
    "relay": {"Core": WRITES | {"dynamodb:Query"}, "RelayReaderFacts": READS},
    "import_csv": {
        "Core": WRITES,
        "Pepper": SECRET,
        "ImportCsvReaderFacts": READS,
        "Imports": {"s3:ListBucket"},
        "Imports/incoming/*": {"s3:DeleteObject"},
        "Imports/kept/*": {"s3:GetObject", "s3:DeleteObject"},
        "Imports/links/*": {"s3:PutObject"},
    },
    "tabulate": {"Core": WRITES, "TabulateReaderFacts": READS},
    "tell": {
        "Core": {"dynamodb:PutItem", "dynamodb:Query"},
        "DeliveringQueue": LOSES,
        "TellReaderFacts": READS,
    },
    "deliver": {
        "Core": WRITES | {"dynamodb:DeleteItem"},
        "DeliveringQueue": READS | LOSES,
    },
    "again": {
        "Core": {"dynamodb:UpdateItem"},
        "Core/index/due": {"dynamodb:Query"},
        "DeliveringQueue": LOSES,
        "AgainClockLostQueue": LOSES,
    },
    "notify": {
        "Core": WRITES | {"dynamodb:Query"},
        "Pepper": SECRET,
        "NotifyReaderFacts": READS,
        "identity/mail.agency.example": {"ses:SendEmail"},
        "MailSet": {"ses:SendEmail"},
    },
    "receive": {"Core": WRITES, "Pepper": SECRET, "ReceivingQueue": READS},
    "suppress": {"Core": WRITES, "Pepper": SECRET, "MailBack": READS},
    "expire": {
        "Core": WRITES | {"dynamodb:DeleteItem", "dynamodb:Query"},
        "Core/index/due": {"dynamodb:Query"},
        "ExpireClockLostQueue": LOSES,
    },
    "aftercare": {
        "Core": WRITES | {"dynamodb:ConditionCheckItem"},
        "Core/index/due": {"dynamodb:Query"},
        "AftercareClockLostQueue": LOSES,
    },
    "poll": {
        "Core": {"dynamodb:UpdateItem"},
        "Core/index/due": {"dynamodb:Query"},
        "AskingQueue": {"sqs:SendMessage"},
        "PollClockLostQueue": LOSES,
    },
    "ask": {"Core": WRITES, "Pepper": SECRET, "AskingQueue": READS},
    "write_back": {
        "Core": WRITES,
        "WriteBackReaderFacts": READS | {"sqs:ChangeMessageVisibility"},
    },
    "gauge": {"*": {"ses:GetAccount"}, "GaugeClockLostQueue": LOSES},
    "approve": {"Core": WRITES},
    "issue_key": {"Core": WRITES - {"dynamodb:UpdateItem"}, "Pepper": SECRET},
    "appoint": {"Core": {"dynamodb:PutItem"}, "Pepper": SECRET},
    "rotate": {
        "Origin": SECRET
        | {
            "secretsmanager:DescribeSecret",
            "secretsmanager:PutSecretValue",
            "secretsmanager:UpdateSecretVersionStage",
        },
        "EdgeDistribution": {
            "cloudfront:GetDistribution",
            "cloudfront:GetDistributionConfig",
            "cloudfront:UpdateDistribution",
        },
        "WebAclArn": {"wafv2:GetWebACL"},
        "RotationLostQueue": LOSES,
    },
}
LOG = {"logs:CreateLogStream", "logs:PutLogEvents"}
KEY = {
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
}
SEALS = {"kms:Decrypt", "kms:Encrypt"}
OPENS = {"kms:Decrypt"}
SEALED_FOR = {
    ("sign_in", "second-factor"): SEALS,
    **{(verb, "ats webhooks"): SEALS for verb in ("manage", "console")},
    **{(verb, "ats"): OPENS for verb in ("ats", "receive", "ask", "write_back")},
    ("deliver", "webhooks"): OPENS,
}
"""By verb and purposes: what it may do with our key to secrets of others."""
KEY_OF_FILES = {"kms:Decrypt", "kms:GenerateDataKey"}
XRAY = {"xray:PutTraceSegments", "xray:PutTelemetryRecords"}
NO_NARROWER = XRAY | {"ses:GetAccount"}
"""AWS knows no resource for them but all."""
VERBS = sorted(path.parent.name for path in (ROOT / "functions").glob("*/handler.py"))
TRACED = {*VERBS} - WAITED_FOR - BY_HAND


def allowed(t: Template, verb: str) -> dict[str, set[str]]:
    found = defaultdict[str, set[str]](set)
    for actions, resources in t.statements(verb):
        for resource in resources:
            found[resource] |= actions
    return dict(found)


def test_every_verb_is_deployed_and_nothing_else(dev: Template) -> None:
    assert sorted(dev.functions()) == VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_a_function_may_do_what_is_listed_here_and_nothing_else(
    verb: str, shipped: Template
) -> None:
    own = {f"{verb.title().replace('_', '')}Log": LOG}
    if any(what.startswith("Core") for what in MAY[verb]):
        own["Key"] = KEY
    if verb in TRACED:
        own["*"] = MAY[verb].get("*", set()) | XRAY
    assert allowed(shipped, verb) == {**MAY[verb], **own}


def test_xray_follows_what_nobody_waits_for_and_nothing_else(shipped: Template) -> None:
    """Lambda's own default passes a trace on without drawing it: people pay nothing for it."""
    traced = {v: f["TracingConfig"] for v, f in shipped.functions().items() if "TracingConfig" in f}
    assert traced == {verb: {"Mode": "Active"} for verb in TRACED}


def test_only_an_edge_brings_verbs_with_it(dev: Template) -> None:
    assert dev.functions().keys() - read("local").functions().keys() == {"rotate"}


def test_codedeploy_may_move_our_aliases_and_look_at_alarms(shipped: Template) -> None:
    """A role for those people wait for, and one for the rest: AWS bounds how long a policy is."""
    roles = [
        name
        for name, role in shipped.of("IAM::Role").items()
        if "codedeploy" in str(role["AssumeRolePolicyDocument"])
    ]
    moved = sorted((moved_by(shipped, role) for role in roles), key=len)
    assert moved == sorted([TRACED, {*WAITED_FOR}], key=len)


def moved_by(t: Template, role: str) -> set[str]:
    [policy] = [p for p in t.of("IAM::Policy").values() if p["Roles"] == [{"Ref": role}]]
    moves, looks = policy["PolicyDocument"]["Statement"]
    assert set(moves["Action"]) == {
        "lambda:GetAlias",
        "lambda:GetProvisionedConcurrencyConfig",
        "lambda:UpdateAlias",
    }
    assert (looks["Action"], looks["Resource"]) == ("cloudwatch:DescribeAlarms", "*")
    moved = {referred(resource) for resource in moves["Resource"]}
    return {verb_of(t.resources[name]["Properties"]) for name in moved}


def test_the_key_opens_nothing_for_a_function_but_by_way_of_what_it_encrypts(
    shipped: Template,
) -> None:
    """Or what was sealed for a purpose the function has."""
    for policy in shipped.of("IAM::Policy").values():
        for statement in policy["PolicyDocument"]["Statement"]:
            if opens := {a for a in many(statement["Action"]) if a.startswith("kms:")}:
                if "kms:EncryptionContext:for" in statement["Condition"]["StringEquals"]:
                    continue
                service = "s3" if opens == KEY_OF_FILES else "dynamodb"
                by_way = f"{service}.ap-northeast-1.amazonaws.com"
                assert statement["Condition"] == {"StringEquals": {"kms:ViaService": by_way}}


def test_secrets_of_others_are_sealed_and_opened_by_whom_they_are_for(shipped: Template) -> None:
    found: dict[tuple[str, str], set[str]] = {}
    for policy in shipped.of("IAM::Policy").values():
        for statement in policy["PolicyDocument"]["Statement"]:
            where = statement.get("Condition", {}).get("StringEquals", {})
            if purpose := where.get("kms:EncryptionContext:for"):
                found[_role_of(policy), " ".join(many(purpose))] = {*many(statement["Action"])}
    roles = {referred(f["Role"]): verb for verb, f in shipped.functions().items()}
    assert {(roles[role], why): may for (role, why), may in found.items()} == SEALED_FOR


def _role_of(policy: dict[str, Any]) -> str:
    [role] = policy["Roles"]
    return str(referred(role))


WIRES: dict[str, set[str]] = {
    "table": {settings.CORE_TABLE},
    "visits": {settings.CLICKS_TABLE},
    "pepper": {settings.PEPPER_SECRET},
    "programme": {settings.CORE_TABLE},
    "sealed": {settings.SEALING_KEY},
    "received": {settings.RECEIVED_QUEUE_URL},
    "tickets": {settings.DELIVER_QUEUE_URL},
    "voice": {settings.BUS_NAME, settings.COUNT_QUEUE_URL},
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_functions_environment_is_exactly_what_its_code_reads(
    verb: str, shipped: Template
) -> None:
    variables = shipped.functions()[verb]["Environment"]["Variables"]
    ours = {name for name in variables if not name.startswith("POWERTOOLS_")}
    assert ours == settings_read(ROOT / "functions" / verb)
    assert variables["POWERTOOLS_SERVICE_NAME"] == verb


def settings_read(folder: Path) -> set[str]:
    """The settings a verb imports, or its wires read; who speaks to people names the agency."""
    found = set()
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                names = {alias.name for alias in node.names}
                if node.module == "shared.settings":
                    found |= {name for name in names if name.isupper()}
                if node.module == "shared.edge":
                    found.add(settings.ORIGIN_SECRET)
                if node.module == "shared" and "people" in names:
                    found.add(settings.AGENCY)
                if node.module == "shared.wires":
                    found |= {setting for name in names for setting in WIRES[name]}
    return found
