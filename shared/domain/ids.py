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
ConnectionId = NewType("ConnectionId", str)
"""`ats_...`: a company's connection to its applicant tracking system."""
ApplicationId = NewType("ApplicationId", str)
"""Our own name of an application there: the same for the same one, and opaque."""
EndpointId = NewType("EndpointId", str)
"""`whe_...`: where a company wants its webhooks sent."""
ImportId = NewType("ImportId", str)
"""`imp_...`: a file of a company's results, on its way in."""
