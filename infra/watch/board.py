"""The dashboard, two pages under each other: what people do, and how the relay does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from constructs import Construct

from infra.watch.alarm import house_name

THIRD: Final = 8
HIGH: Final = 6
LAST_WEEK: Final = Duration.days(7)


@dataclass(frozen=True, slots=True)
class Graph:
    title: str
    left: Sequence[cloudwatch.IMetric]
    right: Sequence[cloudwatch.IMetric] = ()
    width: int = THIRD

    def drawn(self) -> cloudwatch.IWidget:
        return cloudwatch.GraphWidget(
            title=self.title,
            left=[*self.left],
            right=[*self.right],
            width=self.width,
            height=HIGH,
            left_y_axis=cloudwatch.YAxisProps(min=0),
            right_y_axis=cloudwatch.YAxisProps(min=0),
        )


def board(scope: Construct, **pages: Sequence[Graph]) -> cloudwatch.Dashboard:
    """Graphs fill a row from the left and go on in the next."""
    made = cloudwatch.Dashboard(
        scope, "Board", dashboard_name=house_name(scope), default_interval=LAST_WEEK
    )
    for title, graphs in pages.items():
        made.add_widgets(cloudwatch.TextWidget(markdown=f"# {title}", width=24, height=1))
        made.add_widgets(*(graph.drawn() for graph in graphs))
    return made
