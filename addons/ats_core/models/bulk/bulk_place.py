from odoo import models


class AtsBulkRun(models.Model):
    """Add to talent pools, add to a job."""

    _inherit = "ats.bulk.run"

    def _people(self, records):
        """Return the person of each record."""
        if records._name == "ats.candidate":
            return {record: record for record in records}
        return {record: record.ats_candidate_id for record in records}

    # Pools -----------------------------------------------------------------------------------

    def _plan_pool(self, records):
        person_of = self._people(records)
        everybody = self.env["ats.candidate"].union(*person_of.values())
        blockers = everybody._ats_contact_blockers("talent_pool")
        skipped, notes, seen = {}, {}, set()
        for record, person in person_of.items():
            if "erased" in blockers[person]:
                skipped[record] = blockers[person]["erased"]
            elif self.pool_ids <= person.talent_pool_ids:
                skipped[record] = self.env._("Is there already.")
            elif person in seen:
                skipped[record] = self.env._("Is added already, with another application.")
            elif blockers[person]:
                notes[record] = self.env._("Gets no mails of the pool: %s", " ".join(blockers[person].values()))
            seen.add(person)
        return skipped, notes

    def _do_pool(self, records):
        person_of = self._people(records)
        before = {
            record.id: {"pools": (self.pool_ids - person.talent_pool_ids).ids} for record, person in person_of.items()
        }
        self.env["ats.candidate"].union(*person_of.values()).with_context(**records.env.context)._pool_add(
            self.pool_ids
        )
        return before

    def _undo_pool(self, records, before):
        person_of = self._people(records)
        for pool_ids, group in records.grouped(lambda record: tuple(before[record.id].get("pools", ()))).items():
            pools = self.env["hr.talent.pool"].browse(pool_ids).exists()
            records.env["ats.candidate"].union(*map(person_of.get, group))._pool_remove(pools)
        return {}

    # Job -------------------------------------------------------------------------------------

    def _plan_job(self, records):
        person_of = self._people(records)
        everybody = self.env["ats.candidate"].union(*person_of.values())
        blockers = everybody._ats_contact_blockers("talent_pool")
        applied = self._people_who_applied(everybody)
        skipped, seen = {}, set()
        for record, person in person_of.items():
            standing = [blockers[person][code] for code in ("erased", "hired") if code in blockers[person]]
            if standing:
                skipped[record] = standing[0]
            elif person.id in applied:
                skipped[record] = self.env._("Has an open application for this job.")
            elif person in seen:
                skipped[record] = self.env._("Is added already, with another application.")
            seen.add(person)
        return skipped, {}

    def _people_who_applied(self, everybody):
        """Return the ids of those with an open application for the job, also one the owner does not see."""
        groups = (
            self.env["hr.applicant"]
            .sudo()
            ._read_group(
                [
                    ("ats_candidate_id", "in", everybody.ids),
                    ("job_id", "=", self.job_id.id),
                    ("ats_state", "=", "ongoing"),
                ],
                ["ats_candidate_id"],
            )
        )
        return {person.id for (person,) in groups}

    def _do_job(self, records):
        person_of = self._people(records)
        people = self.env["ats.candidate"].union(*person_of.values()).with_context(**records.env.context)
        application_of = dict(zip(people, people._ats_add_to_job(self.job_id), strict=True))
        return {record.id: {"application": application_of[person].id} for record, person in person_of.items()}

    def _undo_job(self, records, before):
        """Delete the applications again, unless somebody has done something in them."""
        record_of = {before[record.id].get("application"): record for record in records}
        applicants = records.env["hr.applicant"].with_context(active_test=False)
        staying = applicants.search([("id", "in", list(record_of))])._ats_take_back_added()
        return {record_of[application.id]: why for application, why in staying.items()}
