"""S4: what seems to be there is told by its kind, and what only sounds like it is not."""

import time

import pytest

from shared.domain.forbidden import LONGEST, Kind, seems_to_hold
from shared.domain.forbidden_words import MEANS_NO_HARM, SAYS

HOLDS = [
    ("本籍：京都府", Kind.ORIGIN),
    ("本籍地は青森です", Kind.ORIGIN),
    ("出生地 大阪市", Kind.ORIGIN),
    ("出身地:長野県", Kind.ORIGIN),
    ("人種", Kind.ORIGIN),
    ("Race: Asian", Kind.ORIGIN),
    ("My ethnicity is Ainu", Kind.ORIGIN),
    ("Place of birth: Osaka", Kind.ORIGIN),
    ("I was born in Nagoya", Kind.ORIGIN),
    ("社会的身分", Kind.SOCIAL_STATUS),
    ("家柄のよい家に育ち", Kind.SOCIAL_STATUS),
    ("宗教：仏教", Kind.CREED),
    ("私はクリスチャンです", Kind.CREED),
    ("生活信条は誠実", Kind.CREED),
    ("I am a devout Buddhist", Kind.CREED),
    ("Religion: none", Kind.CREED),
    ("支持政党なし", Kind.POLITICS),
    ("共産党員として活動", Kind.POLITICS),
    ("学生運動に参加", Kind.POLITICS),
    ("Member of the Labour Party since 2010", Kind.POLITICS),
    ("労働組合に加入しています", Kind.UNION),
    ("労組の執行委員", Kind.UNION),
    ("I belong to a trade union", Kind.UNION),
    ("家族構成：父、母、妹", Kind.FAMILY),
    ("父の職業：会社員", Kind.FAMILY),
    ("母は市役所に勤務しています", Kind.FAMILY),
    ("My father's occupation: teacher", Kind.FAMILY),
    ("my wife works at a bank", Kind.FAMILY),
    ("持ち家あり", Kind.PROPERTY),
    ("住宅状況　借家", Kind.PROPERTY),
    ("家族の資産 3000万円", Kind.PROPERTY),
    ("愛読書は坊っちゃん", Kind.READING),
    ("購読新聞：日経", Kind.READING),
    ("My favourite books", Kind.READING),
    ("既往症なし", Kind.HEALTH),
    ("持病があり月に一度通院しています", Kind.HEALTH),
    ("Medical history: asthma", Kind.HEALTH),
]

HARMLESS = [
    "家族手当・住宅手当の計算を担当",
    "宗教法人の会計監査",
    "労働組合法の知識があります",
    "労働組合との団体交渉を会社側で担当",
    "日本籍の船舶を管理",
    "求人種別ごとの集計、個人種目で優勝、法人種別の判定",
    "部門地域別の売上、専門地区の担当",
    "設計思想を文書にした。開発思想の共有",
    "国立民族学博物館で勤務",
    "人種や国籍を問わず採用する会社",
    "お客様のご家族構成に合わせた保険を提案",
    "患者様の既往歴の聴取と服薬指導、入居者の持病の把握",
    "借地借家法に詳しい",
    "持ち家率の調査",
    "生協の組合員向けサービスを開発",
    "大学生運動部、学生運動部の主将",
    "固定資産の管理、資産運用の助言",
    "ご愛読ありがとうございました、愛読者カードの集計",
    "1990年生まれ、東京都在住",
    "扶養家族手当の申請システム",
    "父の日の売り場を企画",
    "Fixed a race condition; race day staff",
    "Christian Andersen, International Christian University",
    "Negotiated with the European Union; credit union membership system",
    "Labor union relations and labour union law",
    "Born in the cloud: our platform",
    "homeowner insurance, patient medical history software",
    "Chronic disease management app",
    "B.A. in Religion and Political Science",
]


@pytest.mark.parametrize(("text", "kind"), HOLDS)
def test_what_may_not_be_collected_is_told_by_its_kind_alone(text: str, kind: Kind) -> None:
    assert kind in seems_to_hold(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_sounds_like_it_raises_no_alarm(text: str) -> None:
    assert seems_to_hold(text) == ()


@pytest.mark.parametrize(
    "text",
    ["本籍", "本 籍", "本　籍", "本\n籍", "本\u200b籍", "ﾎﾝｾｷ 本籍"],
)
def test_spaces_and_widths_hide_nothing(text: str) -> None:
    assert seems_to_hold(text) == (Kind.ORIGIN,)


def test_letters_of_full_width_are_letters() -> None:
    assert seems_to_hold("ＲＥＬＩＧＩＯＮ： none") == (Kind.CREED,)
    assert seems_to_hold("My father’s income") == (Kind.FAMILY,)


def test_harm_beside_what_is_harmless_is_still_seen() -> None:
    assert seems_to_hold("宗教法人に勤務。宗教：神道") == (Kind.CREED,)
    assert seems_to_hold("労働組合法を学び、労働組合に加入") == (Kind.UNION,)


def test_each_kind_is_told_once_and_in_order() -> None:
    text = "愛読書、本籍、愛読書、家族構成"
    assert seems_to_hold(text) == (Kind.ORIGIN, Kind.FAMILY, Kind.READING)


def test_every_kind_has_its_words_and_no_word_is_of_no_kind() -> None:
    assert SAYS.keys() == set(Kind)
    assert MEANS_NO_HARM.keys() <= set(Kind)


def test_a_long_text_is_read_up_to_its_bound_and_in_time() -> None:
    began = time.monotonic()
    assert seems_to_hold("父は" * LONGEST + "本籍") == ()
    assert time.monotonic() - began < 5
