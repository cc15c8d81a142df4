"""What candidates read is there in every language that the product promises, placeholders and markup included."""

import re
from pathlib import Path

import candidate_terms
import polib
import pytest

ADDONS = Path(__file__).resolve().parents[3] / "addons"
# Placeholders, expressions of mail subjects, and tags with what they compute.
KEPT = re.compile(r"%\([a-z_]+\)s|%[sg]|\{\{.*?\}\}|\{[a-z]+\}|</?[a-z]+|t-[a-z-]+=\"[^\"]*\"")


def entries(addon):
    return [
        entry
        for entry in polib.pofile(str(ADDONS / addon / "i18n" / f"{addon}.pot"))
        if candidate_terms.is_read(addon, entry)
    ]


@pytest.mark.parametrize("lang", candidate_terms.LANGUAGES)
@pytest.mark.parametrize("addon", sorted(candidate_terms.READ_BY_CANDIDATES))
def test_candidates_read_their_language(addon, lang):
    asked = entries(addon)
    assert asked, "the places in candidate_terms.py do not fit the template any more"
    translated = {
        entry.msgid: entry.msgstr
        for entry in polib.pofile(str(ADDONS / addon / "i18n" / f"{lang}.po"))
        if entry.msgstr and "fuzzy" not in entry.flags
    }
    missing = [entry.msgid for entry in asked if entry.msgid not in translated]
    assert not missing, f"{len(missing)} texts have no {lang}: {missing[:20]}"
    broken = [
        entry.msgid
        for entry in asked
        if sorted(KEPT.findall(entry.msgid)) != sorted(KEPT.findall(translated[entry.msgid]))
    ]
    assert not broken, f"placeholders or markup differ in {lang}: {broken[:10]}"
