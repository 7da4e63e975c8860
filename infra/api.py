"""One HTTP API, one origin."""

import json
from collections.abc import Mapping
from typing import Final, cast

from aws_cdk import RemovalPolicy
from aws_cdk import aws_apigatewayv2 as apigw
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk.aws_apigatewayv2_integrations import HttpLambdaIntegration
from constructs import Construct

from infra.acknowledged import acknowledge
from infra.function import named
from infra.routes import REST, ROUTES

A_SECOND: Final = 200
AT_ONCE: Final = 400

WITHOUT_ADDRESSES: Final = {
    name: f"$context.{name}"
    for name in (
        "requestId",
        "requestTime",
        "routeKey",
        "status",
        "responseLatency",
        "responseLength",
        "integrationErrorMessage",
    )
}


class Api(Construct):
    def __init__(self, scope: Construct, functions: Mapping[str, lambda_.IFunction]) -> None:
        super().__init__(scope, "Http")
        to = {
            verb: HttpLambdaIntegration(
                named(verb), functions[verb], scope_permission_to_route=False
            )
            for verb in sorted({verb for _, _, verb in ROUTES})
        }
        self.api = apigw.HttpApi(
            self,
            "Api",
            description="career-relay",
            create_default_stage=False,
            default_integration=to[REST],
        )
        for path, methods, verb in ROUTES:
            asked = [apigw.HttpMethod[method] for method in methods]
            self.api.add_routes(path=path, methods=asked, integration=to[verb])
        self.stage = self._stage()
        acknowledge(
            self.api, "APIG4", "Candidates have no account; functions check programs' API keys."
        )

    def _stage(self) -> apigw.HttpStage:
        stage = apigw.HttpStage(
            self,
            "Stage",
            http_api=self.api,
            stage_name="$default",
            auto_deploy=True,
            throttle=apigw.ThrottleSettings(rate_limit=A_SECOND, burst_limit=AT_ONCE),
        )
        plain = cast(apigw.CfnStage, stage.node.default_child)
        plain.access_log_settings = apigw.CfnStage.AccessLogSettingsProperty(
            destination_arn=self._log().log_group_arn, format=json.dumps(WITHOUT_ADDRESSES)
        )
        return stage

    def _log(self) -> logs.LogGroup:
        return logs.LogGroup(
            self,
            "AccessLog",
            retention=logs.RetentionDays.ONE_MONTH,
            removal_policy=RemovalPolicy.DESTROY,
        )
