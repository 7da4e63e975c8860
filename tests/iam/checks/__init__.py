"""What stops working without a right, by function. A check finds or makes what it needs itself."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from tests.iam.checks import (
    asked,
    care,
    clocks,
    console,
    counting,
    cvs,
    desk,
    figures,
    files,
    hiring,
    mails,
    operators,
    own,
    signing_in,
    spoken,
    visits,
)
from tests.iam.stage import Stage

type Check = Callable[[Stage], object]

CHECKS: Final[Mapping[str, Sequence[Check]]] = {
    "click": (visits.landing_page_opens, visits.the_visit_is_counted),
    "register": (visits.registration_is_taken, visits.the_code_counts),
    "manage": (
        asked.a_company_asks_to_join,
        asked.a_link_is_made,
        asked.the_qr_is_drawn,
        asked.the_ledger_is_read,
        asked.a_credit_is_reserved_and_let_go,
        hiring.the_company_wants_to_be_named,
        figures.figures_and_visits_are_read,
    ),
    "console": (
        console.the_first_page_is_read,
        console.a_link_is_made_by_hand,
        console.the_figures_page_is_read,
        console.a_credit_is_reserved_by_hand,
    ),
    "agency": (
        asked.the_agency_reads_exact_figures,
        desk.a_company_is_let_in,
        desk.companies_are_listed,
        desk.a_held_one_is_refused,
        desk.a_credit_is_taken_back,
    ),
    "place": (
        files.a_candidate_is_written_to,
        files.those_who_wait_are_listed,
        asked.the_registers_are_read,
        asked.an_employers_address_is_noted,
        asked.the_agencys_inbox_is_read,
        asked.a_companys_job_orders_are_read,
        asked.the_agency_closes_an_order_with_its_credit,
        cvs.a_cv_takes_the_place_of_another,
        cvs.a_cv_nobody_sent_is_not_there,
        cvs.the_same_request_is_offered_the_same_name,
        hiring.a_candidate_is_asked,
        hiring.who_was_recommended_joins,
        hiring.who_said_no_after_all_may_be_asked_again,
        hiring.the_records_are_exported,
    ),
    "answer": (
        files.a_reply_is_taken,
        hiring.a_candidate_says_yes,
        hiring.a_candidate_says_no,
        care.an_answer_reaches_the_file,
        care.one_click_ends_news,
    ),
    "inform": (visits.the_fees_are_read,),
    "me": (
        own.a_company_is_blocked,
        own.a_cv_is_handed_in_and_taken_away,
        own.a_cv_nobody_sent_is_asked_for_again,
        own.who_never_asked_is_written_to_no_more,
    ),
    "sign_in": (
        asked.a_company_asks_by_the_page,
        signing_in.a_code_opens_a_session_and_it_is_left,
        signing_in.a_device_is_enrolled_and_asked,
        signing_in.all_sessions_are_left,
    ),
    "publish": (spoken.publish_says_a_fact, spoken.publish_queues_a_count),
    "sweep": (spoken.sweep_says_what_publish_missed,),
    "count": (
        counting.the_crowd_is_counted_by_the_queue,
        counting.a_closed_links_person_is_let_go,
    ),
    "grant": (counting.the_tenth_is_granted,),
    "seal": (counting.the_ledger_moves_on, counting.a_credit_come_free_pays_a_debt),
    "file": (
        files.a_file_is_opened,
        files.a_merged_files_parts_are_moved,
        files.somebody_is_forgotten,
    ),
    "relay": (hiring.a_joining_is_handed_on,),
    "tabulate": (figures.three_show_together,),
    "notify": (
        mails.the_codes_mail_is_sent,
        mails.the_credits_mail_is_sent,
        mails.a_sample_is_sent,
        hiring.the_question_is_mailed,
    ),
    "suppress": (mails.a_bounce_suppresses_and_frees,),
    "approve": (operators.a_company_is_approved,),
    "issue_key": (operators.a_key_is_issued, operators.a_persons_key_is_issued),
    "appoint": (operators.a_manager_is_appointed,),
    "reconcile": (clocks.the_books_are_compared,),
    "expire": (clocks.a_credit_is_over, clocks.an_order_is_over),
    "judge": (
        clocks.a_hold_that_is_over_counts,
        clocks.a_voided_windows_hold_is_let_go,
    ),
    "aftercare": (care.a_check_in_is_said,),
    "gauge": (clocks.the_quota_is_read,),
}
