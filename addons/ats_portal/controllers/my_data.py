from werkzeug.exceptions import NotFound

from odoo.http import content_disposition, request, route

from .home import APPLICATION, PRIVATE, Home

DATA = f"{APPLICATION}/data"


class MyData(Home):
    """My data: see, correct, take away, take back, erase."""

    @route(DATA, **PRIVATE, methods=["GET"])
    def application_data(self, applicant_id, done=None, **_params):
        return self._ats_data_page(self._ats_application_sudo(applicant_id), done=done)

    @route(f"{DATA}/correct", **PRIVATE, methods=["POST"])
    def application_data_correct(self, applicant_id, **params):
        application_sudo = self._ats_application_sudo(applicant_id)
        self._ats_limit("correct.application", applicant_id, limit=10)
        errors = application_sudo._ats_correct_from_page(params)
        if errors:
            return self._ats_data_page(application_sudo, errors=errors, typed=params, status=400)
        return self._ats_back(application_sudo, "corrected")

    @route(f"{DATA}/address", **PRIVATE, methods=["POST"])
    def application_data_address(self, applicant_id, email="", **_params):
        application_sudo = self._ats_application_sudo(applicant_id)
        self._ats_limit("code.application", applicant_id, limit=3, seconds=3600)
        error = application_sudo._ats_ask_new_address(email)
        if error:
            values = {"errors": {"email": error}, "typed": {"email": email}}
            return self._ats_data_page(application_sudo, status=400, **values)
        return self._ats_code_page(application_sudo, "address")

    @route(f"{DATA}/address/confirm", **PRIVATE, methods=["POST"])
    def application_data_address_confirm(self, applicant_id, code="", **_params):
        application_sudo = self._ats_application_sudo(applicant_id)
        self._ats_limit("confirm.application", applicant_id, limit=10)
        if not application_sudo._ats_confirm_new_address(code):
            return self._ats_code_page(application_sudo, "address", is_wrong=True, status=400)
        return self._ats_page("ats_portal.address_changed", application_sudo._ats_page_frame())

    @route(f"{DATA}/consent", **PRIVATE, methods=["POST"])
    def application_data_consent(self, applicant_id, purpose="", give="", **_params):
        application_sudo = self._ats_application_sudo(applicant_id)
        if not application_sudo._ats_set_consent(purpose, bool(give)):
            raise NotFound()
        return self._ats_back(application_sudo, "given" if give else "withdrawn")

    @route(f"{DATA}/ask", **PRIVATE, methods=["POST"])
    def application_data_ask(self, applicant_id, kind="", note="", **_params):
        application_sudo = self._ats_application_sudo(applicant_id)
        self._ats_limit("ask.application", applicant_id, limit=10)
        if not application_sudo._ats_ask_from_page(kind, note):
            raise NotFound()
        return self._ats_back(application_sudo, "asked")

    @route(f"{DATA}/copy/<any(json,pdf):form>", **PRIVATE, methods=["GET"])
    def application_data_copy(self, applicant_id, form, **_params):
        application_sudo = self._ats_application_sudo(applicant_id)
        self._ats_limit("copy.application", applicant_id, limit=10)
        if form == "json":
            content, mimetype = application_sudo._ats_copy_as_json(), "application/json; charset=utf-8"
        else:
            content, mimetype = application_sudo._ats_copy_as_pdf(), "application/pdf"
        headers = [("Content-Type", mimetype), ("Content-Disposition", content_disposition(f"my-data.{form}"))]
        return request.make_response(content, headers)

    @route(f"{DATA}/erase", **PRIVATE, methods=["GET"])
    def application_data_erase_page(self, applicant_id, **_params):
        application_sudo = self._ats_application_sudo(applicant_id)
        return self._ats_page("ats_portal.erase", application_sudo._ats_data_values())

    @route(f"{DATA}/erase", **PRIVATE, methods=["POST"])
    def application_data_erase(self, applicant_id, **_params):
        application_sudo = self._ats_application_sudo(applicant_id)
        self._ats_limit("code.application", applicant_id, limit=3, seconds=3600)
        application_sudo._ats_ask_erasure()
        return self._ats_code_page(application_sudo, "erase")

    @route(f"{DATA}/erase/confirm", **PRIVATE, methods=["POST"])
    def application_data_erase_confirm(self, applicant_id, code="", note="", **_params):
        application_sudo = self._ats_application_sudo(applicant_id)
        self._ats_limit("confirm.application", applicant_id, limit=10)
        if not application_sudo._ats_confirm_erasure(code, note):
            return self._ats_code_page(application_sudo, "erase", is_wrong=True, status=400)
        return self._ats_back(application_sudo, "erasing")

    @route(f"{APPLICATION}/account", **PRIVATE, methods=["POST"])
    def application_account(self, applicant_id, **_params):
        application_sudo = self._ats_application_sudo(applicant_id)
        self._ats_limit("account.application", applicant_id, limit=3, seconds=3600)
        application_sudo._ats_make_account()
        return self._ats_back(application_sudo, "account")

    def _ats_data_page(self, application_sudo, *, done=None, errors=None, typed=None, status=200):
        values = {
            **application_sudo._ats_data_values(),
            "done": done,
            "errors": errors or {},
            "typed": typed or {},
        }
        return self._ats_page("ats_portal.my_data", values, status)

    def _ats_code_page(self, application_sudo, what, *, is_wrong=False, status=200):
        values = {**application_sudo._ats_page_frame(), "what": what, "is_wrong": is_wrong}
        return self._ats_page("ats_portal.code", values, status)

    def _ats_back(self, application_sudo, done):
        return request.redirect(f"{application_sudo._ats_page_path('data')}?done={done}", code=303)
