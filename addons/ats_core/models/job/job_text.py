from lxml import html

from odoo import models

_BLOCKS = frozenset("p div li ul ol h1 h2 h3 h4 h5 h6 tr br section article table blockquote".split())


class HrJob(models.Model):
    _inherit = "hr.job"

    def _ats_text_fields(self):
        """Hook: names of the HTML fields that describe the work; an addon adds those it knows.

        :rtype: list[str]
        """
        return ["description"]

    def _ats_job_text(self):
        """Return what the job's own text says: one line for each heading, paragraph and item of a list.

        :rtype: str
        """
        self.ensure_one()
        job_sudo = self.sudo()
        return "\n".join(_lines(job_sudo[name]) for name in job_sudo._ats_text_fields() if job_sudo[name])

    def _ats_public_path(self):
        """Hook: the page that visitors read, as a path of the website; empty where there is none.

        :rtype: str
        """
        self.ensure_one()
        return ""

    def _ats_cities(self):
        """Hook: names of the cities where the work is done; an addon adds the further places it knows.

        :rtype: list[str]
        """
        self.ensure_one()
        return [city for city in self.sudo().address_id.mapped("city") if city]


def _lines(markup):
    root = html.fragment_fromstring(markup, create_parent="div")
    pieces = []
    for event, element in _walk(root):
        if element.tag in _BLOCKS:
            pieces.append("\n")
        text = element.text if event == "start" else element.tail
        pieces.append(" ".join((text or "").split(" ")).replace("\n", " "))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _walk(element):
    if isinstance(element.tag, str):
        yield "start", element
        for child in element:
            yield from _walk(child)
        yield "end", element
