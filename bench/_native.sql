-- Applications of several years in the tables of native Recruitment. psql -v n=100000 -f _native.sql
-- The same n gives the same rows. The first job by name has 2 000 active applications.
\set ON_ERROR_STOP on
BEGIN;
CREATE FUNCTION pg_temp.pick(seed bigint, salt int, choices int) RETURNS int LANGUAGE sql IMMUTABLE
    AS 'SELECT ((hashint8extended(seed, salt) >> 1) & 4611686018427387903) % choices';
CREATE FUNCTION pg_temp.of(many int[], seed bigint, salt int) RETURNS int LANGUAGE sql IMMUTABLE
    AS 'SELECT many[1 + pg_temp.pick(seed, salt, cardinality(many))]';

CREATE TEMP TABLE setting AS SELECT
    (SELECT array_agg(id ORDER BY id) FROM hr_job WHERE name->>'en_US' LIKE 'Bench %') AS jobs,
    (SELECT array_agg(id ORDER BY sequence, id) FROM hr_recruitment_stage) AS stages,
    (SELECT array_agg(id ORDER BY id) FROM utm_source) AS sources,
    (SELECT array_agg(id ORDER BY id) FROM utm_medium) AS mediums,
    (SELECT array_agg(id ORDER BY id) FROM hr_skill) AS skills,
    (SELECT array_agg(id ORDER BY id) FROM hr_applicant_category) AS tags,
    (SELECT array_agg(id ORDER BY id) FROM hr_applicant_refuse_reason) AS reasons,
    (SELECT array_agg(id ORDER BY id) FROM res_users WHERE login LIKE 'bench_recruiter%') AS users,
    (SELECT array_agg(partner_id ORDER BY id) FROM res_users WHERE login LIKE 'bench_recruiter%') AS authors,
    (SELECT id FROM res_company ORDER BY id LIMIT 1) AS company,
    (SELECT id FROM mail_message_subtype ORDER BY id LIMIT 1) AS subtype,
    (SELECT id FROM mail_activity_type ORDER BY id LIMIT 1) AS activity_type,
    (SELECT id FROM ir_model WHERE model = 'hr.applicant') AS model,
    (SELECT id FROM ir_model_fields WHERE model = 'hr.applicant' AND name = 'stage_id') AS stage_field,
    (SELECT store_fname FROM ir_attachment WHERE name = 'bench-resume.pdf' LIMIT 1) AS stored;

-- 85 % of the applications are a person's first one.
CREATE TEMP TABLE person AS
SELECT p,
       (ARRAY['Ana','Bo','Chen','Dana','Emil','Fatma','Greta','Hugo','Ines','Jan','Kofi','Lena','Mai','Noor','Omar',
              'Petra','Quinn','Rosa','Sven','Tara','Ugo','Vera','Wei','Yara','Zoe','José','Łukasz','Søren','Zoë','René'
       ])[1 + pg_temp.pick(p, 1, 30)] || ' ' ||
       (ARRAY['Andersen','Bauer','Costa','Dupont','Eriksson','Fischer','García','Haddad','Ivanova','Jansen','Kowalski',
              'Lopez','Müller','Nguyen','Okafor','Patel','Rossi','Schmidt','Tanaka','Umarov','Varga','Weber','Yilmaz'
       ])[1 + pg_temp.pick(p, 2, 23)] || ' ' || initcap(substr(md5(p::text), 1, 5)) AS name,
       'person' || p || '@example' || pg_temp.pick(p, 3, 40) || '.org' AS email,
       '+4930' || lpad((1000000 + p)::text, 8, '0') AS phone
  FROM generate_series(1, greatest(1, (:n * 0.85)::int)) p;

INSERT INTO res_partner (name, complete_name, email, email_normalized, phone, phone_sanitized, active, is_company,
                         partner_share, lang, type, color, ref, create_uid, write_uid, create_date, write_date)
