"""One person for the applications that share an address and whose names do not contradict."""

from odoo.tools import SQL

from ..lib.ats_identity import names_contradict


def make(env):
    """Make the candidates and link every row of ``hr_applicant`` to one."""
    _collect(env)
    _separate_namesakes(env)
    _name_persons(env)
    _insert(env)
    _link(env)


def _collect(env):
    """Every row with the head of its companies, its address and the comparable form of its
    name."""
    env.cr.execute(SQL(
        """
        CREATE TEMP TABLE ats_install_row ON COMMIT DROP AS
        SELECT applicant.id,
               applicant.pool_applicant_id AS talent_id,
               split_part(company.parent_path, '/', 1)::int AS root_id,
               NULLIF(COALESCE(applicant.email_normalized, partner.email_normalized), '') AS email,
               COALESCE(NULLIF(trim(applicant.partner_name), ''), partner.name) AS name,
               (SELECT string_agg(word, ' ' ORDER BY word)
                  FROM regexp_split_to_table(
                       lower(unaccent(COALESCE(NULLIF(trim(applicant.partner_name), ''),
                                               partner.name, ''))),
                       '[^[:alpha:]]+') word
                 WHERE word <> '') AS name_key,
               0 AS rank,
               NULL::text AS person
          FROM hr_applicant applicant
     LEFT JOIN res_partner partner ON partner.id = applicant.partner_id
          JOIN res_company company ON company.id = COALESCE(applicant.company_id, %s)
         WHERE applicant.ats_candidate_id IS NULL
        """,
        env.company.id,
    ))
    env.cr.execute("CREATE INDEX ON ats_install_row (root_id, email)")


def _separate_namesakes(env):
    """Number the people who share a mailbox: 0 for the first one, and so on."""
    env.cr.execute("""
        SELECT root_id, email, array_agg(DISTINCT name_key ORDER BY name_key)
          FROM ats_install_row
         WHERE email IS NOT NULL AND name_key IS NOT NULL
      GROUP BY root_id, email
        HAVING count(DISTINCT name_key) > 1
    """)
    shared = env.cr.fetchall()
    for root_id, email, name_keys in shared:
        for rank, cluster in enumerate(_clusters(name_keys)):
            if rank:
                env.cr.execute(
                    "UPDATE ats_install_row SET rank = %s"
                    " WHERE root_id = %s AND email = %s AND name_key = ANY(%s)",
                    (rank, root_id, email, cluster),
                )


def _clusters(names):
    """Group names that do not contradict the longest name of their group."""
    clusters = []
    for name in sorted(names, key=len, reverse=True):
        home = next((group for group in clusters if not names_contradict(group[0], name)), None)
        if home is None:
            clusters.append([name])
        else:
            home.append(name)
    return clusters


def _name_persons(env):
    env.cr.execute("""
        UPDATE ats_install_row
           SET person = CASE WHEN email IS NOT NULL
                             THEN 'mail:' || root_id || ':' || email || ':' || rank
                             ELSE 'row:' || COALESCE(talent_id, id) END
    """)
    # A row without an address belongs to the person of the talent it was copied from or to.
    env.cr.execute("""
        UPDATE ats_install_row row
           SET person = talent.person
          FROM ats_install_row talent
         WHERE row.email IS NULL AND row.talent_id = talent.id
    """)
    env.cr.execute("CREATE INDEX ON ats_install_row (person)")


def _insert(env):
    """One candidate for each person, filled from the newest row that tells a name."""
    env.cr.execute(SQL(
        """
        ALTER TABLE ats_candidate ADD COLUMN install_person text;
        INSERT INTO ats_candidate (
               install_person, name, email, email_normalized, email_rank, phone, phone_e164,
               linkedin, source_id, company_id, active,
               create_uid, create_date, write_uid, write_date)
        SELECT DISTINCT ON (row.person)
               row.person,
               COALESCE(row.name, row.email, %s),
               COALESCE(applicant.email_from, row.email), row.email, row.rank,
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
        env._("Unnamed"), env.uid, env.uid,
    ))


def _link(env):
    env.cr.execute("""
        UPDATE hr_applicant applicant
           SET ats_candidate_id = candidate.id
          FROM ats_install_row row
          JOIN ats_candidate candidate ON candidate.install_person = row.person
         WHERE applicant.id = row.id;
        ALTER TABLE ats_candidate DROP COLUMN install_person;
        DROP TABLE ats_install_row;
    """)
