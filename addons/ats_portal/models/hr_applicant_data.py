import json

from odoo import fields, models
from odoo.tools import email_normalize, file_path

from odoo.addons.ats_core.lib.ats_copy import Labels, write_pdf
from odoo.addons.ats_core.lib.ats_letter import Fonts

from ..lib.ats_apply_form import FieldRule, check_text

FONT_FOLDER = "web/static/fonts/google/Open_Sans"
CORRECTIONS = {
    "partner_name": FieldRule("line", 120, required=True),
    "partner_phone": FieldRule("phone", 40),
    "linkedin_profile": FieldRule("url", 300),
    "ats_city": FieldRule("line", 120),
}
# What is asked for with a few words; erasing and correcting have forms of their own.
ASKABLE = ("accommodation", "explanation", "objection")
CONSENT_TEXT_VERSION = "home-2026-11"


class HrApplicant(models.Model):
    """My data: see, correct, take away, take back, erase."""

    _inherit = "hr.applicant"

    def _ats_data_values(self):
        """Return all that the page "My data" shows: an allow-list, on an elevated record."""
        self.ensure_one()
        tz = self._ats_page_tz()
        waiting = {change.field_name: change.new_value for change in self.ats_suggested_change_ids}
        labels = self._ats_correction_labels()
        return {
            **self._ats_page_frame(),
            "owns_person": self._ats_owns_person(),
            "email": self.email_from,
            "facts": [
                {
                    "name": name,
                    "label": labels[name],
                    "value": value,
                    "waiting": name in waiting,
                    "new": waiting.get(name),
                }
                for name, value in self._ats_correctable().items()
            ],
            "consents": self._ats_home_consents(tz) if self._ats_owns_person() else [],
            "automated": [
                {**step, "at": step.get("at") and self._ats_moment(step["at"], tz)}
                for step in self._ats_automated_steps()
            ],
            "requests": self._ats_home_requests(tz),
            "askable": self._ats_request_labels(ASKABLE),
            "is_erasing": bool(
                self._ats_privacy_requests().filtered(
                    lambda request: request.kind == "erasure" and request.state in ("new", "working")
                )
            ),
            "may_have_account": self._ats_may_have_account(),
        }

    def _ats_page_tz(self):
        return self.ats_tz or self.env.context.get("tz") or "UTC"

    def _ats_owns_person(self):
        """Tell whether the address of this application is proven to be the person's own one.

        A person that was merged has further addresses: their data stay with those.
        """
        person = self.ats_candidate_id
        return self.ats_address_proven and person.email_normalized == self.email_normalized

    def _ats_own_applications(self):
        return (self | self._ats_proven_siblings()).with_context(active_test=False)

    def _ats_correction_labels(self):
        return {
            "partner_name": self.env._("Full name"),
            "partner_phone": self.env._("Phone"),
            "linkedin_profile": self.env._("LinkedIn or website"),
            "ats_city": self.env._("City"),
        }

    def _ats_request_labels(self, kinds):
        labels = dict(self.env["ats.privacy.request"]._fields["kind"]._description_selection(self.env))
        return [(kind, labels[kind]) for kind in kinds]

    def _ats_home_requests(self, tz):
        model = self.env["ats.privacy.request"]
        states = dict(model._fields["state"]._description_selection(self.env))
        kinds = dict(model._fields["kind"]._description_selection(self.env))
        return [
            {
                "kind": kinds[request.kind],
                "state": states[request.state],
                "at": self._ats_moment(request.received_at, tz),
                "due": request.state in ("new", "working") and self._ats_moment(request.due_at, tz),
                "answer": request.answer if request.state in ("done", "refused") else "",
            }
            for request in self._ats_privacy_requests()
        ]

    # ------------------------------------------------------------
    # Correct
    # ------------------------------------------------------------

    def _ats_correct_from_page(self, params):
        """Take corrections down as suggestions.

        :return: messages by field; when there are any, nothing was kept
        :rtype: dict
        """
        self.ensure_one()
        values, codes = check_text(CORRECTIONS, params)
        if codes:
            form = self.env["ats.apply.form"]
            names = {"partner_name": "name", "partner_phone": "phone", "linkedin_profile": "linkedin"}
            return {name: form._text_message(names.get(name, "name"), code) for name, code in codes.items()}
        self._ats_suggest_changes({name: values[name] for name in CORRECTIONS})
        return {}

    # ------------------------------------------------------------
    # Another address
    # ------------------------------------------------------------

    def _ats_ask_new_address(self, address):
        """Mail a code to an address that is to replace the one of this application.

        :return: a message about what is wrong, or an empty string
        """
        self.ensure_one()
        values, codes = check_text({"email": FieldRule("email", 254, required=True)}, {"email": address or ""})
        if codes:
            return self.env["ats.apply.form"]._text_message("email", codes["email"])
        new = email_normalize(values["email"])
        if new != self.email_normalized:
            self.env["ats.access.code"]._issue(self, "email", email=new, subject=new)
        return ""

    def _ats_confirm_new_address(self, code):
        """Change the address after the code that went there came back; tell the old address, and
        close every link that the old one holds.

        :rtype: bool
        """
        self.ensure_one()
        confirmed = self.env["ats.access.code"]._redeem(self, "email", code)
        if not confirmed:
            return False
        owns_person, new = self._ats_owns_person(), confirmed.subject
        template = self.env.ref("ats_portal.mail_template_address_changed")
        self._ats_mail(template)
        self.env["ats.access.link"].search([("applicant_id", "=", self.id)])._revoke()
        self.email_from = new
        taken = self.env["ats.candidate"].search_count(
            [
                ("company_id", "=", self.ats_candidate_id.company_id.id),
                ("email_normalized", "=", new),
                ("merged_into_id", "=", False),
            ],
            limit=1,
        )
        if owns_person and not taken:
            self.ats_candidate_id.write({"email": new})
        self.env["ats.event"]._record("candidate.corrected", applicant=self, payload={"field": "email"})
        self._ats_send_private_link()
        return True

    # ------------------------------------------------------------
    # Take away, erase, ask
    # ------------------------------------------------------------

    def _ats_copy_of_data(self):
        """Return all data of the person as plain values."""
        self.ensure_one()
        return self.ats_candidate_id._export(self._ats_own_applications(), with_person=self._ats_owns_person())

    def _ats_copy_as_json(self):
        return json.dumps(self._ats_copy_of_data(), ensure_ascii=False, indent=2, default=str)

    def _ats_copy_as_pdf(self):
        fonts = Fonts(*(file_path(f"{FONT_FOLDER}/Open_Sans-{style}.ttf") for style in ("Regular", "Bold")))
        labels = Labels(self.env._("My data at %s", self._ats_company().name), self._ats_copy_labels(), self.env.lang)
        return write_pdf(self._ats_copy_of_data(), labels, fonts.names())

    def _ats_copy_labels(self):
        """Return what the sections and rows of the copy are called."""
        return {
            "exported_at": self.env._("Written at"),
            "company": self.env._("Company"),
            "resume": self.env._("Profile"),
            "basics": self.env._("About me"),
            "work": self.env._("Work"),
            "education": self.env._("Education"),
            "skills": self.env._("Skills"),
            "applications": self.env._("Applications"),
            "job": self.env._("Job"),
            "applied_at": self.env._("Applied"),
            "status": self.env._("Status"),
            "name": self.env._("Name"),
            "email": self.env._("E-mail"),
            "phone": self.env._("Phone"),
            "timeline": self.env._("What happened"),
            "documents": self.env._("Documents"),
            "messages": self.env._("Messages"),
            "automated_steps": self.env._("Automated steps"),
            "consents": self.env._("Agreements"),
            "talent_pools": self.env._("Talent pools"),
            "requests": self.env._("Requests"),
            "at": self.env._("When"),
            "from": self.env._("From"),
            "text": self.env._("Text"),
        }

    def _ats_ask_erasure(self):
        """Mail the code without which nothing is erased."""
        self.ensure_one()
        self.env["ats.access.code"]._issue(self, "erasure")

    def _ats_confirm_erasure(self, code, note):
        """Take the request to erase down after the code came back; asking again is the same request.

        :rtype: bool
        """
        self.ensure_one()
        if not self.env["ats.access.code"]._redeem(self, "erasure", code):
            return False
        self.env["ats.privacy.request"]._open(self, "erasure", note=note, verified_by="code")
        if self.ats_state == "ongoing":
            self._ats_withdraw_from_page("")
        return True

    def _ats_ask_from_page(self, kind, note):
        """Take down what the candidate asks for; tell whether it was something one can ask for."""
        self.ensure_one()
        if kind not in ASKABLE:
            return False
        self.env["ats.privacy.request"]._open(self, kind, note=" ".join((note or "").split(" "))[:4000])
        return True

    def _ats_consent_proof(self):
        return {
            "door": "candidate page",
            "application": self.id,
            "address_proven": self.ats_address_proven,
            "at": fields.Datetime.to_string(fields.Datetime.now()),
        }