SELECT name, name, email, email, phone, phone, true, false, true, 'en_US', 'contact', 0, 'bench' || p, 1, 1,
       now() at time zone 'UTC', now() at time zone 'UTC'
  FROM person;
UPDATE res_partner SET commercial_partner_id = id WHERE ref LIKE 'bench%';
CREATE TEMP TABLE contact AS SELECT substr(ref, 6)::int AS p, id FROM res_partner WHERE ref LIKE 'bench%';
CREATE INDEX ON contact (p); CREATE INDEX ON person (p); ANALYZE person; ANALYZE contact;

CREATE TEMP TABLE application AS
SELECT g, is_hot,
       CASE WHEN g <= (:n * 0.85)::int THEN g ELSE 1 + pg_temp.pick(g, 4, greatest(1, (:n * 0.85)::int)) END AS p,
       CASE WHEN is_hot THEN jobs[1] ELSE jobs[2 + pg_temp.pick(g, 5, cardinality(jobs) - 1)] END AS job_id,
       CASE WHEN share < 40 THEN 1 WHEN share < 65 THEN 2 WHEN share < 80 THEN 3 WHEN share < 90 THEN 4
            WHEN share < 95 THEN 5 ELSE 6 END AS stage,
       NOT is_hot AND pg_temp.pick(g, 6, 100) < 30 AS refused,
       now() at time zone 'UTC' - make_interval(days => pg_temp.pick(g, 7, 1095), mins => pg_temp.pick(g, 8, 1440))
           AS applied_at
  FROM (SELECT g, g % (:n / 2000) = 0 AS is_hot, pg_temp.pick(g, 9, 100) AS share FROM generate_series(1, :n) g) t,
       setting;

INSERT INTO hr_applicant (
       partner_name, email_from, email_normalized, partner_phone, partner_phone_sanitized, phone_sanitized, partner_id,
       job_id, department_id, company_id, user_id, stage_id, last_stage_id, source_id, medium_id, priority, kanban_state,
       active, refuse_reason_id, refuse_date, date_closed, date_open, date_last_stage_update, sequence, color,
       salary_expected, probability, create_uid, write_uid, create_date, write_date, delay_close)
SELECT person.name, person.email, person.email, person.phone, person.phone, person.phone, contact.id,
       a.job_id, job.department_id, setting.company, pg_temp.of(users, g, 10), stages[a.stage],
       stages[greatest(1, a.stage - 1)], pg_temp.of(sources, g, 11), pg_temp.of(mediums, g, 12),
       pg_temp.pick(g, 13, 4)::text, (ARRAY['normal','done','waiting','blocked'])[1 + pg_temp.pick(g, 14, 4)],
       NOT a.refused, CASE WHEN a.refused THEN pg_temp.of(reasons, g, 15) END,
       CASE WHEN a.refused THEN least(moved_at + interval '3 days', now() at time zone 'UTC') END,
       CASE WHEN a.stage = 6 AND NOT a.refused THEN moved_at END, applied_at, moved_at, 10, 0,
       30000 + pg_temp.pick(g, 16, 60) * 1000, 0, 1, 1, applied_at, moved_at, 0
  FROM (SELECT *, least(applied_at + make_interval(days => stage * 4), now() at time zone 'UTC') AS moved_at
          FROM application) a
  JOIN person USING (p) JOIN contact USING (p) JOIN hr_job job ON job.id = a.job_id, setting
 ORDER BY g;

CREATE TEMP TABLE loaded AS
SELECT id, partner_id, stage_id, last_stage_id, create_date, date_last_stage_update, row_number() OVER (ORDER BY id) AS g
  FROM hr_applicant WHERE email_from LIKE 'person%@example%';
ANALYZE loaded;

CREATE TEMP TABLE wanted AS
SELECT DISTINCT loaded.id, loaded.g, pg_temp.of(skills, loaded.g * 10 + number, 20) AS skill_id
  FROM loaded, setting, generate_series(1, 8) number WHERE pg_temp.pick(loaded.g * 10 + number, 21, 100) < 70;
