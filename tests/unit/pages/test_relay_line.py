"""Where the relay line goes in a company's own mail, and that it goes there once."""

import pytest

from shared.domain.errors import InvalidRequest
from shared.pages.lint import lint
from shared.pages.relay_line.in_html import in_html
from shared.pages.relay_line.in_text import in_text
from shared.pages.relay_line.line import relay_line
from shared.pages.relay_line.mail import Body, with_line
from tests.support.builders import AGENCY
from tests.unit.pages.reading import tags, words
from tests.unit.pages.samples import LOCALES

URL = "https://relay.example/r/3f9ka2"
JA, EN = (relay_line(AGENCY, URL, locale) for locale in ("ja", "en"))
PROSE = (
    "株式会社あおぞら製作所の青空です。\n慎重に選考を行いました。\n\nご活躍をお祈りいたします。\n"
)
ENGLISH = (
    "Dear Hanako,\n\nThank you for applying to Acme Inc.\nWe have decided to go on\nwith others.\n"
)
SENDER = "株式会社あおぞら製作所\n人事部 青空太郎\nTEL: 03-1234-5678\nsaiyo@aozora.example\n"

SIGNATURES = [
    "-- \n青空太郎\n",
    "--\n青空太郎\n",
    "敬具\n\n" + SENDER,
    "　　　　　　　　敬具\n",
    "敬白\n",
    "草々\n\n株式会社あおぞら\n",
    "＿＿＿＿＿＿＿＿\n" + SENDER,
    "----------------\n" + SENDER + "----------------\n",
    "━━━━━━━━━━\n" + SENDER + "━━━━━━━━━━\n",
    "-*-*-*-*-*-*-*-\n青空太郎\n",
    "ーーーーーーーー\n" + SENDER + "※このメールは送信専用です。\n",
    "――― 署名 ―――\n" + SENDER,
    "【署名】\n青空太郎\n",
    "=== Signature ===\nTaro\n",
    SENDER,
    "（株）あおぞら\n青空\n",
    "㈱あおぞら\n青空\n",
    "人事部 採用担当\n株式会社あおぞら\n",
    "あおぞら採用チーム\n",
    "以上\n\n株式会社あおぞら\n",
    "iPhoneから送信\n",
    "----- 元のメッセージ -----\n差出人: 山田\n",
]
REGARDS = [
    "Best regards,\nTaro Aozora\nAcme Inc.\n",
    "Kind regards\nTaro\n",
    "With best wishes,\nTaro\n",
    "Sincerely,\n\nTaro\n",
    "Yours sincerely,\nTaro\n\nThis email is confidential.\n",
    "Best,\nTaro\n",
    "Thanks!\nTaro\n",
    "Best regards, Taro\n",
    "Acme Co., Ltd.\n+81 3 1234 5678\n",
    "The Acme Recruiting Team\n",
    "Sent from my iPhone\n",
    "On Wed, Apr 1, 2026 at 9:00, Hanako <h@example.org> wrote:\n> Hello.\n",
    "-----Original Message-----\nFrom: Hanako\n",
    "________________________________\nFrom: Hanako\n",
    "> Hello\n> there\n",
]


@pytest.mark.parametrize("signature", SIGNATURES)
@pytest.mark.parametrize("mark", ["\n", "\r\n"])
def test_it_stands_before_a_japanese_signature(signature: str, mark: str) -> None:
    before, after = (part.replace("\n", mark) for part in (PROSE + "\n", signature))
    placed = in_text(before + after, JA)
    assert (placed.before, placed.after) == (before, after)
    assert placed.line == JA.text.replace("\n", mark) + mark * 2


@pytest.mark.parametrize("signature", REGARDS)
def test_it_stands_before_an_english_signature(signature: str) -> None:
    placed = in_text(f"{ENGLISH}\n{signature}", EN)
    assert (placed.before, placed.after) == (f"{ENGLISH}\n", signature)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "よろしくお願いいたします",
        PROSE,
        ENGLISH,
        "━━━━━━\n■選考結果のお知らせ\n━━━━━━\n慎重に選考を行いました。\n",
        "株式会社あおぞら製作所\n",
        "-- \n",
    ],
)
def test_where_there_is_no_signature_it_stands_at_the_end(body: str) -> None:
    placed = in_text(body, JA)
    assert (placed.before, placed.after) == (body, "")
    assert placed.whole.endswith(f"{JA.text}\n")
    assert not body or f"\n\n{JA.text}" in placed.whole


@pytest.mark.parametrize(
    "link",
    [
        URL,
        "https://relay.example/r/aozora",
        "HTTPS://RELAY.EXAMPLE/r/aozora?lang=en",
        "https://safelinks.example/?url=https%3A%2F%2Frelay.example%2Fr%2Faozora&data=05",
    ],
)
def test_a_mail_with_any_of_our_links_is_left_as_it_is(link: str) -> None:
    text, html = f"{PROSE}{link}\n敬具\n", f'<p>敬具</p><p><a href="{link}">こちら</a>'
    assert with_line(Body(text, html), JA) == Body(text, html)


def test_our_address_elsewhere_is_no_relay_line() -> None:
    assert in_text("https://relay.example/terms です。\n", JA).line
    assert in_html("<p>a<!-- https://relay.example/r/old --></p>", JA).line
    assert in_html("<style>/* https://relay.example/r/old */</style>", JA).line


