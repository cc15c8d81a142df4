from odoo import models


class HrApplicantSkill(models.Model):
    _inherit = "hr.applicant.skill"

    def _ats_skill_facts(self):
        """Hook: what the profile shows of a skill of an application.

        :return: dict with ``level`` (its name), ``progress`` (0..100), ``years``, ``last_used`` (year; 0: not known)
            and ``is_read`` (whether it comes from the résumé)
        """
        level = self.skill_level_id
        return {
            "level": level.name or "",
            "progress": level.level_progress,
            "years": 0,
            "last_used": 0,
            "is_read": False,
        }


class AtsCandidateSkill(models.Model):
    _inherit = "ats.candidate.skill"

    def _skill_facts(self):
        """Return the same of a typed skill."""
        level = self.skill_level_id
        return {
            "level": level.name or "",
            "progress": level.level_progress,
            "years": self.years,
            "last_used": self.last_used,
            "is_read": False,
        }


class AtsCandidate(models.Model):
    """Skills and languages of a person, from all applications and what was typed, each once."""

    _inherit = "ats.candidate"

    def _skill_groups(self):
        """Return the kinds of skills with their rows, languages last.

        :return: list of dicts with ``name``, ``is_language`` and ``rows``: dicts with ``name``, ``level``, ``words``
            (years and last use in words) and ``is_read``, the highest level first
        """
        groups = {}
        for skill, facts in self._best_skill_facts().items():
            kind = skill.skill_type_id
            group = groups.setdefault(kind, {"name": kind.name, "is_language": skill._ats_is_language(), "rows": []})
            group["rows"].append({**facts, "name": skill.name, "words": self._practice_words(facts)})
        for group in groups.values():
            group["rows"].sort(key=lambda row: (-row["progress"], row["name"]))
        self._add_read_languages(groups)
        return sorted(groups.values(), key=lambda group: (group["is_language"], group["name"]))

    def _best_skill_facts(self):
        """Return ``{skill: facts}``: the highest level of the applications, and over it what was typed."""
        applicants = self._readable_applications()
        best = {}
        for row in applicants.applicant_skill_ids if applicants else ():
            facts, known = row._ats_skill_facts(), best.get(row.skill_id)
            if not known or facts["progress"] > known["progress"]:
                best[row.skill_id] = facts
        for row in self.own_skill_ids:
            facts, known = row._skill_facts(), best.get(row.skill_id, {})
            # What was left open stays as the applications say.
            best[row.skill_id] = {**known, **{name: value for name, value in facts.items() if value or not known}}
            best[row.skill_id]["is_read"] = False
        return best

    def _practice_words(self, facts):
        words = []
        if facts["years"]:
            years = f"{facts['years']:g}"
            words.append(self.env._("1 year") if years == "1" else self.env._("%s years", years))
        if facts["last_used"]:
            words.append(self.env._("last %s", facts["last_used"]))
        return ", ".join(words)

    def _add_read_languages(self, groups):
        """Languages that the résumé names and nobody has entered as a skill yet."""
        told = [entry.get("language") for entry in (self.profile or {}).get("languages") or ()]
        kind = self.env.ref("hr_skills.hr_skill_type_lang", raise_if_not_found=False)
        group = groups.get(kind) or {
            "name": kind.name if kind else self.env._("Languages"),
            "is_language": True,
            "rows": [],
        }
        known = {row["name"].casefold() for row in group["rows"]}
        known |= {skill.with_context(lang="en_US").name.casefold() for skill in self.own_skill_ids.skill_id}
        added = [name for name in dict.fromkeys(filter(None, told)) if name.casefold() not in known]
        group["rows"] += [{"name": name, "level": "", "words": "", "is_read": True} for name in added]
        if group["rows"]:
            groups[kind] = group
