"""One person's registrations make one file, in whatever order and however often they are heard."""

from datetime import timedelta
from functools import reduce
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.candidate_file import CandidateFile
from shared.domain.consent import Consents
from shared.domain.filing import opened, together
from shared.domain.ids import CandidateId, CompanyId
from shared.domain.registration import Candidate
from tests.support.builders import NOON, PEPPER, a_registration

ADA = PEPPER.person("ada@example.org")
NAMES = st.sampled_from(["Ada", "A. L."])
WORDS = st.none() | st.sampled_from(["東京", "大阪", "札幌"])


@st.composite
def alone(draw: st.DrawFn) -> CandidateFile:
    """What one registration says by itself; some are of the same moment."""
    at = NOON + timedelta(hours=draw(st.integers(0, 3)))
    address = draw(st.sampled_from(["ada@example.org", "Ada+jobs@example.org"]))
    registration = a_registration(
        company_id=CompanyId(draw(st.sampled_from(["co_1", "co_2", "co_3"]))),
        candidate=Candidate(address, draw(NAMES), draw(WORDS), None, draw(WORDS)),
        consents=Consents("v", "form", news=draw(st.booleans()), statistics=draw(st.booleans())),
        submitted_at=at,
    )
    due = at + timedelta(days=2)
    return opened(CandidateId("cnd_ada"), registration, ADA, contact_by=due)


FILES = st.lists(alone(), min_size=1, max_size=5)


@given(FILES, st.randoms())
def test_the_order_in_which_they_are_heard_changes_nothing(
    files: list[CandidateFile], by: Random
) -> None:
    other = [*files]
    by.shuffle(other)
    assert reduce(together, files) == reduce(together, other)


@given(FILES)
def test_hearing_them_again_changes_nothing(files: list[CandidateFile]) -> None:
    once = reduce(together, files)
    assert reduce(together, files, once) == once


@given(FILES)
def test_what_was_typed_last_is_what_the_file_says(files: list[CandidateFile]) -> None:
    whole = reduce(together, files)
    for field in ("phone", "desired_location"):
        said = [(f.opened_at, value) for f in files if (value := getattr(f.candidate, field))]
        assert getattr(whole.candidate, field) == (max(said)[1] if said else None)


@given(FILES)
def test_the_first_to_let_them_go_comes_first_and_each_once(files: list[CandidateFile]) -> None:
    whole = reduce(together, files)
    first = [min(f.opened_at for f in files if f.let_go_by == (c,)) for c in whole.let_go_by]
    assert first == sorted(first)
    assert {f.let_go_by[0] for f in files} == {*whole.let_go_by}


@given(FILES)
def test_an_adviser_writes_before_the_first_of_their_times(files: list[CandidateFile]) -> None:
    whole = reduce(together, files)
    assert whole.contact_by == min(f.contact_by for f in files if f.contact_by)
