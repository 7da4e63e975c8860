"""The relay line goes into any mail once, and changes nothing else of it."""

from hypothesis import assume, given
from hypothesis import strategies as st

from shared.domain.errors import InvalidRequest
from shared.pages.relay_line.in_html import in_html
from shared.pages.relay_line.in_text import in_text
from shared.pages.relay_line.line import relay_line
from shared.pages.relay_line.mail import Body, with_line
from shared.pages.relay_line.placed import Placed
from shared.pages.sentences import Snippet
from tests.support.builders import AGENCY

LINES = [relay_line(AGENCY, "https://relay.example/r/3f9ka2", one) for one in ("ja", "en")]
SAID = [
    *("山田様", "ご活躍をお祈りいたします。", "敬具", "-- ", "━━━━━", "株式会社あおぞら", "以上"),
    *(
        "Dear Hanako,",
        "Thank you for applying.",
        "Best regards,",
        "Acme Inc.",
        "> Hello",
        "TEL: 03",
    ),
    *(
        "",
        " ",
        "　",
        "&",
        "&amp",
        "&nbsp;",
        "&#x3042;",
        "<",
        ">",
        "%",
        "%2",
        "//relay.example",
        "\0",
    ),
]
TEXTS = st.text() | st.lists(
    st.sampled_from([*SAID, "\n", "\n", "\r\n", "\r", "\n\n"]), max_size=20
).map("".join)
NAMES = "p div span b a table tr td ul li br hr pre h1 body html head title style script font"
TAGS = [
    *(f"<{name}>" for name in NAMES.split()),
    *(f"</{name}>" for name in NAMES.split()),
    *("<div class='gmail_signature'>", '<tr class="signature">', '<blockquote type="cite">'),
    *("<!-- ", " -->", "<!--[if mso]>", "<![endif]-->", "<![if !mso]>", "<!doctype html>", "<?x"),
    *(
        '<a href="https://other.example/r/1">',
        "<br/>",
        "<p",
        '<p class="',
        '">',
        "</",
        "<textarea>",
    ),
]
HTML = st.text(alphabet="<>/!-&;#=\"' apb\n\r") | st.lists(
    st.sampled_from([*TAGS, *SAID, "\n", "\r\n"]), max_size=20
).map("".join)


def placed_in(html: str, line: Snippet) -> Placed | None:
    try:
        return in_html(html, line)
    except InvalidRequest:
        return None


@given(TEXTS, st.sampled_from(LINES))
def test_in_text_twice_is_once_and_without_the_line_it_is_the_mail(
    text: str, line: Snippet
) -> None:
    placed = in_text(text, line)
    assert placed.before + placed.after == text
    assert placed.whole.count(line.url) == 1
    assert all(in_text(placed.whole, again).whole == placed.whole for again in LINES)


@given(HTML, st.sampled_from(LINES))
def test_in_html_twice_is_once_and_without_the_line_it_is_the_mail(
    html: str, line: Snippet
) -> None:
    placed = placed_in(html, line)
    assume(placed is not None)
    assert placed is not None and placed.line
    assert placed.before + placed.after == html
    assert all(in_html(placed.whole, again).whole == placed.whole for again in LINES)


@given(TEXTS | st.none(), HTML | st.none(), st.sampled_from(LINES))
def test_any_mail_gets_it_in_every_part_or_is_refused(
    text: str | None, html: str | None, line: Snippet
) -> None:
    try:
        one = with_line(Body(text, html), line)
    except InvalidRequest as refused:
        assert refused.fields in ({"html": "malformed"}, {"text": "missing"})
        return
    assert [part is None for part in (one.text, one.html)] == [text is None, html is None]
    assert with_line(one, line) == one


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<br>", *SAID[:13]]), max_size=20)
)
def test_whole_tags_are_never_refused(parts: list[str]) -> None:
    placed = placed_in("".join(parts), LINES[0])
    assert placed is not None and placed.line
