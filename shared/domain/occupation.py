"""The 15 major groups of 厚生労働省編職業分類 (2022 edition). English names are ours."""

from dataclasses import dataclass
from typing import Final

from shared.domain.locale import Locale


@dataclass(frozen=True, slots=True)
class Occupation:
    code: str
    ja: str
    en: str

    def name_in(self, locale: Locale) -> str:
        return self.en if locale == "en" else self.ja


OCCUPATIONS: Final = (
    Occupation("01", "管理的職業", "Management"),
    Occupation("02", "研究・技術の職業", "Research and engineering"),
    Occupation(
        "03", "法務・経営・文化芸術等の専門的職業", "Law, business, culture and arts professions"
    ),
    Occupation("04", "医療・看護・保健の職業", "Medical care, nursing and health"),
    Occupation("05", "保育・教育の職業", "Childcare and education"),
    Occupation("06", "事務的職業", "Clerical work"),
    Occupation("07", "販売・営業の職業", "Sales"),
    Occupation("08", "福祉・介護の職業", "Welfare and care"),
    Occupation("09", "サービスの職業", "Service"),
    Occupation("10", "警備・保安の職業", "Security"),
    Occupation("11", "農林漁業の職業", "Agriculture, forestry and fisheries"),
    Occupation(
        "12", "製造・修理・塗装・製図等の職業", "Manufacturing, repair, painting and drafting"
    ),
    Occupation("13", "配送・輸送・機械運転の職業", "Delivery, transport and machine operation"),
    Occupation(
        "14", "建設・土木・電気工事の職業", "Construction, civil engineering and electrical work"
    ),
    Occupation("15", "運搬・清掃・包装・選別等の職業", "Carrying, cleaning, packing and sorting"),
)


def named(code: str | None, locale: Locale) -> str:
    """By its name; what is none of the list stays as it was typed."""
    found = next((known for known in OCCUPATIONS if known.code == code), None)
    return found.name_in(locale) if found else code or ""
