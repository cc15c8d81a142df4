from psycopg2.errors import ExclusionViolation

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL, format_datetime

TAKING = ("held", "booked")


class SlotTaken(UserError):
    """Somebody or something is busy at that time."""


class AtsBooking(models.Model):
    """One row for each person or room and time that is taken. The database refuses overlaps, so
    of two planners at once one wins whatever the code before did."""

    _name = "ats.booking"
    _description = "Booked Time"
    _order = "start, id"
    _rec_name = "resource_kind"

    resource_kind = fields.Selection(
        [("user", "Interviewer"), ("candidate", "Candidate"), ("room", "Room")],
        required=True,
        readonly=True,
    )
    resource_id = fields.Integer(required=True, readonly=True)
    start = fields.Datetime(required=True, readonly=True)
    stop = fields.Datetime(required=True, readonly=True)
    state = fields.Selection(
        [("held", "Held"), ("booked", "Booked"), ("released", "Released")],
        required=True,
        readonly=True,
        default="booked",
    )
    expires_at = fields.Datetime(readonly=True, help="End of a hold that nobody confirmed.")
    interview_id = fields.Many2one("ats.interview", readonly=True, ondelete="cascade", index="btree_not_null")

    _stop_after_start = models.Constraint("CHECK (stop > start)", "A booking ends after it starts.")
    _no_overlap = models.Constraint(
        "EXCLUDE USING gist (resource_kind WITH =, resource_id WITH =,"
        " tsrange(start, stop) WITH &&) WHERE (state IN ('held', 'booked'))",
        "That time is taken.",
    )

    @api.model
    def _book(self, resources, start, stop):
        """Take the time for all resources or for none.

        :param resources: pairs ``(resource_kind, resource_id)``
        :param datetime start: UTC
        :param datetime stop: UTC
        :return: the elevated bookings
        :raise SlotTaken: with a sentence that says who is busy when
        """
        wanted = sorted(set(resources))
        bookings_sudo = self.sudo()
        bookings_sudo._lock(wanted)
        bookings_sudo._drop_expired_holds(wanted)
        return bookings_sudo._take(
            wanted,
            start,
            stop,
            lambda: bookings_sudo.create(
                [{"resource_kind": kind, "resource_id": id_, "start": start, "stop": stop} for kind, id_ in wanted]
            ),
        )

    def _move(self, start, stop):
        """Take another time with the same resources, or keep the old one and raise."""
        wanted = sorted((booking.resource_kind, booking.resource_id) for booking in self)
        self._lock(wanted)
        self._drop_expired_holds(wanted)
        self._take(wanted, start, stop, lambda: self.write({"start": start, "stop": stop}))

    def _release(self):
        """Give the time back."""
        self.write({"state": "released"})

    @api.model
    def _lock(self, resources):
        """Let planners of the same resource pass one after the other. The constraint alone would
        be right too, but two writers at once would wait for each other until one is killed."""
        for kind, id_ in resources:
            self.env.cr.execute(SQL("SELECT pg_advisory_xact_lock(hashtext(%s), %s)", f"ats.booking.{kind}", id_))

    @api.model
    def _drop_expired_holds(self, resources):
        self.search(
            [
                *self._of(resources),
                ("state", "=", "held"),
                ("expires_at", "<", fields.Datetime.now()),
            ]
        ).unlink()

    def _take(self, resources, start, stop, write):
        """Run ``write`` inside a savepoint; what the database refuses becomes a sentence."""
        if busy := self._overlapping(resources, start, stop):
            raise SlotTaken(busy[:1]._sentence())
        try:
            with self.env.cr.savepoint():
                return write()
        except ExclusionViolation as error:
            raise SlotTaken(self.env._("Somebody just booked that time. Choose another one.")) from error

    def _overlapping(self, resources, start, stop):
        return self.search(
            [
                *self._of(resources),
                ("state", "in", TAKING),
                ("start", "<", stop),
                ("stop", ">", start),
                ("id", "not in", self.ids),
            ],
            limit=1,
        )

    @api.model
    def _of(self, resources):
        pairs = [["&", ("resource_kind", "=", kind), ("resource_id", "=", id_)] for kind, id_ in resources]
        return ["|"] * (len(pairs) - 1) + [leaf for pair in pairs for leaf in pair]

    def _sentence(self):
        """Say who is busy when, in the reader's language and zone."""
        self.ensure_one()
        return self.env._(
            "%(name)s already has an interview from %(start)s to %(stop)s. Choose another time.",
            name=self._resource_name(),
            start=format_datetime(self.env, self.start, tz=self.env.user.tz or "UTC"),
            stop=format_datetime(self.env, self.stop, tz=self.env.user.tz or "UTC"),
        )

    def _resource_name(self):
        names = {"user": "res.users", "candidate": "ats.candidate"}
        if self.resource_kind in names:
            resource = self.env[names[self.resource_kind]].browse(self.resource_id).exists()
            if resource:
                return resource.display_name
        return self.env._("It")
