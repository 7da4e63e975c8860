"""Contains all the data models used in inputs/outputs"""

from .ats_delivery_answer import AtsDeliveryAnswer
from .ats_delivery_page import AtsDeliveryPage
from .ats_secret_request import AtsSecretRequest
from .attempt_answer import AttemptAnswer
from .check import Check
from .company_answer import CompanyAnswer
from .company_asked import CompanyAsked
from .company_change import CompanyChange
from .company_request import CompanyRequest
from .company_request_locale import CompanyRequestLocale
from .company_state import CompanyState
from .conditions import Conditions
from .conditions_insurance_item import ConditionsInsuranceItem
from .conditions_smoking import ConditionsSmoking
from .confirm_request import ConfirmRequest
from .connection_answer import ConnectionAnswer
from .connection_answer_settings import ConnectionAnswerSettings
from .connection_change import ConnectionChange
from .connection_change_settings_type_0 import ConnectionChangeSettingsType0
from .connection_made import ConnectionMade
from .connection_made_settings import ConnectionMadeSettings
from .connection_page import ConnectionPage
from .connection_request import ConnectionRequest
from .connection_request_provider import ConnectionRequestProvider
from .connection_request_settings import ConnectionRequestSettings
from .connection_state import ConnectionState
from .contract import Contract
from .contract_renewal_type_0 import ContractRenewalType0
from .contract_term import ContractTerm
from .credit_answer import CreditAnswer
from .credit_page import CreditPage
from .credit_totals import CreditTotals
from .delivery_answer import DeliveryAnswer
from .delivery_answer_state import DeliveryAnswerState
from .delivery_asked import DeliveryAsked
from .delivery_asked_state import DeliveryAskedState
from .delivery_page import DeliveryPage
from .direction import Direction
from .disabled import Disabled
from .endpoint_answer import EndpointAnswer
from .endpoint_change import EndpointChange
from .endpoint_made import EndpointMade
from .endpoint_page import EndpointPage
from .endpoint_request import EndpointRequest
from .endpoint_state import EndpointState
from .entry_answer import EntryAnswer
from .entry_answer_kind import EntryAnswerKind
from .entry_page import EntryPage
from .entry_stated import EntryStated
from .entry_stated_kind import EntryStatedKind
from .fault_answer import FaultAnswer
from .fault_answer_column_type_0 import FaultAnswerColumnType0
from .fee_answer import FeeAnswer
from .file_answer import FileAnswer
from .file_answer_suggested import FileAnswerSuggested
from .fixed_overtime import FixedOvertime
from .get_job_orders_notice_locale import GetJobOrdersNoticeLocale
from .get_ledger_format import GetLedgerFormat
from .get_link_mail_snippets_locale import GetLinkMailSnippetsLocale
from .get_link_mail_snippets_stage import GetLinkMailSnippetsStage
from .granularity import Granularity
from .health_answer import HealthAnswer
from .hours import Hours
from .hours_system import HoursSystem
from .ill import Ill
from .import_answer import ImportAnswer
from .import_answer_counts import ImportAnswerCounts
from .import_offer import ImportOffer
from .import_state import ImportState
from .introduced import Introduced
from .introduced_page import IntroducedPage
from .item import Item
from .job_order_answer import JobOrderAnswer
from .job_order_answer_conditions import JobOrderAnswerConditions
from .job_order_change import JobOrderChange
from .job_order_page import JobOrderPage
from .job_order_request import JobOrderRequest
from .job_order_state import JobOrderState
from .left import Left
from .link_answer import LinkAnswer
from .link_change import LinkChange
from .link_change_state_type_0 import LinkChangeStateType0
from .link_page import LinkPage
from .link_request import LinkRequest
from .link_state import LinkState
from .lot_state import LotState
from .mail_answer import MailAnswer
from .mail_request import MailRequest
from .mail_request_locale_type_0 import MailRequestLocaleType0
from .notice_answer import NoticeAnswer
from .notice_answer_locale import NoticeAnswerLocale
from .outcome import Outcome
from .part_answer import PartAnswer
from .part_answer_not_counted import PartAnswerNotCounted
from .partner_answer import PartnerAnswer
from .plan_answer import PlanAnswer
from .plan_answer_counts import PlanAnswerCounts
from .problem import Problem
from .problem_fields import ProblemFields
from .problem_fields_additional_property import ProblemFieldsAdditionalProperty
from .progress_answer import ProgressAnswer
from .provider import Provider
from .refusal import Refusal
from .refusal_answer import RefusalAnswer
from .rejection_answer import RejectionAnswer
from .rejection_request import RejectionRequest
from .rejection_request_locale_type_0 import RejectionRequestLocaleType0
from .rejection_request_stage_type_0 import RejectionRequestStageType0
from .relay_answer import RelayAnswer
from .relay_list import RelayList
from .replay_answer import ReplayAnswer
from .replay_request import ReplayRequest
from .reserve_request import ReserveRequest
from .reserved_answer import ReservedAnswer
from .rules_answer import RulesAnswer
from .rules_answer_words import RulesAnswerWords
from .rules_in_force import RulesInForce
from .secret_answer import SecretAnswer
from .secret_request import SecretRequest
from .self_test_answer import SelfTestAnswer
from .snippet_answer import SnippetAnswer
from .snippet_answer_stage import SnippetAnswerStage
from .snippet_answer_tone import SnippetAnswerTone
from .snippet_list import SnippetList
from .stage import Stage
from .statement_answer import StatementAnswer
from .statement_answer_balances import StatementAnswerBalances
from .stats_answer import StatsAnswer
from .stats_answer_not_counted import StatsAnswerNotCounted
from .step_answer import StepAnswer
from .trial import Trial
from .try_request import TryRequest
from .try_request_columns import TryRequestColumns
from .try_request_everybody_type_0 import TryRequestEverybodyType0
from .try_request_meanings import TryRequestMeanings
from .try_request_meanings_additional_property import (
    TryRequestMeaningsAdditionalProperty,
)
from .upload_answer import UploadAnswer
from .upload_answer_fields import UploadAnswerFields
from .verdict import Verdict
from .visits_answer import VisitsAnswer
from .void_answer import VoidAnswer
from .void_page import VoidPage
from .void_request import VoidRequest
from .void_state import VoidState
from .wage import Wage
from .wage_per import WagePer
from .way import Way
from .why import Why

