"""Does a text say what it may not, or leave out what it must? Words and patterns, nothing else.

No gift for registering (guideline of 2021, licence condition of 2025), no campaign, no verdict over
a person, no raised voice; and what the law wants said is said (ESA 5-4, 32-13; APPI 21, 32).

>>> [found.what for found in lint(["登録でギフト券を進呈します！"])]
['ギフト', '！']
>>> lint(["登録は任意で、費用はかかりません。"])
[]
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    GIFT = "gift"
    CAMPAIGN = "campaign"
    REJECTION = "rejection"
    RAISED = "raised"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` is the word that was found in `line`; of what is missing, its name."""

    kind: Kind
    what: str
    line: str = ""


GIFTS: Final = (
    "祝い金|ギフト|プレゼント|謝礼|謝金|報奨|商品券|金券|クーポン|キャッシュバック|ポイント|特典|進呈"
    r"|\b(?:gifts?|rewards?|vouchers?|coupons?|cash|bonus(?:es)?|prizes?|giveaways?)\b"
)
CAMPAIGNS: Final = (
    "キャンペーン|今だけ|いまだけ|期間限定|数量限定|先着|お得|急いで|今すぐ|いますぐ|お見逃し|残りわずか"
    "|必ず(?:決ま|採用|内定|転職)|絶対に|業界(?:初|一|最)|日本一|ナンバーワン|No[.．]?1"
    r"|\b(?:campaigns?|hurry|act now|last chance|limited[- ]time|exclusive offers?|best ever"
    r"|guaranteed?|number one|don't miss)\b"
)
REJECTIONS: Final = (
    "残念|不採用|落選|不合格|お祈り|祈念|ご期待に添え|見送"
    r"|\b(?:reject\w*|unfortunately|regret\w*|unsuccessful|turned down|not selected|sorry)\b"
)
RAISED: Final = r"[!\uff01]"
REFUSED: Final[Mapping[Kind, re.Pattern[str]]] = {
    kind: re.compile(words, re.IGNORECASE)
    for kind, words in {
        Kind.GIFT: GIFTS,
        Kind.CAMPAIGN: CAMPAIGNS,
        Kind.REJECTION: REJECTIONS,
        Kind.RAISED: RAISED,
    }.items()
}

_LICENCE, _EMAIL, _RESPONSIBLE = r"\{licence\}", r"\{email\}", r"\{responsible\}"
_OPTIONAL: Final = "任意|ご自由|optional|up to you"
_FREE: Final = "費用はかかりません|free"
_UNHARMED: Final = "応募に[はも]?影響しません|no effect on future applications|without effect"
_HONEST: Final = "合計人数|total number"
NEEDED: Final[Mapping[str, Mapping[str, str]]] = {
    "privacy": {
        "licence": _LICENCE,
        "responsible": _RESPONSIBLE,
        "email": _EMAIL,
        "purposes": "利用する目的|what we use it for",
        "third_parties": "第三者への提供|who else receives it",
        "kept": "保存する期間|how long we keep",
        "own_rights": "消す|delete",
    },
    "terms": {"optional": _OPTIONAL, "free": _FREE, "honest": _HONEST, "email": _EMAIL},
    "company_terms": {
        "no_money": "お金や品物|money or goods",
        "penalties": "違約金|penalt",
        "conditions": "労働条件|working conditions",
    },
    "licence": {
        "licence": _LICENCE,
        "until": r"\{until\}",
        "responsible": _RESPONSIBLE,
        "complaints": "苦情|complaint",
    },
    "fees": {
        "fee": r"\{fee_percent\}",
        "free": "0円|0 yen",
        "refunds": "返戻金|refund",
        "notified": "届け出|notified",
    },
    "contact": {
        "responsible": _RESPONSIBLE,
        "email": _EMAIL,
        "complaints": "苦情|complaint",
        "bureau": "労働局|labour bureau",
    },
    "landing": {"optional": _OPTIONAL, "free": _FREE, "unharmed": _UNHARMED, "honest": _HONEST},
    "sentences": {
        "licence": _LICENCE,
        "optional": _OPTIONAL,
        "free": _FREE,
        "unharmed": _UNHARMED,
        "honest": _HONEST,
    },
    "foot": {
        "sender": "差出人|sender",
        "address": "所在地|address",
        "email": "連絡先|contact",
        "leave": "停止|unsubscribe|stop",
    },
}
"""By a text: what it says at least, by name, and a pattern by which it is recognised."""


def lint(lines: Iterable[str], needed: str | None = None) -> list[Finding]:
    """
    Args:
        needed: the text's name, where there is something it has to say.
    """
    read = list(lines)
    refused = [
        Finding(kind, found.group(), line)
        for line in read
        for kind, pattern in REFUSED.items()
        if (found := pattern.search(line))
    ]
    whole = "\n".join(read)
    wanted = NEEDED.get(needed or "", {})
    left_out = [n for n, p in wanted.items() if not re.search(p, whole, re.IGNORECASE)]
    return [*refused, *(Finding(Kind.MISSING, name) for name in left_out)]
