"""A sequence that has been running for two weeks: who has had what, who answered, who left."""

from datetime import timedelta

from odoo import Command, fields

DAYS_BACK = 16
STEPS = (
    (0, "mail", "ats_core.mail_template_sequence_hello"),
    (4, "mail", "ats_core.mail_template_sequence_news"),
    (3, "activity", "mail.mail_activity_data_call"),
    (5, "mail", "ats_core.mail_template_sequence_last"),
)
FIELD_OF = {"mail": "template_id", "activity": "activity_type_id"}


def make_sequence(clock, house, pool):
    """Let the recruiter keep in touch with the people of a pool, day by day until now."""
    env, now = house.env, house.env.cr.now()
    recruiter = house.users["recruiter"]
    clock.set(now - timedelta(days=DAYS_BACK))
    sequence = (
        env["ats.sequence"]
        .with_user(recruiter)
        .create(
            {
                "name": "Silver medallists: keep in touch",
                "pool_id": pool.id,
                "user_id": recruiter.id,
                "company_id": house.company.id,
                "step_ids": [
                    Command.create(
                        {
                            "sequence": number,
                            "delay_days": days,
                            "kind": kind,
                            FIELD_OF[kind]: env.ref(what).id,
                            "activity_summary": kind == "activity" and "Ask what they do now",
                        }
                    )
                    for number, (days, kind, what) in enumerate(STEPS)
                ],
            }
        )
    )
    sequence._start()
    rows, _left_out = sequence._enrol(pool._ats_people())
    for day in range(DAYS_BACK):
        clock.set((now - timedelta(days=DAYS_BACK - day)).replace(hour=12, minute=0))
        _live_a_day(rows.sudo(), day)
    clock.set(now)


def _live_a_day(rows, day):
    due = rows.filtered(lambda row: row.state == "active" and row.next_at <= fields.Datetime.now())
    for row in due:
        row._run()
    active = rows.filtered(lambda row: row.state == "active" and row.last_step_id)
    if day == 3 and active:
        active[0].applicant_id._ats_candidate_writes("Good timing: my project ends in spring. Call me after six.")
    if day == 5 and len(active) > 1:
        active[1].env["ats.message.preference"]._stop(active[1].candidate_id.email, "talent_pool", active[1].company_id)
    if day == 7 and len(active) > 2:
        active[2].candidate_id._sequence_mail_bounced()
