-- The words of everybody: the text of the newest application of each person, and :more people who never applied here.
-- psql -v more=900000 -f _people.sql   The same words as _native.sql gives to résumés.
\set ON_ERROR_STOP on
SET maintenance_work_mem = '2GB';
BEGIN;
CREATE TEMP TABLE text_of AS
SELECT row_number() OVER () - 1 AS r, to_tsvector('simple', text) || strip(to_tsvector('english', text)) AS vector
  FROM (SELECT DISTINCT regexp_replace(index_content, '^applicant\d+ ', '') AS text
          FROM ir_attachment WHERE res_model = 'hr.applicant' AND index_content IS NOT NULL) t;
CREATE UNIQUE INDEX ON text_of (r);

INSERT INTO ats_candidate (name, email, email_normalized, email_rank, company_id, active, create_uid, write_uid,
                           create_date, write_date)
SELECT 'Nora ' || initcap(substr(md5(g::text), 1, 7)), 'more' || g || '@example.net', 'more' || g || '@example.net', 0,
       (SELECT min(id) FROM res_company), true, 1, 1, now() at time zone 'UTC', now() at time zone 'UTC'
  FROM generate_series(1, :more) g;

TRUNCATE ats_search_entry;
DELETE FROM ats_search_stale;
DROP INDEX IF EXISTS ats_search_entry_vector_idx;
INSERT INTO ats_search_entry (candidate_id, company_id, experience, vector, head)
SELECT person.id, person.company_id, person.id % 30,
       text_of.vector || strip(to_tsvector('simple', person.name || ' ' ||
                                           regexp_replace(lower(person.name), '(\w+)', 'name0\1', 'g'))),
       strip(to_tsvector('simple', person.name))
  FROM ats_candidate person
  JOIN text_of ON text_of.r = person.id % (SELECT count(*) FROM text_of)
 WHERE person.merged_into_id IS NULL;
CREATE INDEX ats_search_entry_vector_idx ON ats_search_entry USING gin (vector);
-- Pairs to find: every hundredth person shares a number with the next one.
UPDATE ats_candidate SET phone_e164 = '+4930' || (90000000 + id / 100) WHERE id % 100 IN (1, 2) AND id < 100000;
COMMIT;
VACUUM ANALYZE ats_search_entry;
VACUUM ANALYZE ats_candidate;
