-- What the plans need besides _native.sql: confidential jobs, answer times, answers and what rules did.
-- Run on a database with our addons. The same rows give the same values.
\set ON_ERROR_STOP on
BEGIN;
-- Every tenth job is confidential; its team is its recruiter. The first job stays open to all recruiters.
UPDATE hr_job SET ats_restricted = true WHERE id IN (
    SELECT id FROM hr_job WHERE name->>'en_US' ~ '^Bench job \d*[5]$');
INSERT INTO ats_hr_job_team_rel (job_id, user_id)
SELECT id, user_id FROM hr_job WHERE ats_restricted AND user_id IS NOT NULL ON CONFLICT DO NOTHING;

-- Answer times as after years of use: most green, 2 % due to turn at the next look, 3 % late.
UPDATE hr_applicant
   SET ats_sla_from = create_date,
       ats_sla_state = CASE WHEN id % 100 < 3 THEN 'red' WHEN id % 100 < 8 THEN 'amber' ELSE 'green' END,
       ats_sla_amber_at = now() at time zone 'UTC' + make_interval(hours => CASE WHEN id % 50 = 9 THEN -1 ELSE 200 END),
       ats_sla_deadline = now() at time zone 'UTC' + make_interval(hours => CASE WHEN id % 100 < 3 THEN -30 ELSE 300 END)
 WHERE ats_state = 'ongoing';

-- A question that every tenth candidate and all of the first job answered.
INSERT INTO ats_question (label, kind, active, create_uid, write_uid, create_date, write_date)
VALUES ('{"en_US": "Do you hold a licence?"}', 'yes_no', true, 1, 1, now(), now());
INSERT INTO ats_answer (applicant_id, company_id, question_id, kind, wording, yes_no, answer_text, is_current, sequence,
                        create_uid, write_uid, create_date, write_date)
SELECT a.id, a.company_id, q.id, 'yes_no', 'Do you hold a licence?', CASE WHEN a.id % 3 = 0 THEN 'no' ELSE 'yes' END,
       CASE WHEN a.id % 3 = 0 THEN 'No' ELSE 'Yes' END, true, 10, 1, 1, now(), now()
  FROM hr_applicant a, (SELECT max(id) AS id FROM ats_question) q
 WHERE a.ats_state IS NOT NULL
   AND (a.id % 10 = 0 OR a.job_id = (SELECT id FROM hr_job WHERE name->>'en_US' = 'Bench job 0' LIMIT 1));
COMMIT;
VACUUM ANALYZE hr_job; VACUUM ANALYZE hr_applicant; VACUUM ANALYZE ats_answer;