__all__ = (
    "AtsDeliveryAnswer",
    "AtsDeliveryPage",
    "AtsSecretRequest",
    "AttemptAnswer",
    "Check",
    "CompanyAnswer",
    "CompanyAsked",
    "CompanyChange",
    "CompanyRequest",
    "CompanyRequestLocale",
    "CompanyState",
    "Conditions",
    "ConditionsInsuranceItem",
    "ConditionsSmoking",
    "ConfirmRequest",
    "ConnectionAnswer",
    "ConnectionAnswerSettings",
    "ConnectionChange",
    "ConnectionChangeSettingsType0",
    "ConnectionMade",
    "ConnectionMadeSettings",
    "ConnectionPage",
    "ConnectionRequest",
    "ConnectionRequestProvider",
    "ConnectionRequestSettings",
    "ConnectionState",
    "Contract",
    "ContractRenewalType0",
    "ContractTerm",
    "CreditAnswer",
    "CreditPage",
    "CreditTotals",
    "DeliveryAnswer",
    "DeliveryAnswerState",
    "DeliveryAsked",
    "DeliveryAskedState",
    "DeliveryPage",
    "Direction",
    "Disabled",
    "EndpointAnswer",
    "EndpointChange",
    "EndpointMade",
    "EndpointPage",
    "EndpointRequest",
    "EndpointState",
    "EntryAnswer",
    "EntryAnswerKind",
    "EntryPage",
    "EntryStated",
    "EntryStatedKind",
    "FaultAnswer",
    "FaultAnswerColumnType0",
    "FeeAnswer",
    "FileAnswer",
    "FileAnswerSuggested",
    "FixedOvertime",
    "GetJobOrdersNoticeLocale",
    "GetLedgerFormat",
    "GetLinkMailSnippetsLocale",
    "GetLinkMailSnippetsStage",
    "Granularity",
    "HealthAnswer",
    "Hours",
    "HoursSystem",
    "Ill",
    "ImportAnswer",
    "ImportAnswerCounts",
    "ImportOffer",
    "ImportState",
    "Introduced",
    "IntroducedPage",
    "Item",
    "JobOrderAnswer",
    "JobOrderAnswerConditions",
    "JobOrderChange",
    "JobOrderPage",
    "JobOrderRequest",
    "JobOrderState",
    "Left",
    "LinkAnswer",
    "LinkChange",
    "LinkChangeStateType0",
    "LinkPage",
    "LinkRequest",
    "LinkState",
    "LotState",
    "MailAnswer",
    "MailRequest",
    "MailRequestLocaleType0",
    "NoticeAnswer",
    "NoticeAnswerLocale",
    "Outcome",
    "PartAnswer",
    "PartAnswerNotCounted",
    "PartnerAnswer",
    "PlanAnswer",
    "PlanAnswerCounts",
    "Problem",
    "ProblemFields",
    "ProblemFieldsAdditionalProperty",
    "ProgressAnswer",
    "Provider",
    "Refusal",
    "RefusalAnswer",
    "RejectionAnswer",
    "RejectionRequest",
    "RejectionRequestLocaleType0",
    "RejectionRequestStageType0",
    "RelayAnswer",
    "RelayList",
    "ReplayAnswer",
    "ReplayRequest",
    "ReservedAnswer",
    "ReserveRequest",
    "RulesAnswer",
    "RulesAnswerWords",
    "RulesInForce",
    "SecretAnswer",
    "SecretRequest",
    "SelfTestAnswer",
    "SnippetAnswer",
    "SnippetAnswerStage",
    "SnippetAnswerTone",
    "SnippetList",
    "Stage",
    "StatementAnswer",
    "StatementAnswerBalances",
    "StatsAnswer",
    "StatsAnswerNotCounted",
    "StepAnswer",
    "Trial",
    "TryRequest",
    "TryRequestColumns",
    "TryRequestEverybodyType0",
    "TryRequestMeanings",
    "TryRequestMeaningsAdditionalProperty",
    "UploadAnswer",
    "UploadAnswerFields",
    "Verdict",
    "VisitsAnswer",
    "VoidAnswer",
    "VoidPage",
    "VoidRequest",
    "VoidState",
    "Wage",
    "WagePer",
    "Way",
    "Why",
)
