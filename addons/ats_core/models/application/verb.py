"""The mark that a change of stage or state comes from a verb."""

# An object, not a value: no client can put it into a context.
VERB = object()

# Fields that only verbs change; see ``doors.py``.
ROUTED = frozenset({"stage_id", "active", "refuse_reason_id"})


def as_verb(applicants):
    """Return the applications, elevated, so that ``write`` changes the routed fields plainly.

    The verb has checked the rights before; the user stays the author of what is tracked.
    """
    return applicants.sudo().with_context(ats_verb=VERB)


def in_verb(env):
    """Tell whether the environment is one made by :func:`as_verb`."""
    return env.context.get("ats_verb") is VERB


def taking(applicants):
    """Return the model in an environment that tells ``create`` that ``_ats_apply`` takes the application."""
    return applicants.with_context(ats_taking=VERB)


def is_taking(env):
    """Tell whether the environment is one made by :func:`taking`."""
    return env.context.get("ats_taking") is VERB
