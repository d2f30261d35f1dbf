"""Which page shows which step."""

from gplan_desktop.rules.steps import Step, StepKind
from wizard.context import PageContext
from wizard.pages.area import AreaPage
from wizard.pages.attainment import AttainmentPage
from wizard.pages.choose_plan import ChoosePlanPage
from wizard.pages.close_previous import ClosePreviousPage
from wizard.pages.contributors import ContributorsPage
from wizard.pages.external_provider import ExternalProviderPage
from wizard.pages.filing import FilingPage
from wizard.pages.follow_up import FollowUpPage
from wizard.pages.follow_up_intro import FollowUpIntroPage
from wizard.pages.form import FormPage
from wizard.pages.general import GeneralPage
from wizard.pages.journal import JournalPage
from wizard.pages.other_information import OtherInformationPage
from wizard.pages.page import Page
from wizard.pages.participation import ParticipationPage
from wizard.pages.plan_information import PlanInformationPage
from wizard.pages.plan_list import PlanListPage
from wizard.pages.print_plan import PrintPage
from wizard.pages.reading import ReadingPage
from wizard.pages.record_page import PARTS, RecordPage
from wizard.pages.review import ReviewPage

_PAGES: dict[str, type[Page]] = {
    "general": GeneralPage,
    "participation": ParticipationPage,
    "plan_information": PlanInformationPage,
    "follow_up_intro": FollowUpIntroPage,
    "choose_plan": ChoosePlanPage,
    "close_previous": ClosePreviousPage,
    "contributors": ContributorsPage,
    "attainment": AttainmentPage,
    "first_areas": AttainmentPage,
    "follow_up": FollowUpPage,
    "review": ReviewPage,
    "plan_list": PlanListPage,
    "other_information": OtherInformationPage,
    "external_provider": ExternalProviderPage,
    "print": PrintPage,
    "filing": FilingPage,
    "journal": JournalPage,
    **dict.fromkeys(PARTS, RecordPage),
}


def make_page(context: PageContext, step: Step) -> Page:
    """Return the page for *step*: its own, a form of its fields, or its text to read."""
    if step.area:
        return AreaPage(context, step)
    usual = FormPage if step.kind is StepKind.WRITING else ReadingPage
    return _PAGES.get(step.id, usual)(context, step)
