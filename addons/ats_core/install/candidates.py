"""One person for the applications that share an address and whose names do not contradict."""

from collections import defaultdict

from odoo.tools import SQL

from ..lib.ats_identity import name_key, names_contradict


def make(env):
    """Make the candidates. Afterwards the table ``ats_install_row`` tells the ``candidate_id``
    of every application that has none yet; ``applications.fill`` writes it."""
    _collect(env)
    _separate_namesakes(env)
    _name_persons(env)
    _insert(env)
    _link(env)


def _collect(env):
    """Every row with the head of its companies, its address and its name."""
    env.cr.execute(
        SQL(
            """
        CREATE TEMP TABLE ats_install_row ON COMMIT DROP AS
        SELECT applicant.id,
               applicant.pool_applicant_id AS talent_id,
               applicant.partner_id,
               split_part(company.parent_path, '/', 1)::int AS root_id,
               NULLIF(COALESCE(applicant.email_normalized, partner.email_normalized), '') AS email,
               NULLIF(trim(applicant.partner_name), '') AS own_name,
               COALESCE(NULLIF(trim(applicant.partner_name), ''),
                        NULLIF(trim(partner.name), '')) AS name,
               0 AS rank,
               NULL::text AS person,
               NULL::int AS candidate_id
          FROM hr_applicant applicant
     LEFT JOIN res_partner partner ON partner.id = applicant.partner_id
     LEFT JOIN hr_department department ON department.id = applicant.department_id
     LEFT JOIN hr_job job ON job.id = applicant.job_id
          JOIN res_company company ON company.id = COALESCE(
               applicant.company_id, department.company_id, job.company_id, %s)
         WHERE applicant.ats_candidate_id IS NULL;
        ANALYZE ats_install_row
        """,
            env.company.id,
        )
    )


def _separate_namesakes(env):
    """Number the people who share a mailbox: 0 for the first one, and so on."""
    env.cr.execute("""
        SELECT root_id, email, array_agg(DISTINCT name)
          FROM ats_install_row
         WHERE email IS NOT NULL AND name IS NOT NULL
      GROUP BY root_id, email
        HAVING count(DISTINCT lower(name)) > 1
    """)
    ranked = [
        (root_id, email, name, rank)
        for root_id, email, names in env.cr.fetchall()
        for rank, cluster in enumerate(_clusters(names))
        for name in cluster
        if rank
    ]
    env.cr.execute("""
        CREATE TEMP TABLE ats_install_namesake (
               root_id int, email text, name text, rank int) ON COMMIT DROP
    """)
    if ranked:
        env.cr.execute_values("INSERT INTO ats_install_namesake VALUES %s", ranked)
    env.cr.execute("""
        ANALYZE ats_install_namesake;
        UPDATE ats_install_row row
           SET rank = namesake.rank
          FROM ats_install_namesake namesake
         WHERE row.root_id = namesake.root_id AND row.email = namesake.email
           AND row.name = namesake.name;
        DROP TABLE ats_install_namesake
    """)


def _clusters(names):
    """Group names that do not contradict the longest name of their group.

    An agency may send thousands of people from one mailbox, so a name is compared only with
    groups that have a word or an initial in common with it.
    """
    clusters = []
    groups_of = defaultdict(set)
    for name in sorted(names, key=lambda text: (-len(text), text)):
        words = name_key(name).split()
        near = sorted(set().union(*(groups_of[place] for word in words for place in _meets(word))))
        home = next(
            (
                group
                for group in (near if words else range(len(clusters[:1])))
                if not names_contradict(clusters[group][0], name)
            ),
            None,
        )
        if home is None:
            home = len(clusters)
            clusters.append([])
            for word in words:
                for place in _places(word):
                    groups_of[place].add(home)
        clusters[home].append(name)
    return clusters


def _places(word):
    """Where a word of a group is found: as itself, and by its initial."""
    return (word, (word[0], len(word) > 1))


def _meets(word):
    """Where words are that a word may stand for: a whole word for itself and for an initial, an
    initial for every word that begins with it."""
    initial = word[0]
    return (word, (initial, False)) if len(word) > 1 else ((initial, False), (initial, True))


def _name_persons(env):
    env.cr.execute("""
        UPDATE ats_install_row
           SET person = CASE WHEN email IS NOT NULL
                             THEN 'mail:' || root_id || ':' || email || ':' || rank
                             WHEN own_name IS NULL AND partner_id IS NOT NULL
                             THEN 'contact:' || root_id || ':' || partner_id
                             ELSE 'row:' || COALESCE(talent_id, id) END;
        -- A row without an address belongs to the person of the talent it was copied from or to.
        UPDATE ats_install_row row
           SET person = talent.person
          FROM ats_install_row talent
         WHERE row.email IS NULL AND row.talent_id = talent.id AND row.root_id = talent.root_id
    """)


def _insert(env):
    """One candidate for each person, filled from the newest row that tells a name."""
    env.cr.execute(
        SQL(
            """
        ALTER TABLE ats_candidate ADD COLUMN install_person text;
        INSERT INTO ats_candidate (
               install_person, name, email, email_normalized, email_rank, phone, phone_e164,
               linkedin, source_id, company_id, active,
               create_uid, create_date, write_uid, write_date)
        SELECT DISTINCT ON (row.person)
               row.person,
               COALESCE(row.name, row.email, %s),
               CASE WHEN lower(trim(applicant.email_from)) = row.email
                    THEN trim(applicant.email_from)
                    ELSE COALESCE(row.email, applicant.email_from) END,
               row.email,
               row.rank + COALESCE((
                    SELECT max(known.email_rank) + 1 FROM ats_candidate known
                     WHERE known.company_id = row.root_id AND known.email_normalized = row.email
               ), 0),
               applicant.partner_phone,
               CASE WHEN applicant.partner_phone_sanitized LIKE '+%%'
                    THEN applicant.partner_phone_sanitized END,
               applicant.linkedin_profile, applicant.source_id, row.root_id, true,
               %s, applicant.create_date, %s, now() at time zone 'UTC'
          FROM ats_install_row row
          JOIN hr_applicant applicant ON applicant.id = row.id
      ORDER BY row.person, (row.name IS NULL), (row.email IS NULL),
               applicant.create_date DESC NULLS LAST, applicant.id DESC
        """,
            env._("Unnamed"),
            env.uid,
            env.uid,
        )
    )


def _link(env):
    env.cr.execute("""
        ANALYZE ats_candidate;
        UPDATE ats_install_row row
           SET candidate_id = candidate.id
          FROM ats_candidate candidate
         WHERE candidate.install_person = row.person;
        ALTER TABLE ats_candidate DROP COLUMN install_person;
        ANALYZE ats_install_row
    """)
