"""What the tags of a mail are to us."""

from collections.abc import Mapping
from typing import Final

Attributes = list[tuple[str, str | None]]
UNSEEN: Final = frozenset(
    "script style title textarea template xmp noembed noframes iframe select".split()
)
VOID: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)
BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre"
    " section summary table tbody td tfoot th thead tr ul".split()
)
"""These end a line, and a paragraph."""
INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q s samp"
    " small span strike strong sub sup tt u var".split()
)
PHRASES: Final = INLINE | frozenset("h1 h2 h3 h4 h5 h6 p pre".split())
"""No paragraph may stand in these."""
WRAPPERS: Final = INLINE | frozenset("p div h1 h2 h3 h4 h5 h6 pre section center footer".split())
"""Where a line is the first in one of these, what comes before the line may come before the tag."""
HELD: Final = frozenset("td th tr tbody thead tfoot caption colgroup col li dt dd".split())
"""Nothing may stand right before these."""
_SIGNATURES: Final = frozenset(
    "gmail_signature gmail_signature_prefix signature x_signature moz-signature mail_signature"
    " email-signature email_signature mobile_signature ms-outlook-mobile-signature"
    " ms-outlook-ios-signature protonmail_signature_block zmail_extra_hr yahoo_signature"
    " apple-mail-signature applemailsignature".split()
)
_EARLIER: Final = frozenset(
    "gmail_quote gmail_extra yahoo_quoted moz-cite-prefix appendonsend divrplyfwdmsg"
    " ms-outlook-mobile-reference-message".split()
)
"""A mail before this one begins there."""


def ends_letter(tag: str, attributes: Attributes) -> bool:
    """Whether it is what a mail program puts around a signature, or around the mail before."""
    said: Mapping[str, str] = {name: (value or "").casefold() for name, value in attributes}
    names = {said.get("id", ""), said.get("data-smartmail", ""), *said.get("class", "").split()}
    cited = tag == "blockquote" and said.get("type") == "cite"
    return tag not in HELD and (cited or bool(names & (_SIGNATURES | _EARLIER)))
