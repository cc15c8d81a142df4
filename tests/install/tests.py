"""What must hold on the way; tests/suite runs it with ats_core alone, tests/deep with all addons."""

import pytest

from . import journey

# Applications that belong to one person, case by case as in native_rows.py.
PERSONS = [
    {"again_old", "again_newest", "again_middle", "again_refused", "again_other_job"},
    {"couple_jean"},
    {"couple_marie"},
    {"agency_ivan"},
    {"agency_olga", "agency_olga_again", "agency_unnamed"},
    {"talent", "talent_application", "talent_twice"},
    {"talent_without_address", "copy_without_address"},
    {"talent_of_archived_pool"},
    {"of_archived_job"},
    {"refused"},
    {"archived"},
    {"hired"},
    {"hired_archived"},
    {"reason_but_active"},
    {"without_address"},
    {"without_address_namesake"},
    {"without_anything"},
    {"two_addresses"},
    {"without_stage"},
    {"without_job"},
    {"contact_with_address", "contact_by_address"},
    {"contact_mute", "contact_mute_again"},
    {"head_office", "in_branch"},
    {"other_company"},
    {"without_company"},
]
STATES = {
    "refused": {"refused", "again_refused"},
    "archived": {"archived", "of_archived_job"},
    "hired": {"hired", "hired_archived"},
    "None": {"talent", "talent_twice", "talent_without_address", "talent_of_archived_pool"},
}
REPEATED = {
    "again_old": "again_newest",
    "again_middle": "again_newest",
    "talent": "talent_twice",
    "agency_unnamed": "agency_olga_again",  # no name contradicts none
}
INVARIANTS = {
    "hr_applicant_ats_open_uniq",
    "hr_applicant_ats_talent_uniq",
    "hr_applicant_ats_submission_uniq",
    "ats_candidate_email_uniq",
    "ats_stage_log_open_uniq",
    "ats_access_link_token_uniq",
    "ats_document_attachment_uniq",
    "ats_candidate__name_index",  # trigram: pg_trgm was made by the same installation
}


class InstallTests:
    """Subclass it and name the addons."""

    addons = ()

    @pytest.fixture(scope="class")
    def travelled(self):
        """The database's way with everything that was seen on it."""
        odoo = journey.server()
        seen = {}
        with journey.database(odoo, f"ats_install_{len(self.addons)}") as name:
            seen["rows"] = journey.native_rows(odoo, name)
            seen["before"] = journey.snapshot(odoo, name)
            seen["names before"] = journey.names_of_ours(odoo, name)
            odoo.install(name, self.addons)
            seen["installed"] = journey.snapshot(odoo, name, like=seen["before"])
            seen["facts"] = journey.facts(odoo, name)
            odoo.install(name, self.addons, update=True)
            seen["facts again"] = journey.facts(odoo, name)
            journey.uninstall(odoo, name, self.addons)
            seen["after"] = journey.snapshot(odoo, name)
            seen["names after"] = journey.names_of_ours(odoo, name)
        return seen

    @pytest.fixture
    def became(self, travelled):
        """``{case: what the row became}``"""
        return {case: travelled["facts"]["rows"][str(row)] for case, row in travelled["rows"].items()}

    def test_every_record_is_kept(self, travelled):
        changed = journey.differences(travelled["before"], travelled["installed"])
        business = {table: columns for table, columns in changed.items() if not table.startswith(journey.TECHNICAL)}
        assert business == {}

    def test_every_application_has_its_person(self, travelled, became):
        assert {case for persons in PERSONS for case in persons} == set(travelled["rows"])
        found = {}
        for case, row in became.items():
            found.setdefault(row["ats_candidate_id"], set()).add(case)
        assert "None" not in found
        assert sorted(map(sorted, found.values())) == sorted(map(sorted, PERSONS))

    def test_people_stay_in_their_company(self, travelled, became):
        candidates = travelled["facts"]["candidates"]
        assert candidates[became["other_company"]["ats_candidate_id"]]["company"] == "Other Ltd"
        assert candidates[became["in_branch"]["ats_candidate_id"]]["company"] != "Branch"
        ranks = [candidates[became[case]["ats_candidate_id"]]["rank"] for case in ("couple_jean", "couple_marie")]
        assert sorted(ranks) == [0, 1]

    def test_states_follow_the_truth_table(self, became):
        told = {case: state for state, cases in STATES.items() for case in cases}
        assert {case: row["ats_state"] for case, row in became.items()} == {
            case: told.get(case, "ongoing") for case in became
        }

    def test_states_are_what_the_model_computes(self, travelled):
        assert travelled["facts"]["states that differ"] == {}
        assert travelled["facts"]["candidates that differ"] == {}

    def test_the_newest_open_application_goes_on(self, travelled, became):
        cases = {str(row): case for case, row in travelled["rows"].items()}
        repeated = {case: cases.get(row["ats_duplicate_of_id"]) for case, row in became.items()}
        assert {case: newest for case, newest in repeated.items() if newest} == REPEATED

    def test_each_application_in_a_stage_has_one_stay(self, travelled, became):
        stays = travelled["facts"]["stays"]
        for case, row in became.items():
            expected = [1, int(row["ats_state"] in ("ongoing", "hired"))]
            if row["ats_state"] == "None" or case in ("without_stage", "without_job", "without_company"):
                expected = None
            assert stays.get(str(travelled["rows"][case])) == expected, case

    def test_files_are_documents(self, travelled):
        assert travelled["facts"]["documents"] == ["CV.txt", "photo.png"]

    def test_archived_jobs_are_closed(self, travelled):
        states = travelled["facts"]["job states"]
        assert (states["Porter"], states["Cook"]) == ("closed", "open")

    def test_the_invariants_are_in_the_database(self, travelled):
        assert INVARIANTS - set(travelled["facts"]["indexes"]) == set()

    def test_native_text_search_stays_as_it_was(self, travelled):
        assert not travelled["facts"]["unaccent in Odoo's schema"]

    def test_installing_twice_changes_nothing(self, travelled):
        assert travelled["facts again"] == travelled["facts"]

    def test_uninstalling_leaves_native_as_it_was(self, travelled):
        before, after = travelled["before"], travelled["after"]
        assert set(after) - set(before) == set(), "tables of ours are left"
        columns = {table: set(after[table]) - set(before[table]) for table in before if table in after}
        assert {table: names for table, names in columns.items() if names} == {}, "columns of ours are left"
        assert journey.differences(before, after) == {}
        assert travelled["names after"] == travelled["names before"]
