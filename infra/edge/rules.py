"""What the guard turns back, in this order. A limit is per address and five minutes.

Many people share an address: a mobile carrier's customers, a hall full of candidates. So no limit
is as low as one person would need; guessing is what it has to make hopeless, at 49 bits a slug
and five tries a code.

Of Amazon's lists only the one of addresses known for attacks. Its core rules look for attacks in
what is typed, and a name, a wish, a Japanese sentence may look like one; queries bind their
values and pages escape them, which needs no guessing.

What is below /ats/ is vendors' webhooks, signed: longer than what people type, more at once, from
addresses shared with anybody. `ats` looks at how long they are, and at who signed them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from aws_cdk import aws_wafv2 as waf

from infra.edge import statements as s
from infra.edge.blocked import ELSEWHERE, SHORTER, answer, too_many
from infra.routes import ROUTES
from shared.request import MAX_BODY

IN_ALL: Final = 1000
SLUGS: Final = 300
REGISTRATIONS: Final = 100
CODES: Final = 100
DELIVERIES: Final = 30_000
"""A vendor sends all its customers' rejections from a few addresses: a hundred a second."""
NOWHERE: Final = 20
CODES_BELOW: Final = ("/registrations/", "/sign-in", "/me/address")
"""Where a code is sent from or typed."""
NOT_OF_THE_API: Final = ("/static/", "/favicon.ico", "/robots.txt", "/apple-touch-icon")
VENDORS: Final = "/ats/"
REPUTATION: Final = "AWSManagedRulesAmazonIpReputationList"
KNOWN_FOR_ATTACKS: Final = ("AWSManagedIPReputationList", "AWSManagedReconnaissanceList")


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    statement: s.Statement
    action: waf.CfnWebACL.RuleActionProperty | None = None
    """None where a group of rules acts itself."""

    def at(self, priority: int) -> waf.CfnWebACL.RuleProperty:
        own: dict[str, Any] = {"action": self.action}
        groups = {"override_action": waf.CfnWebACL.OverrideActionProperty(none={})}
        return waf.CfnWebACL.RuleProperty(
            name=self.name,
            priority=priority,
            statement=self.statement,
            visibility_config=seen(self.name),
            **(own if self.action else groups),
        )


def seen(name: str) -> waf.CfnWebACL.VisibilityConfigProperty:
    """Counted, and not looked at: a sampled request shows who asked."""
    return waf.CfnWebACL.VisibilityConfigProperty(
        cloud_watch_metrics_enabled=True,
        metric_name=f"CareerRelay{name}",
        sampled_requests_enabled=False,
    )


def ours() -> Iterator[s.Statement]:
    """Every path that may lead somewhere, said once: what lies below another one goes with it."""
    parts = [path.partition("{") for path, _, _ in ROUTES]
    wide = {prefix: bool(variable) for prefix, variable, _ in parts}
    for prefix, is_wide in wide.items():
        if not any(prefix.startswith(other) for other in wide if wide[other] and other != prefix):
            yield s.below(prefix) if is_wide else s.at(prefix)
    yield from map(s.below, NOT_OF_THE_API)


def all_of_them() -> list[Rule]:
    turned_back = answer(403, ELSEWHERE)
    attackers = dict.fromkeys(KNOWN_FOR_ATTACKS, turned_back)
    registers = s.all_of(s.by("POST"), s.below("/r/"), s.ends("/registrations"))
    types_a_code = s.all_of(s.by("POST"), s.any_of(*map(s.below, CODES_BELOW)))
    nowhere = s.none_of(ours())
    people, vendors = s.none_of([s.below(VENDORS)]), s.below(VENDORS)
    return [
        Rule("TooLong", s.all_of(s.longer_than(MAX_BODY), people), answer(413, SHORTER)),
        Rule("Attackers", s.of_amazons(REPUTATION, people, **attackers)),
        Rule("Nowhere", s.more_than(NOWHERE, nowhere), too_many()),
        Rule("Registrations", s.more_than(REGISTRATIONS, registers), too_many()),
        Rule("Codes", s.more_than(CODES, types_a_code), too_many()),
        Rule("Slugs", s.more_than(SLUGS, s.below("/r/")), too_many()),
        Rule("Deliveries", s.more_than(DELIVERIES, vendors), too_many()),
        Rule("InAll", s.more_than(IN_ALL, people), too_many()),
    ]
