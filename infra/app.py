"""`python -m infra.app` writes what `cdk deploy` sends: no CDK CLI is needed to look at it."""

import sys
from typing import Final

from aws_cdk import App, Validations
from cdk_nag import AwsSolutionsChecks

from infra.context import ContextRefusedError
from infra.edge.guard import GuardStack
from infra.layer import layer_folder
from infra.sender import SenderStack
from infra.sources import sources
from infra.stack import RelayStack
from infra.stage import stage_from

FLAGS: Final = {
    "@aws-cdk/aws-iam:minimizePolicies": True,
    # a new layer is a new version of every function: without it `live` keeps the old one
    "@aws-cdk/aws-lambda:recognizeLayerVersion": True,
}
"""Here and not in cdk.json, which only the CLI reads: one program, one template."""


def main() -> None:
    app = App(post_cli_context=FLAGS)
    stage = stage_from(app.node.try_get_context)
    if stage.on_aws:
        SenderStack(app, stage)
        GuardStack(app, stage)
    with sources() as folder:
        RelayStack(app, stage, folder, layer_folder(stage.platform))
    Validations.of(app).add_plugins(AwsSolutionsChecks(app))
    app.synth()


if __name__ == "__main__":
    try:
        main()
    except ContextRefusedError as error:
        sys.exit(f"not synthesized: {error}")
