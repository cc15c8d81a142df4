"""Documents for the files that an existing database has on its applications."""

from odoo.tools import SQL

from ...lib.ats_extract import MIMETYPES
from ...lib.ats_extract.purpose import PATTERNS

_READABLE = tuple(MIMETYPES[code] for code in ("pdf", "docx", "odt", "rtf", "txt"))


def migrate(env):
    """Make one document of each distinct file, set-based; the native index is the text.

    No file is opened: the SHA-256 stays empty and files without a native index say so; they are
    read when somebody asks for it. May run again: files that have a document are left alone.
    """
    env.flush_all()
    env.cr.execute(
        SQL(
            """
        WITH files AS (
            SELECT DISTINCT ON (a.res_id, coalesce(a.checksum, a.id::text))
                   a.id, a.res_id, coalesce(a.name, 'document') AS name, a.mimetype, a.file_size,
                   a.create_date, a.create_uid,
                   nullif(btrim(left(a.index_content, 200000)), '') AS text,
                   coalesce(a.mimetype IN %(readable)s, false) AS readable,
                   %(named)s AS named
              FROM ir_attachment a
              JOIN hr_applicant h ON h.id = a.res_id
             WHERE a.res_model = 'hr.applicant' AND a.res_field IS NULL AND a.type = 'binary'
               AND NOT EXISTS (SELECT 1 FROM ats_document d WHERE d.attachment_id = a.id)
             ORDER BY a.res_id, coalesce(a.checksum, a.id::text), a.id
        ), guessed AS (
            SELECT files.*,
                   CASE WHEN named IS NOT NULL THEN named
                        WHEN readable
                         AND NOT EXISTS (SELECT 1 FROM ats_document d
                                          WHERE d.applicant_id = res_id AND d.kind = 'resume')
                         AND bool_or(named = 'resume') OVER (PARTITION BY res_id) IS NOT TRUE
                         AND row_number() OVER (
                             PARTITION BY res_id, readable AND named IS NULL ORDER BY id) = 1
                        THEN 'resume' ELSE 'other' END AS kind
              FROM files
        )
        INSERT INTO ats_document (
            name, applicant_id, candidate_id, attachment_id, kind, version, origin, proven,
            mimetype, size, text, text_state, text_detail, received_at,
            create_uid, write_uid, create_date, write_date)
        SELECT g.name, g.res_id, h.ats_candidate_id, g.id, g.kind,
               coalesce((SELECT max(version) FROM ats_document d
                          WHERE d.applicant_id = g.res_id AND d.kind = g.kind), 0)
               + row_number() OVER (PARTITION BY g.res_id, g.kind ORDER BY g.id),
               CASE WHEN coalesce(u.share, true) OR u.id = 1 THEN 'candidate' ELSE 'internal' END,
               false, g.mimetype, coalesce(g.file_size, 0), g.text,
               CASE WHEN g.text IS NOT NULL THEN 'done'
                    WHEN g.readable OR g.mimetype LIKE 'image/%%' THEN 'no_text'
                    ELSE 'unsupported' END,
               CASE WHEN g.text IS NULL THEN 'migrated' END,
               coalesce(g.create_date, now() AT TIME ZONE 'UTC'),
               1, 1, now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC'
          FROM guessed g
          JOIN hr_applicant h ON h.id = g.res_id
          LEFT JOIN res_users u ON u.id = g.create_uid
        """,
            readable=_READABLE,
            named=_named(),
        )
    )
    env["ats.document"].invalidate_model()
    return env.cr.rowcount


def _named():
    """Return the CASE expression for the kind that the file name tells."""
    branches = SQL(" ").join(SQL("WHEN lower(a.name) ~ %s THEN %s", pattern, kind) for kind, pattern in PATTERNS)
    return SQL("CASE %s END", branches)
