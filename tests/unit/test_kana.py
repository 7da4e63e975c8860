"""One name, however it is written."""

import pytest

from shared.kana import plain


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("ヤマダ　タロウ", "Yamada Tarō"),
        ("ﾔﾏﾀﾞ ﾀﾛｳ", "やまだ たろう"),
        ("ＹＡＭＡＤＡ　ＴＡＲＯ", "yamada taro"),
        ("さとう", "Satoh"),
        ("おおの", "Ohno"),
        ("おおつか", "Ootsuka"),
        ("しんばし", "Shimbashi"),
        ("ほんま", "Homma"),
        ("じゅんいち", "Jun'ichi"),
        ("ちづる", "Tiduru"),
        ("ふじい", "Huzii"),
        ("まっちゃ", "Matcha"),
        ("しゃちょう", "Syatyou"),
        ("にいがた", "Niigata"),
        ("髙橋 眞", "高橋 真"),
        ("渡邊", "渡辺"),
        ("株式会社ナナ", "㈱なな"),
        ("Müller", "muller"),
        ("マリア・クララ", "マリア クララ"),
    ],
)
def test_a_name_is_the_same_however_it_is_written(written: str, same: str) -> None:
    assert plain(written) == plain(same) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [("はた", "はだ"), ("かとう", "さとう"), ("ゆうき", "ゆき子"), ("山田", "山口")],
)
def test_other_names_are_others(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@pytest.mark.parametrize("nothing", ["", "  ", "--", "株式会社", "・"])
def test_of_nothing_nothing_is_left(nothing: str) -> None:
    assert plain(nothing) == []
