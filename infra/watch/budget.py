"""What a month of the account may cost, and who hears when it costs more.

Operators are told by mail directly, ten at most: then nobody else need speak to the alarms' topic.
"""

from typing import Any

from aws_cdk import aws_budgets as budgets
from constructs import Construct

from infra.stage import Stage


def budget(scope: Construct, stage: Stage) -> None:
    listeners = [
        budgets.CfnBudget.SubscriberProperty(subscription_type="EMAIL", address=address)
        for address in stage.operators
    ]
    notifications = [
        budgets.CfnBudget.NotificationWithSubscribersProperty(
            notification=_above(percent, of), subscribers=listeners
        )
        for percent, of in ((80, "ACTUAL"), (100, "FORECASTED"))
    ]
    budgets.CfnBudget(
        scope,
        "Budget",
        budget=budgets.CfnBudget.BudgetDataProperty(
            budget_type="COST",
            time_unit="MONTHLY",
            budget_limit=budgets.CfnBudget.SpendProperty(
                amount=stage.monthly_budget_usd, unit="USD"
            ),
        ),
        notifications_with_subscribers=notifications,
        resource_tags=[
            budgets.CfnBudget.ResourceTagProperty(key="project", value="career-relay"),
            budgets.CfnBudget.ResourceTagProperty(key="stage", value=stage.name),
        ],
    )


def _above(percent: int, of: str) -> Any:
    return budgets.CfnBudget.NotificationProperty(
        notification_type=of,
        comparison_operator="GREATER_THAN",
        threshold=percent,
        threshold_type="PERCENTAGE",
    )
