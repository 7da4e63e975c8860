"""Career Relay, on one page: what sets what off. Who may do what is in infra.verbs."""

from pathlib import Path

from aws_cdk import CfnOutput, Duration
from constructs import Construct

from infra import site
from infra.api import Api
from infra.archive import archive
from infra.clock import Clock
from infra.edge.edge import Edge
from infra.edge.names import url
from infra.edge.rotation import Rotation, given
from infra.function import Package, layers
from infra.functions import function_of, functions_of
from infra.holdings import Holdings
from infra.house_stack import HouseStack
from infra.own import begin
from infra.publisher import Publisher
from infra.put_back import put_back
from infra.reader import Reader
from infra.received import LOCAL_PAGES
from infra.stage import Stage
from infra.watch.watch import Watch
from shared.contracts.events import (
    AddressAsked,
    AddressMoved,
    AdviserAssigned,
    ApplicationCreated,
    CandidateJoined,
    CandidateRecommended,
    CandidateWithdrawn,
    CheckInDue,
    ColleagueInvited,
    CompanyApproved,
    CompanyLeft,
    CompanyResumed,
    CompanySuspended,
    ConnectionDegraded,
    ConsentAsked,
    CreditAdjusted,
    CreditConsumed,
    CreditExpired,
    CreditExpiring,
    CreditGranted,
    CreditReleased,
    CreditRestored,
    CreditVoided,
    EndpointDisabled,
    ErasureBegun,
    FilesMerged,
    ImportWaits,
    JobOrderAccepted,
    JobOrderRefused,
    MemberInvited,
    MessageLeft,
    MilestoneReached,
    ReferralCounted,
    ReferralHeld,
    ReferralNotCounted,
    ReferralReversed,
    RegistrationSubmitted,
    RegistrationVerified,
    RightsCodeAsked,
    SampleAsked,
    SignInAsked,
)
from shared.contracts.telling import TOLD


class RelayStack(HouseStack):
    def __init__(self, scope: Construct, stage: Stage, sources: Path, layer: Path) -> None:
        super().__init__(scope, stage)

        begin(self, on_aws=stage.on_aws)
        held = Holdings(self, stage)
        package = Package(sources, layers(self, sources, layer))
        does = functions_of(self, package, held)

        api = Api(self, does)
        Publisher(self, does["publish"], held.core)
        Clock(self, "sweep", does["sweep"], every=Duration.minutes(1))
        Clock(self, "again", does["again"], every=Duration.minutes(1))
        Clock(self, "judge", does["judge"], every=Duration.minutes(1))
        Clock(self, "gauge", does["gauge"], every=Duration.minutes(15))
        Clock(self, "poll", does["poll"], every=Duration.minutes(10))
        Clock(self, "expire", does["expire"], every=Duration.hours(1))
        Clock(self, "aftercare", does["aftercare"], every=Duration.hours(1))
        Clock(self, "reconcile", does["reconcile"], every=Duration.days(1))
        held.counting.to(does["count"])
        held.delivering.to(does["deliver"])
        held.asking.to(does["ask"])
        held.mail.feedback_to(does["suppress"])
        held.receiving.to(does["receive"])
        Reader(self, "grant", does["grant"], bus=held.bus, facts=[MilestoneReached], batch_size=1)
        Reader(
            self,
            "seal",
            does["seal"],
            bus=held.bus,
            facts=[ReferralCounted, CreditGranted, CreditReleased, CreditRestored, CreditAdjusted],
        )
        Reader(
            self,
            "file",
            does["file"],
            bus=held.bus,
            facts=[
                RegistrationVerified,
                ReferralCounted,
                ReferralHeld,
                ReferralNotCounted,
                CandidateWithdrawn,
                FilesMerged,
                ErasureBegun,
            ],
        )
        writes = Reader(
            self,
            "write_back",
            does["write_back"],
            bus=held.bus,
            facts=[ApplicationCreated],
            batch_size=1,
        )
        put_back(writes, does["write_back"])
        Reader(self, "relay", does["relay"], bus=held.bus, facts=[CandidateJoined])
        reads = does["import_csv"]
        Reader(self, "import_csv", reads, bus=held.bus, facts=[ImportWaits], batch_size=1)
        Reader(
            self,
            "tabulate",
            does["tabulate"],
            bus=held.bus,
            facts=[
                RegistrationSubmitted,
                RegistrationVerified,
                ReferralCounted,
                ReferralHeld,
                ReferralNotCounted,
                ReferralReversed,
            ],
        )
        Reader(self, "tell", does["tell"], bus=held.bus, facts=TOLD)
        mails = Reader(
            self,
            "notify",
            does["notify"],
            bus=held.bus,
            facts=[
                RegistrationSubmitted,
                RegistrationVerified,
                ReferralCounted,
                ReferralHeld,
                ReferralNotCounted,
                CreditGranted,
                CreditExpiring,
                CreditExpired,
                CreditVoided,
                CreditConsumed,
                CreditRestored,
                CreditAdjusted,
                CompanySuspended,
                CompanyResumed,
                CompanyLeft,
                AddressAsked,
                AddressMoved,
                JobOrderAccepted,
                JobOrderRefused,
                CompanyApproved,
                AdviserAssigned,
                MessageLeft,
                ConsentAsked,
                CandidateRecommended,
                CheckInDue,
                SignInAsked,
                MemberInvited,
                ColleagueInvited,
                SampleAsked,
                RightsCodeAsked,
                EndpointDisabled,
                ConnectionDegraded,
            ],
        )
        if stage.on_aws:
            edge = Edge(self, api.api, held.origin, stage)
            turns = function_of(self, "rotate", package, held, held.given() | given(edge))
            Rotation(self, turns, held.origin, edge)
            does["rotate"] = turns
            self._tell(**edge.told())
            held.cvs.take_from(url(stage, edge.distribution))
            held.imports.take_from(url(stage, edge.distribution))
            site.lead_to(site.of_edge(stage, edge), does["notify"])
            site.lead_to(site.of_edge(stage, edge), does["write_back"])
        else:
            held.cvs.take_from(LOCAL_PAGES)
            held.imports.take_from(LOCAL_PAGES)
            here = site.of_this_machine(self)
            site.lead_to(here, does["notify"])
            site.lead_to(here, does["write_back"])
        archive(self, held.bus)
        Watch(self, stage, api=api, held=held, does=does)
        self._tell(
            ApiId=api.api.api_id,
            ApiUrl=api.stage.url,
            CoreTable=held.core.table_name,
            ClicksTable=held.clicks.table_name,
            TableKeyArn=held.key.key_arn,
            CvBucket=held.cvs.bucket_name,
            ImportBucket=held.imports.bucket_name,
            BusName=held.bus.event_bus_name,
            OriginSecretId=held.origin.secret_arn,
            MailDeadLetters=mails.lost.queue.queue_url,
            ApproveFunction=does["approve"].function_name,
            IssueKeyFunction=does["issue_key"].function_name,
            AppointFunction=does["appoint"].function_name,
            SweepFunction=does["sweep"].function_name,
            ReconcileFunction=does["reconcile"].function_name,
        )

    def _tell(self, **values: str) -> None:
        """What the one who deploys needs next."""
        for name, value in values.items():
            CfnOutput(self, name, value=value)
