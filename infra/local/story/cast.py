"""Who is in the demo. All of them are made up, and every name says so."""

from dataclasses import dataclass
from typing import Final

from infra.local.seed import COMPANY

DEMO: Final = "(デモ)"


@dataclass(frozen=True, slots=True)
class Member:
    """`role` at a company or at the agency."""

    name: str
    email: str
    role: str


@dataclass(frozen=True, slots=True)
class Company:
    """Args:
    key: how the story calls it.
    since: how many days ago it came.
    links: label, stage, job family, channel.
    """

    key: str
    name: str
    industry: str
    size_band: str
    since: int
    members: tuple[Member, ...]
    links: tuple[tuple[str, str, str, str], ...]

    @property
    def owner(self) -> Member:
        return self.members[0]


AOZORA: Final = Company(
    "aozora",
    f"{COMPANY['name']}{DEMO}",
    "E",
    "300-999",
    182,
    (
        Member(f"{COMPANY['contact_name']}{DEMO}", COMPANY["contact_email"], "owner"),
        Member(f"白雲 翔{DEMO}", "shirakumo@aozora-seisakusho.example", "recruiter"),
        Member(f"朝凪 しずか{DEMO}", "asanagi@aozora-seisakusho.example", "viewer"),
    ),
    (
        ("書類選考のあと", "書類選考", "エンジニア", "採用サイト"),
        ("最終面接のあと", "最終面接", "エンジニア", "採用サイト"),
    ),
)
KAWASEMI: Final = Company(
    "kawasemi",
    f"かわせみソフト合同会社{DEMO}",
    "G",
    "50-99",
    182,
    (Member(f"翡翠 玲{DEMO}", "jinji@kawasemi-soft.example", "owner"),),
    (("一次面接のあと", "一次面接", "エンジニア", "求人媒体"),),
)
MINATO: Final = Company(
    "minato",
    f"みなと商事株式会社{DEMO}",
    "I",
    "1000-4999",
    665,
    (Member(f"波止場 渉{DEMO}", "recruit@minato-shoji.example", "owner"),),
    (("新卒採用", "最終面接", "営業", "学校"),),
)
COMPANIES: Final = (MINATO, AOZORA, KAWASEMI)
APPLYING: Final = Company(
    "shiosai",
    f"しおさい食品株式会社{DEMO}",
    "E",
    "100-299",
    1,
    (Member(f"汐見 まどか{DEMO}", "jinji@shiosai-shokuhin.example", "owner"),),
    (),
)
"""It waits to be let in."""
AGENCY: Final = (
    Member(f"道標 花子{DEMO}", "hanako@michishirube.example", "manager"),
    Member(f"道標 次郎{DEMO}", "jiro@michishirube.example", "adviser"),
    Member(f"灯台 あかり{DEMO}", "akari@michishirube.example", "adviser"),
)
_FAMILY: Final = (
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村"
).split()
_GIVEN: Final = (
    "蒼 陽菜 湊 凛 律 結愛 蓮 紬 暖 澪 樹 芽依 朝陽 詩 大和 莉子 悠真 咲良 奏 葵".split()
)
PHONES: Final = 2
"""Of every five, who said their number."""
_WISHES: Final = (
    ("02", "東京"), ("06", "神奈川"), ("07", "大阪"), ("02", "福岡"), ("09", "北海道"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """`address` is where they ask from: a network kept for documents, so that it is nobody's."""

    full_name: str
    email: str
    occupation: str
    location: str
    address: str
    news: bool = False
    phone: str | None = None

    @classmethod
    def number(cls, n: int) -> "Candidate":
        """The same n is the same person; no two have one name."""
        name = f"{_FAMILY[n % len(_FAMILY)]} {_GIVEN[n % len(_GIVEN)]}"
        occupation, location = _WISHES[n % len(_WISHES)]
        return cls(
            full_name=f"{name}{DEMO}",
            email=f"demo.{n:02}@mail.example.com",
            occupation=occupation,
            location=location,
            address=f"203.0.113.{n + 1}",
            news=n % 3 == 0,
            phone=f"090-0000-{n:04}" if n % 5 == PHONES else None,
        )
