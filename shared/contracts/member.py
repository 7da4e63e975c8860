"""Somebody at the agency, as an operator names them."""

from shared.contracts.candidate import Email, Name
from shared.contracts.wire import Body
from shared.domain.member import Role


class MemberNamed(Body):
    email: Email
    name: Name
    role: Role
