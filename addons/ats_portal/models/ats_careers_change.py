from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import SQL

# Tables whose rows the careers pages show, and the columns of theirs that count; empty: every column.
WATCHED = {
    "hr_job": "",
    "ats_job_location": "",
    "ats_job_post": "",
    "hr_department": "OF name",
    "hr_recruitment_stage": "",
    "hr_job_hr_recruitment_stage_rel": "",
}


class AtsCareersChange(models.Model):
    """One row for each change of something that the careers pages show.

    What is kept between visits (:class:`ats.careers`) is kept under the version that these rows make.
    Triggers write them, in the transaction of the change: a visitor sees the change and its row together or
    neither, in whichever worker, by whatever door it came. Rows are only added, so writers never wait.
    """

    _name = "ats.careers.change"
    _description = "Change of the Careers Pages"
    _log_access = False

    at = fields.Datetime(readonly=True)

    def init(self):
        self.env.cr.execute(
            """
            CREATE OR REPLACE FUNCTION ats.careers_changed() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO ats_careers_change (at) VALUES (now() AT TIME ZONE 'UTC');
                RETURN NULL;
            END $$;
            CREATE OR REPLACE FUNCTION ats.careers_address_changed() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF EXISTS (SELECT FROM hr_job WHERE address_id = NEW.id) THEN
                    INSERT INTO ats_careers_change (at) VALUES (now() AT TIME ZONE 'UTC');
                END IF;
                RETURN NULL;
            END $$;
            """
        )

    @api.model
    def _watch(self):
        """Make the triggers of the watched tables; runs with every update of the addon, when all have been made."""
        for table, columns in WATCHED.items():
            self.env.cr.execute(
                SQL(
                    """
                    DROP TRIGGER IF EXISTS ats_careers_changed ON %(table)s;
                    CREATE TRIGGER ats_careers_changed AFTER INSERT OR DELETE OR UPDATE %(columns)s ON %(table)s
                        FOR EACH STATEMENT EXECUTE FUNCTION ats.careers_changed()
                    """,
                    table=SQL.identifier(table),
                    columns=SQL(columns),
                )
            )
        self.env.cr.execute(
            """
            DROP TRIGGER IF EXISTS ats_careers_address_changed ON res_partner;
            CREATE TRIGGER ats_careers_address_changed
                AFTER UPDATE OF city, country_id, state_id, street, zip ON res_partner FOR EACH ROW
                WHEN ((OLD.city, OLD.country_id, OLD.state_id, OLD.street, OLD.zip)
                      IS DISTINCT FROM (NEW.city, NEW.country_id, NEW.state_id, NEW.street, NEW.zip))
                EXECUTE FUNCTION ats.careers_address_changed();
            """
        )

    @api.model
    def _unwatch(self):
        """Take the triggers off native tables, which stay when the addon goes."""
        self.env.cr.execute(
            """
            DROP FUNCTION IF EXISTS ats.careers_changed() CASCADE;
            DROP FUNCTION IF EXISTS ats.careers_address_changed() CASCADE;
            """
        )

    @api.model
    def _version(self):
        """Return what stands for the present state of all that is shown; asked for once in a transaction.

        :rtype: tuple of int
        """
        known = self.env.cr.cache.get(self._name)
        if not known:
            self.env.cr.execute(
                "SELECT count(*), COALESCE(max(id), 0), COALESCE(sum(id), 0)::bigint FROM ats_careers_change"
            )
            known = self.env.cr.cache[self._name] = self.env.cr.fetchone()
        return known

    @api.autovacuum
    def _gc_changes(self):
        """Forget old rows; a new one makes sure that no earlier version comes back."""
        before = fields.Datetime.now() - timedelta(days=1)
        self.env.cr.execute(SQL("DELETE FROM ats_careers_change WHERE at < %s", before))
        if self.env.cr.rowcount:
            self.env.cr.execute("INSERT INTO ats_careers_change (at) VALUES (now() AT TIME ZONE 'UTC')")
