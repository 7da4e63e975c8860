"""Mail and the licence: what would end by itself one day, and rings before."""

from constructs import Construct

from infra.watch.alarm import ABOVE, AT_LEAST, BELOW, Rings, alarm, silent
from infra.watch.figures import HOUR, MAX, MIN, figure, ticked

SIX_MONTHS, TWO_MONTHS = 184, 62
"""Days, of the longest months there are in a row: nobody is told too late."""


def mails(scope: Construct) -> None:
    says = "SES did not take three mails within five minutes."
    alarm(scope, "mail-refused", says, ticked("MailRefused", "notify"), Rings(AT_LEAST, 3))
    says = "More than 5 % of our mails bounce: at 10 % SES stops sending."
    bounces = figure("AWS/SES", "Reputation.BounceRate", {}, every=HOUR, take=MAX)
    alarm(scope, "mails-bounce", says, bounces, Rings(ABOVE, 0.05))
    says = "More than one mail in a thousand is called spam: at five SES stops sending."
    complaints = figure("AWS/SES", "Reputation.ComplaintRate", {}, every=HOUR, take=MAX)
    alarm(scope, "mails-called-spam", says, complaints, Rings(ABOVE, 0.001))


def limits(scope: Construct) -> None:
    used = ticked("MailQuotaUsed", "gauge", every=HOUR, take=MAX)
    says = "Over 80 % of the mails SES lets us send in a day are sent."
    alarm(scope, "mail-quota", says, used, Rings(ABOVE, 80))
    days = ticked("LicenceDaysLeft", "gauge", every=HOUR, take=MIN)
    says = "The agency's licence lapses within six months: it is time to renew it."
    alarm(scope, "licence-to-renew", says, days, Rings(BELOW, SIX_MONTHS + 1))
    says = "The agency's licence lapses within two months; then nobody can register."
    alarm(scope, "licence-lapses", says, days, Rings(BELOW, TWO_MONTHS + 1))
    says = "Quota and licence have not been looked at for two hours."
    silent(scope, "gauge-silent", says, used, times=2)
