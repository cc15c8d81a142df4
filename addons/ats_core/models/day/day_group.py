"""What a room tells the list "My day" about one kind of work. No Odoo record lives in here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class DayVerb:
    """What can be done with a row.

    ``run`` gets the record of the row. With ``opens`` it returns an action for the client and the row
    is done when it is no longer due afterwards; else it may return a sentence for the user, the row
    is done, and ``undo`` takes it back.
    ``bulk`` verbs are offered for the whole group.
    """

    name: str
    label: str
    run: Callable[[Any], Any]
    undo: Callable[[Any], Any] | None = None
    opens: bool = False
    bulk: bool = False


@dataclass(frozen=True)
class DayGroup:
    """One kind of work.

    :param key: name of the group, once for all
    :param sequence: place in the fixed order
    :param domain: rows that wait for the user, newest state of affairs; record rules come on top
    :param since: field with the moment (UTC) from which the row's age counts
    :param rows: gets the records of a page, returns ``{id: {"name", "job", "why", "verbs", "open"}}``;
        ``verbs`` are names, the first one is the primary button; ``open`` is ``(model, id)``
    :param late: field and moment (UTC); a row is late when the field lies before the moment
    """

    key: str
    sequence: int
    title: str
    model: str
    domain: Any
    since: str
    rows: Callable[[Any], dict[int, dict]]
    verbs: tuple[DayVerb, ...] = ()
    order: str = "id"
    late: tuple[str, datetime] | None = None

    def verb(self, name):
        """Return the verb of this name, or ``None``."""
        return next((verb for verb in self.verbs if verb.name == name), None)
