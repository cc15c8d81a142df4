from . import (
    ats_candidate,
    ats_document,
    ats_document_receive,
    ats_document_rights,
    ats_document_text,
    document_request,
    hr_applicant,
    ir_attachment,
    ir_attachment_rights,
    ir_attachment_serving,
)
