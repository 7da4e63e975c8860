"""Names of things. A CompanyId is never mistaken for a Slug by the type checker."""

from typing import NewType

CompanyId = NewType("CompanyId", str)
LinkId = NewType("LinkId", str)
RegistrationId = NewType("RegistrationId", str)
CandidateId = NewType("CandidateId", str)
"""`cnd_...`: one person at the agency, however often they registered."""
JobOrderId = NewType("JobOrderId", str)
RecommendationId = NewType("RecommendationId", str)
Slug = NewType("Slug", str)
CvId = NewType("CvId", str)
PersonKey = NewType("PersonKey", str)
"""Keyed hash of a normalised e-mail: equal for equal people, unreadable without the pepper."""
