from odoo import api, models
from odoo.tools import formataddr


class AtsCandidate(models.Model):
    """The same gate for the person: what stands against writing to them, whatever the address."""

    _inherit = "ats.candidate"

    def _ats_contact_blockers(self, kind=None, *, channel="mail"):
        """Say for each person why they may not be written to, apart from the address.

        Hook: rooms above add what they know. A constant number of queries.

        :param str kind: as for :meth:`hr.applicant._ats_mail_blockers`
        :param str channel: ``mail`` or ``sms``
        :return: ``{candidate: {code: sentence}}``, one entry for each
        """
        return {
            person: {"do_not_contact": self.env._("Does not want to be contacted.")} if person.do_not_contact else {}
            for person in self
        }

    def _ats_mail_blockers(self, kind=None):
        """Say for each person why no mail may go to the person's own address.

        :param str kind: as for applications
        :return: ``{candidate: {code: sentence}}``; the codes of applications, and ``no_file``: the
            person has no application and no place in a pool that a mail and its answer could stand in
        """
        people_sudo = self.sudo()
        known = people_sudo._ats_contact_blockers(kind)
        stopped = self.env["ats.message.preference"]._stopped(
            {(person.company_id.id, person.email_normalized) for person in people_sudo}, kind
        )
        files = self._ats_mail_files()
        blockers = {}
        for person, person_sudo in zip(self, people_sudo, strict=True):
            blockers[person] = dict(known[person_sudo])
            if not person_sudo.email_normalized:
                blockers[person]["no_address"] = self.env._("There is no e-mail address.")
            elif (person_sudo.company_id.id, person_sudo.email_normalized) in stopped:
                blockers[person]["unsubscribed"] = self.env._("Unsubscribed from such mails.")
            if not files[person]:
                blockers[person]["no_file"] = self.env._("Has no application. Add the person to a pool or a job first.")
        return blockers

    @api.model
    def _ats_address_blockers(self, address, kind, company):
        """Say why nobody may be written to at an address that a colleague typed, whoever has it.

        What stands against any person of this address counts, and against whom that person was merged into.

        :param str address: normalised
        :param str kind: as for applications
        :return: ``{code: sentence}``
        """
        known = [("email_normalized", "=", address), ("company_id", "=", company.root_id.id)]
        people_sudo = found_sudo = self.sudo().with_context(active_test=False).search(known)
        while found_sudo := found_sudo.merged_into_id - people_sudo:
            people_sudo |= found_sudo
        blockers = {}
        for standing in people_sudo._ats_contact_blockers(kind).values():
            blockers.update(standing)
        stopped = self.env["ats.message.preference"]._stopped({(company.root_id.id, address)}, kind)
        if (company.root_id.id, address) in stopped:
            blockers["unsubscribed"] = self.env._("Unsubscribed from such mails.")
        return blockers

    def _ats_sms_blockers(self, kind=None):
        """Say for each person why no text message may go to them: what stands against it in the
        application it would be sent from.

        :return: ``{candidate: {code: sentence}}``
        """
        files = self._ats_mail_files()
        rows = self.env["hr.applicant"].union(*files.values())
        by_row = rows._ats_sms_blockers(kind)
        nothing = {"no_file": self.env._("Has no application. Add the person to a pool or a job first.")}
        return {person: by_row[files[person]] if files[person] else dict(nothing) for person in self}

    def _ats_mail_files(self):
        """Return for each person the application that what we write stands in, and its answers.

        The newest application that is open, else the newest that ended, else the place in a talent
        pool, which goes when the person leaves the pool; among those the user reads. One query.

        :return: ``{candidate: hr.applicant}``, empty for who has none
        """
        rows = (
            self.env["hr.applicant"]
            .with_context(active_test=False)
            .search([("ats_candidate_id", "in", self.ids), ("ats_duplicate_of_id", "=", False)], order="id desc")
        )
        by_person = rows.grouped(lambda row: row.sudo().ats_candidate_id.id)

        def rank(row):
            return (bool(row.ats_state), row.ats_state in ("ongoing", "hired"), row.id)

        return {
            person: max(by_person[person.id], key=rank) if person.id in by_person else self.env["hr.applicant"]
            for person in self
        }

    def _ats_mail(self, template, *, kind=None, **options):
        """Mail the people at their own addresses; it stands in the application of :meth:`_ats_mail_files`.

        :param template: ``mail.template`` on ``hr.applicant``
        :param str kind: what it is about (``ats.message.preference``)
        :param options: as for :meth:`hr.applicant._ats_mail`
        :return: the ``mail.mail``, none for who may not be written to
        """
        blockers = self._ats_mail_blockers(kind)
        going = self.filtered(lambda person: not blockers[person])
        files = going._ats_mail_files()
        addresses = {files[person]: formataddr((person.name, person.email)) for person in going}
        applications = self.env["hr.applicant"].concat(*addresses)
        return applications._ats_queue_mail(template, kind=kind, addresses=addresses, **options)
