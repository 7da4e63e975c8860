from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.gauge.flow import of_licence, of_mail
from shared import clock, people
from shared.aws import clients
from shared.aws.mail_account import mail_account
from shared.observe import logger, measure, metrics
from shared.settings import at_start


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, float]:
    """The licence first: its figure needs no answer from SES."""
    licence = of_licence(people.agency(), clock.now())
    measure(licence)
    mail = of_mail(mail_account(clients.ses_to_ask()))
    measure(mail)
    return licence | mail


at_start(people.agency)
