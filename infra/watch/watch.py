"""All that watches the relay, on one page: alarms, whom they tell, the dashboard, the canary."""

from collections.abc import Mapping

from aws_cdk import Stack
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.api import Api
from infra.holdings import Holdings
from infra.stage import Stage
from infra.watch import answers, facts, failing, mails, operations, tables
from infra.watch.board import board
from infra.watch.budget import budget
from infra.watch.canary import Canary
from infra.watch.funnel import funnel
from infra.watch.operators import Operators
from infra.watch.queues import lost_in, read_in


class Watch(Construct):
    """Made last: it hears the alarms and reads the queues that are there by then."""

    def __init__(
        self,
        stack: Stack,
        stage: Stage,
        *,
        api: Api,
        held: Holdings,
        does: Mapping[str, lambda_.Alias],
    ) -> None:
        super().__init__(stack, "Watch")
        read, lost = read_in(stack), lost_in(stack)

        broken = answers.broken(self, api)
        answers.shut(self, api)
        answers.slow(self, does["click"])
        fails = failing.each_failing(self, does)
        failing.throttled(self)
        facts.facts(self, does["publish"], read)
        facts.judging(self)
        facts.truth(self)
        facts.contacts(self)
        mails.mails(self)
        mails.limits(self)
        tables.tables(self, [held.core, held.clicks])
        Operators(self, stage).hear_all(stack)

        board(
            self,
            People=funnel(),
            Relay=[
                *operations.answers(api, does),
                *operations.functions(does),
                operations.tables(held.core, held.clicks),
                *operations.on_its_way(does["publish"], read, lost),
                operations.deliveries(),
                operations.imports(),
                operations.vendors(),
                *operations.limits(),
            ],
        )
        if not self.node.try_get_context("at_once"):
            Canary(self, does, fails, broken)
        if stage.on_aws:
            budget(self, stage)