INSERT INTO hr_applicant_skill (applicant_id, skill_id, skill_type_id, skill_level_id, valid_from, create_uid, write_uid)
SELECT wanted.id, skill.id, skill.skill_type_id, level.id, current_date, 1, 1
  FROM wanted JOIN hr_skill skill ON skill.id = wanted.skill_id
  JOIN LATERAL (SELECT min(id) AS id FROM hr_skill_level WHERE skill_type_id = skill.skill_type_id) level ON level.id IS NOT NULL;
INSERT INTO hr_applicant_hr_skill_rel (hr_applicant_id, hr_skill_id) SELECT DISTINCT id, skill_id FROM wanted;
INSERT INTO hr_applicant_hr_applicant_category_rel (hr_applicant_id, hr_applicant_category_id)
SELECT id, pg_temp.of(tags, g, 22) FROM loaded, setting WHERE pg_temp.pick(g, 23, 100) < 40;

-- 2.7 kB of text each, Zipf-like words; 2 000 different texts with the person's own words in front.
CREATE TEMP TABLE resume AS
SELECT r, string_agg('word' || to_hex(7919 * floor(4000 ^ (pg_temp.pick(r * 1000 + i, 30, 10000) / 10001.0))::int), ' ')
          AS text
  FROM generate_series(0, 1999) r, generate_series(1, 290) i
 GROUP BY r;
INSERT INTO ir_attachment (name, type, res_model, res_id, mimetype, file_size, checksum, store_fname, index_content,
                           public, company_id, create_uid, write_uid, create_date, write_date)
SELECT 'Resume ' || g || '.pdf', 'binary', 'hr.applicant', loaded.id, 'application/pdf', 40000,
       substr(md5(g::text) || md5('x' || g), 1, 40), stored, 'applicant' || g || ' ' || resume.text,
       false, company, 1, 1, loaded.create_date, loaded.create_date
  FROM loaded JOIN resume ON resume.r = loaded.g % 2000, setting;
UPDATE hr_applicant SET message_main_attachment_id = file.id
  FROM ir_attachment file WHERE file.res_model = 'hr.applicant' AND file.res_id = hr_applicant.id AND file.name LIKE 'Resume %';

INSERT INTO mail_message (model, res_id, message_type, subtype_id, author_id, email_from, date, body, subject,
                          is_internal, message_id, create_uid, write_uid, create_date, write_date)
SELECT 'hr.applicant', id, CASE number WHEN 1 THEN 'notification' ELSE 'comment' END, subtype, pg_temp.of(authors, g, 40),
       'recruiter@example.com', create_date + make_interval(hours => number), '<p>Message ' || number || '</p>', '',
       number = 2, '<bench-' || g || '-' || number || '@example.com>', 1, 1, create_date, create_date
  FROM loaded, setting, generate_series(1, 3) number;
INSERT INTO mail_tracking_value (field_id, old_value_integer, old_value_char, new_value_integer, new_value_char,
                                 mail_message_id, create_uid, write_uid, create_date, write_date)
SELECT stage_field, loaded.last_stage_id, 'before', loaded.stage_id, 'after', message.id, 1, 1, message.date, message.date
  FROM mail_message message JOIN loaded ON loaded.id = message.res_id, setting
 WHERE message.model = 'hr.applicant' AND message.message_id LIKE '<bench-%-1@%';
INSERT INTO mail_followers (res_model, res_id, partner_id)
SELECT 'hr.applicant', id, pg_temp.of(authors, g, 41) FROM loaded, setting;
INSERT INTO mail_activity (res_model_id, res_model, res_id, res_name, activity_type_id, user_id, date_deadline, active,
                           automated, create_uid, write_uid, create_date, write_date)
SELECT model, 'hr.applicant', id, 'Application', activity_type, pg_temp.of(users, g, 42),
       current_date + pg_temp.pick(g, 43, 20) - 10, true, false, 1, 1, create_date, create_date
  FROM loaded, setting WHERE pg_temp.pick(g, 44, 100) < 5;
COMMIT;
