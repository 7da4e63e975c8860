"""What a company's owner changes of its profile."""

from shared.contracts.candidate import Name
from shared.contracts.wire import Body


class ProfileChange(Body):
    contact_name: Name
    shows_partners: bool