BLOCK = f"{JA.html}\n"
P, END = "<p>ありがとうございました。</p>", "</div></body></html>"
MSO = "<p class=MsoNormal><span lang=JA>{}</span><o:p></o:p></p>\n"
TOP = f'<html><head><title>敬具</title><style>p {{}}</style></head><body><div class="m">{P}'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TOP, f"<p>敬具</p><p>株式会社あおぞら</p>{END}"),
        (TOP, f"<div><div><p><b>敬具</b></p></div></div>{END}"),
        (TOP, f'<div class="gmail_signature" data-smartmail="gmail_signature">青空{END}'),
        (TOP, f'<span class="gmail_signature_prefix">-- </span><br><div>青空</div>{END}'),
        (TOP, f'<div id="Signature"><p>青空です。</p></div>{END}'),
        (TOP, f'<div class="moz-signature">-- <br>青空</div>{END}'),
        (TOP, f'<table class="signature"><tr><td>青空</td></tr></table>{END}'),
        (TOP, f'<div id="appendonsend"></div><hr><div>From: 山田</div>{END}'),
        (TOP, f'<div class="gmail_quote"><p>前のメールです。</p></div>{END}'),
        (TOP, f'<blockquote type="cite">前のメールです。</blockquote>{END}'),
        (TOP, f"<hr><p>株式会社あおぞら<br>TEL 03</p>{END}"),
        (f"{TOP}<p>&nbsp;</p>", f"<p>━━━━━━</p><p>株式会社あおぞら</p>{END}"),
        (f"{TOP}<p><br></p>", f"<p>&#26666;&#24335;会社あおぞら</p>{END}"),
        (
            f"<div class=WordSection1>{MSO.format('不採用です。')}{MSO.format('&nbsp;')}",
            f"{MSO.format('敬具')}{MSO.format('株式会社あおぞら')}</div>",
        ),
        (f"{P}<ul><li>面接の結果です。</li></ul>", "<p>━━━━━━</p><p>株式会社あおぞら</p>"),
        ("<table><tr><td>不採用です。</td></tr><tr><td>", "<b>株式会社X</b></td></tr></table>"),
        ("<div>結果です。<br>", "敬具<br>株式会社X</div>"),
        (f"<body>{P}", "</body></html>\n"),
        (P, ""),
        ("a < b です。", ""),
        ("", ""),
    ],
)
def test_in_html_it_is_paragraphs_before_the_signature(before: str, after: str) -> None:
    placed = in_html(before + after, JA)
    assert (placed.before, placed.line, placed.after) == (before, BLOCK, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>結果です。<br>", "敬具<br>株式会社X</p>"),
        ("<div><span>結果です。<br>", "-- <br>青空</span></div>"),
        ("<pre>結果です。<br>", "敬具</pre>"),
    ],
)
def test_within_a_paragraph_it_is_lines_with_breaks(before: str, after: str) -> None:
    placed = in_html(before + after, JA)
    assert (placed.before, placed.after) == (before, after)
    assert "<p>" not in placed.line and placed.line.startswith("<br>")
    assert words(placed.line).split() == JA.text.split()


@pytest.mark.parametrize("locale", LOCALES)
def test_it_says_all_that_is_owed_and_thanks_nobody_twice(locale: str) -> None:
    one = {"ja": JA, "en": EN}[locale]
    said = one.text.replace(AGENCY.licence_number, "{licence}")
    assert lint([said], "sentences") == []
    assert "ありがとうございました" not in said and "Thank you" not in said


def test_its_link_is_safe_in_html_and_plain_in_text() -> None:
    odd = relay_line(AGENCY, f'{URL}"><script>alert(1)</script>', "ja")
    for body in ("<p>a</p>", "<p>a。<br>敬具</p>"):
        whole = in_html(body, odd).whole
        assert tags(whole, "script") == [] and len(tags(whole, "a")) == 1
    assert in_text(PROSE, JA).whole.count(f"\n{URL}\n") == 1


def test_a_mail_of_both_parts_gets_it_in_each_that_lacks_it() -> None:
    text = f"{PROSE}\n{URL}\n"
    both = with_line(Body(text, P), JA)
    assert both == Body(text, f"{P}{BLOCK}")
    assert with_line(both, EN) == both
    assert with_line(Body(text=PROSE), JA).html is None


def test_entities_and_line_ends_stay_as_they_were() -> None:
    html = '<meta charset="iso-2022-jp">\r\n<p>&copy;&nbsp;&amp;&#x3042;</p>\r\n<p>敬具</p>\r\n'
    placed = in_html(html, JA)
    assert placed.before + placed.after == html and placed.after == "<p>敬具</p>\r\n"
    assert placed.line.count("\n") == placed.line.count("\r\n") == JA.html.count("\n") + 1


@pytest.mark.parametrize(
    "html",
    [
        "<p>a</p><!-- b",
        "<p>a</p><div",
        '<a href="x',
        "<style>a",
        "<title>a",
        "<![x",
        "&#" + "9" * 9999,
    ],
)
def test_html_without_an_end_is_refused_by_name_and_not_repeated(html: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        with_line(Body(html=f"山田花子{html}"), JA)
    assert refused.value.fields == {"html": "malformed"}
    assert "山田" not in str(refused.value) and refused.value.__suppress_context__


def test_a_mail_without_a_body_is_refused() -> None:
    with pytest.raises(InvalidRequest):
        with_line(Body(), JA)
