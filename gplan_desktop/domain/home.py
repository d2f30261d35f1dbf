"""The places that a piece of information may have its home in."""

from gplan_desktop.domain.labelled import Labelled


class Home(Labelled):
    """Where a sentence belongs: everyone writes the same thing in the same place (S111-S129)."""

    PLAN = "plan", "Genomförandeplanen"
    REFERENCE_PEOPLE = "reference_people", "Fliken Referenspersoner"
    RELATIVES = "relatives", "Fliken Närstående"
    KEYS = "keys", "Fliken Nyckelnummer"
    VISIT_INFO = "visit_info", "Fliken Besöksinfo"
    IMPORTANT = "important", "Fliken Viktigt att veta"
    VISIT_PLAN = "visit_plan", "Tes-besöksplanen"
    JOURNAL = "journal", "Verkställighetsjournalen"
    HEALTH_RECORD = "health_record", "Vårdplan eller patientjournal"
    NOWHERE = "nowhere", "Ingenstans"
