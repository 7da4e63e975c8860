"""What a rule of the guard looks at, in few words."""

from collections.abc import Iterable
from typing import Any, Final

from aws_cdk import aws_wafv2 as waf

type Statement = waf.CfnWebACL.StatementProperty

_AS_IT_IS: Final = [waf.CfnWebACL.TextTransformationProperty(priority=0, type="NONE")]
PATH: Final = waf.CfnWebACL.FieldToMatchProperty(uri_path={})
METHOD: Final = waf.CfnWebACL.FieldToMatchProperty(method={})
BODY: Final = waf.CfnWebACL.FieldToMatchProperty(
    body=waf.CfnWebACL.BodyProperty(oversize_handling="MATCH")
)
"""More than the guard is shown is more than we take: it counts as too long."""


def _bytes(field: waf.CfnWebACL.FieldToMatchProperty, how: str, what: str) -> Statement:
    return waf.CfnWebACL.StatementProperty(
        byte_match_statement=waf.CfnWebACL.ByteMatchStatementProperty(
            field_to_match=field,
            positional_constraint=how,
            search_string=what,
            text_transformations=_AS_IT_IS,
        )
    )


def at(path: str) -> Statement:
    return _bytes(PATH, "EXACTLY", path)


def below(prefix: str) -> Statement:
    return _bytes(PATH, "STARTS_WITH", prefix)


def ends(suffix: str) -> Statement:
    return _bytes(PATH, "ENDS_WITH", suffix)


def by(method: str) -> Statement:
    return _bytes(METHOD, "EXACTLY", method)


def all_of(*statements: Statement) -> Statement:
    both: Any = waf.CfnWebACL.AndStatementProperty(statements=list(statements))
    return waf.CfnWebACL.StatementProperty(and_statement=both)


def any_of(*statements: Statement) -> Statement:
    some: Any = waf.CfnWebACL.OrStatementProperty(statements=list(statements))
    return waf.CfnWebACL.StatementProperty(or_statement=some)


def none_of(statements: Iterable[Statement]) -> Statement:
    """AWS takes no `or` of one."""
    some = list(statements)
    either = some[0] if len(some) == 1 else any_of(*some)
    return waf.CfnWebACL.StatementProperty(
        not_statement=waf.CfnWebACL.NotStatementProperty(statement=either)
    )


def longer_than(size: int) -> Statement:
    return waf.CfnWebACL.StatementProperty(
        size_constraint_statement=waf.CfnWebACL.SizeConstraintStatementProperty(
            field_to_match=BODY,
            comparison_operator="GT",
            size=size,
            text_transformations=_AS_IT_IS,
        )
    )


def more_than(limit: int, of: Statement | None = None) -> Statement:
    """From one address within five minutes; `of` is what is counted, everything if left out."""
    return waf.CfnWebACL.StatementProperty(
        rate_based_statement=waf.CfnWebACL.RateBasedStatementProperty(
            aggregate_key_type="IP",
            limit=limit,
            evaluation_window_sec=300,
            scope_down_statement=of,
        )
    )


def of_amazons(group: str, of: Statement, **instead: waf.CfnWebACL.RuleActionProperty) -> Statement:
    """Of what `of` matches. `instead`: what a rule of the group does, in place of Amazon's."""
    return waf.CfnWebACL.StatementProperty(
        managed_rule_group_statement=waf.CfnWebACL.ManagedRuleGroupStatementProperty(
            vendor_name="AWS",
            name=group,
            scope_down_statement=of,
            rule_action_overrides=[
                waf.CfnWebACL.RuleActionOverrideProperty(name=name, action_to_use=action)
                for name, action in instead.items()
            ],
        )
    )
