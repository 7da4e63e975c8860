"""A template with one of each of what the engine does not know."""

import json
from typing import Any

BUS = "arn:aws:events:ap-northeast-1:000000000000:event-bus/default"
SECRET = "arn:aws:secretsmanager:ap-northeast-1:000000000000:secret:s-abcdef"
RESOURCES: dict[str, Any] = {
    "App": {"Type": "AWS::CodeDeploy::Application", "Properties": {"ComputePlatform": "Lambda"}},
    "Slowly": {"Type": "AWS::CodeDeploy::DeploymentConfig", "Properties": {}},
    "Group": {
        "Type": "AWS::CodeDeploy::DeploymentGroup",
        "Properties": {"ApplicationName": {"Ref": "App"}, "DeploymentGroupName": "click"},
    },
    "Archive": {
        "Type": "AWS::Events::Archive",
        "Properties": {"ArchiveName": "facts", "SourceArn": BUS, "RetentionDays": 90},
    },
    "Budget": {"Type": "AWS::Budgets::Budget", "Properties": {"Budget": {"BudgetType": "COST"}}},
    "Monthly": {
        "Type": "AWS::SecretsManager::RotationSchedule",
        "Properties": {"SecretId": SECRET},
    },
    "Bad": {
        "Type": "AWS::CloudWatch::CompositeAlarm",
        "Properties": {"AlarmName": "bad", "AlarmRule": "TRUE"},
    },
    "Query": {"Type": "AWS::Logs::QueryDefinition", "Properties": {"Name": "q"}},
    "Guarded": {"Type": "AWS::WAFv2::WebACLAssociation", "Properties": {}},
    "Rate": {
        "Type": "AWS::CloudWatch::Alarm",
        "Properties": {
            "ComparisonOperator": "GreaterThanThreshold",
            "Metrics": [{"Id": "rate", "Expression": "1"}],
            "Threshold": 1,
        },
    },
}
OUTPUTS: dict[str, Any] = {
    "App": {"Ref": "App"},
    "Group": {"Ref": "Group"},
    "Archive": {"Fn::GetAtt": ["Archive", "Arn"]},
    "Monthly": {"Ref": "Monthly"},
    "Bad": {"Fn::GetAtt": ["Bad", "Arn"]},
    "Rate": {"Fn::GetAtt": ["Rate", "Arn"]},
}


def template(retention: int = 90, **more: Any) -> str:
    days = {"Properties": RESOURCES["Archive"]["Properties"] | {"RetentionDays": retention}}
    resources = RESOURCES | {"Archive": RESOURCES["Archive"] | days} | more
    outputs = {name: {"Value": value} for name, value in OUTPUTS.items()}
    return json.dumps({"Resources": resources, "Outputs": outputs})


def released(version: str, code: str) -> dict[str, Any]:
    """A function of two versions, and an alias CodeDeploy would move to one of them."""
    policy = {"ApplicationName": {"Ref": "App"}, "DeploymentGroupName": {"Ref": "Group"}}
    role = "arn:aws:iam::000000000000:role/r"
    function = {
        "Code": {"ZipFile": code},
        "Handler": "index.handle",
        "Role": role,
        "Runtime": "python3.13",
    }
    of_function = {"FunctionName": {"Ref": "Click"}}
    alias = {"Name": "live", "FunctionVersion": {"Fn::GetAtt": [version, "Version"]}}
    return {
        "Click": {"Type": "AWS::Lambda::Function", "Properties": function},
        version: {"Type": "AWS::Lambda::Version", "Properties": of_function},
        "Live": {
            "Type": "AWS::Lambda::Alias",
            "Properties": of_function | alias,
            "UpdatePolicy": {"CodeDeployLambdaAliasUpdate": policy},
        },
    }
