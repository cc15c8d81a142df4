"""Run inside `odoo shell` without our addons: applications as years of native Recruitment leave them."""

import json

env = env(context={"tracking_disable": True, "mail_create_nosubscribe": True})  # noqa: F821, PLW0127 - the shell's

rows = {}
Applicant = env["hr.applicant"]
company = env.company
other_company = env["res.company"].create({"name": "Other Ltd"})
branch = env["res.company"].create({"name": "Branch", "parent_id": company.id})
job, second_job, archived_job = env["hr.job"].create([{"name": name} for name in ("Cook", "Waiter", "Porter")])
foreign_job = env["hr.job"].create({"name": "Cook abroad", "company_id": other_company.id})
branch_job = env["hr.job"].create({"name": "Cook in the branch", "company_id": branch.id})
reason = env["hr.applicant.refuse.reason"].search([], limit=1)
hired_stage = env["hr.recruitment.stage"].search([("hired_stage", "=", True)], limit=1)
pool, archived_pool = env["hr.talent.pool"].create([{"name": "Cooks"}, {"name": "Old cooks", "active": False}])


def make(case, name, email, created="2026-01-10", the_job=job, **values):
    """A missing name is taken away afterwards: imports and old versions left such rows, a form does not."""
    name_first = name or "To be removed"
    rows[case] = Applicant.create({"partner_name": name_first, "email_from": email, "job_id": the_job.id, **values})
    env.flush_all()
    env.cr.execute(
        "UPDATE hr_applicant SET create_date = %s, partner_name = %s, partner_id = %s WHERE id = %s",
        (created, name or None, values.get("partner_id") or name and rows[case].partner_id.id or None, rows[case].id),
    )
    rows[case].invalidate_recordset()
    return rows[case]


def refuse(applicant):
    applicant.write({"refuse_reason_id": reason.id, "active": False, "refuse_date": "2026-02-01"})


# One person several times: the newest open row goes on.
make("again_old", "Ana García", "ana@example.org", "2026-01-01")
make("again_newest", "ana garcia", "ANA@example.org ", "2026-03-01")
make("again_middle", "A. García", "ana@example.org", "2026-02-01")
refuse(make("again_refused", "Ana García", "ana@example.org", "2026-04-01"))
make("again_other_job", "Ana María García", "ana@example.org", the_job=second_job)
# Shared mailboxes.
make("couple_jean", "Jean Dupont", "dupont@example.org")
make("couple_marie", "Marie Dupont", "dupont@example.org")
make("agency_ivan", "Ivan Petrov", "agency@example.org")
make("agency_olga", "Olga Smirnova", "agency@example.org")
make("agency_olga_again", "Dr. Olga Smirnova", "agency@example.org", "2026-01-11", second_job)
make("agency_unnamed", False, "agency@example.org", the_job=second_job)
# Talents, made by the native wizard and by hand.
applied = make("talent_application", "Tal Ent", "tal@example.org")
wizard = env["talent.pool.add.applicants"].create(
    {"applicant_ids": [(6, 0, applied.ids)], "talent_pool_ids": [(6, 0, pool.ids)]}
)
rows["talent"] = wizard._add_applicants_to_pool()
none = env["hr.job"]
in_pool = {"the_job": none, "talent_pool_ids": [(6, 0, pool.ids)]}
make("talent_twice", "Tal Ent", "tal@example.org", "2026-05-01", **in_pool)
make("talent_without_address", "Nameless Talent", False, **in_pool)
in_archived_pool = {"the_job": none, "talent_pool_ids": [(6, 0, archived_pool.ids)]}
make("talent_of_archived_pool", "Old Talent", "old@example.org", **in_archived_pool)
make("copy_without_address", "Nameless Talent", False, pool_applicant_id=rows["talent_without_address"].id)
# Ended and odd ones.
make("of_archived_job", "Arch Job", "arch@example.org", the_job=archived_job)
refuse(make("refused", "Re Fused", "refused@example.org"))
make("archived", "Ar Chived", "archived@example.org").active = False
make("hired", "Hi Red", "hired@example.org").stage_id = hired_stage
make("hired_archived", "Hi Archived", "hired2@example.org").stage_id = hired_stage
rows["hired_archived"].active = False
make("reason_but_active", "Half Refused", "half@example.org", refuse_reason_id=reason.id)
make("without_address", "No Address", False)
make("without_address_namesake", "No Address", False)
make("without_anything", False, False)
make("two_addresses", "Two Mails", "one@example.org, two@example.org")
make("without_stage", "No Stage", "nostage@example.org", the_job=none).stage_id = False
make("without_job", "Spontaneous", "spontaneous@example.org", the_job=none)
# Contacts only.
known, mute = env["res.partner"].create(
    [{"name": "Part Ner", "email": "partner@example.org"}, {"name": "Mute Partner"}]
)
make("contact_with_address", False, False, partner_id=known.id)
make("contact_by_address", "Part Ner", "partner@example.org", the_job=second_job)
make("contact_mute", False, False, partner_id=mute.id)
make("contact_mute_again", False, False, "2026-06-01", second_job, partner_id=mute.id)
# Companies: branches share people, other companies do not.
make("head_office", "Glo Bal", "global@example.org", company_id=company.id)
make("in_branch", "Glo Bal", "global@example.org", the_job=branch_job, company_id=branch.id)
make("other_company", "Glo Bal", "global@example.org", the_job=foreign_job, company_id=other_company.id)
make("without_company", "Stray", "stray@example.org", the_job=none)
env["ir.attachment"].create(
    [
        {"name": name, "raw": content, "res_model": "hr.applicant", "res_id": rows["again_newest"].id}
        for name, content in (("CV.txt", b"I cook."), ("photo.png", b"\x89PNG\r\n\x1a\n"))
    ]
)
archived_job.active = False
env.flush_all()
env.cr.execute(
    "UPDATE hr_applicant SET company_id = NULL, create_date = NULL, write_date = NULL, date_last_stage_update = NULL"
    " WHERE id = %s",
    (rows["without_company"].id,),
)
env.cr.commit()
print("ROWS:" + json.dumps({case: row.id for case, row in rows.items()}))
