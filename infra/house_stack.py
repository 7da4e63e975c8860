"""What a stage's stacks have in common: their name, their place, their tags."""

from aws_cdk import Environment, Stack, Tags
from constructs import Construct

from infra.stage import Stage


class HouseStack(Stack):
    """`part` is told from the others by name; the relay itself has none."""

    def __init__(self, scope: Construct, stage: Stage, *, part: str = "", region: str = "") -> None:
        name = f"CareerRelay{part}-{stage.name}"
        place = Environment(region=region or stage.region)
        super().__init__(scope, name, env=place, description=name)
        Tags.of(self).add("project", "career-relay")
        Tags.of(self).add("stage", stage.name)
