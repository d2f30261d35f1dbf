"""What a check found: one thing to put right, in the words the user reads."""

from dataclasses import dataclass

from gplan_desktop.method.model import Method, Severity


@dataclass(frozen=True)
class Finding:
    """One thing to put right: which rule, where, how much it weighs, and the text.

    *about* is what in the field it is about, when a field may have several
    things; *source* is the rule's number and where it comes from.
    """

    rule: str
    step: str
    field: str
    severity: Severity
    text: str
    about: str = ""
    source: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the plan cannot be established while it stands (S80)."""
        return self.severity is Severity.BLOCKING


def finding(method: Method, rule: str, field: str, **details: object) -> Finding:
    """Return the finding of *rule* at *field*, its message filled in with *details*.

    The detail "about" is also kept: a reason to let the finding stand holds
    only for that.
    """
    text = method.rules[rule]
    return Finding(
        rule,
        step_of(method, field),
        field,
        text.severity,
        text.message.format(**details),
        str(details.get("about", "")),
        text.reference,
    )


def step_of(method: Method, field: str) -> str:
    """Return the step on which *field* stands; a step's own id stands for itself."""
    parts = field.split(".")
    if parts[0] == "area" and len(parts) > 1:
        return ".".join(parts[:2])
    return field if field in method.steps else method.field(field).step
