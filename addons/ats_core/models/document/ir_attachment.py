import base64

from odoo import api, models

from ...lib.ats_extract import clean_filename, sniff

# Under this context the native reading of files inside the request does not run.
_UNREAD = {"ats_skip_index": True, "image_no_postprocess": True}


class IrAttachment(models.Model):
    """Every native way to put a file on an application makes a document of it, and none of
    them unpacks or parses the file inside the request."""

    _inherit = "ir.attachment"

    @api.model
    def _index(self, bin_data, mimetype, checksum=None):
        if self.env.context.get("ats_skip_index"):
            return None
        return super()._index(bin_data, mimetype, checksum=checksum)

    @api.model_create_multi
    def create(self, vals_list):
        if not any(map(self._ats_is_file, vals_list)):
            return super().create(vals_list)
        attachments = self.browse()
        for vals in vals_list:
            door = self.with_context(**_UNREAD) if self._ats_is_file(vals) else self
            if door is not self:
                vals = self._ats_cleaned(vals)
            attachments += super(IrAttachment, door).create([vals]).with_env(self.env)
        attachments._ats_register()
        return attachments

    @api.model
    def _ats_is_file(self, vals):
        """Tell whether the values are those of a file on an application."""
        context = self.env.context
        model = vals.get("res_model", context.get("default_res_model"))
        field = vals.get("res_field", context.get("default_res_field"))
        return model == "hr.applicant" and not field and vals.get("type", "binary") == "binary"

    @api.model
    def _ats_cleaned(self, vals):
        """Return the values with a safe name and the type that the content has."""
        vals = dict(vals)
        content = vals.get("raw") or base64.b64decode(vals.pop("datas", None) or b"")
        vals["raw"] = content.encode() if isinstance(content, str) else content
        vals.pop("datas", None)
        kind = sniff(vals["raw"], vals.get("name") or "")
        vals["name"] = clean_filename(vals.get("name") or "", extension=kind.code)
        if kind.accepted:
            vals["mimetype"] = kind.mimetype
        return vals

    def write(self, vals):
        result = super().write(vals)
        if not {"res_model", "res_id", "res_field"}.isdisjoint(vals):
            self._ats_forget_moved()
            self._ats_register()
        return result

    def _set_attachment_data(self, asbytes):
        files = self.filtered(lambda row: row.res_model == "hr.applicant" and not row.res_field)
        result = super(IrAttachment, self - files)._set_attachment_data(asbytes)
        if files:
            super(IrAttachment, files.with_context(**_UNREAD))._set_attachment_data(asbytes)
            files._ats_documents_sudo()._bytes_changed()
        return result

    def copy(self, default=None):
        """The copy of a file of an application, wherever it goes, takes the text along: it is
        never parsed inside the request."""
        if "hr.applicant" not in self.sudo().mapped("res_model"):
            return super().copy(default)
        copies = super(IrAttachment, self.with_context(**_UNREAD)).copy(default)
        for source_sudo, copy_sudo in zip(self.sudo(), copies.sudo(), strict=True):
            if source_sudo.checksum == copy_sudo.checksum and source_sudo.index_content:
                copy_sudo.index_content = source_sudo.index_content
        return copies.with_env(self.env)

    def _ats_documents_sudo(self):
        return self.env["ats.document"].sudo().search([("attachment_id", "in", self.ids)])

    def _ats_forget_moved(self):
        """Drop the document rows of files that are no longer where the row says."""
        self._ats_documents_sudo().filtered(
            lambda document: (
                document.attachment_id.res_model != "hr.applicant"
                or document.attachment_id.res_id != document.applicant_id.id
            )
        ).with_context(ats_keep_file=True).unlink()

    def _ats_register(self):
        """Make documents of those files of applications that have none yet."""
        known = self._ats_documents_sudo().attachment_id
        new_sudo = self.sudo().filtered(
            lambda row: (
                row.res_model == "hr.applicant"
                and row.res_id
                and not row.res_field
                and row.type == "binary"
                and row not in known
            )
        )
        if new_sudo:
            self.env["ats.document"]._adopt(new_sudo)
