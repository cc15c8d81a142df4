"""Every text is there in every language that the product promises, placeholders and markup included."""

import re
from pathlib import Path

import polib
import pytest

ADDONS = Path(__file__).resolve().parents[3] / "addons"
LANGUAGES = ("fr", "de", "es")
# Placeholders, expressions of mail subjects, and tags with what they compute.
KEPT = re.compile(r"%\([a-z_]+\)s|%[sg]|\{\{.*?\}\}|\{[a-z]+\}|</?[a-z]+|t-[a-z-]+=\"[^\"]*\"")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("addon", sorted(template.stem for template in ADDONS.glob("*/i18n/*.pot")))
def test_everybody_reads_their_language(addon, lang):
    folder = ADDONS / addon / "i18n"
    asked = [entry.msgid for entry in polib.pofile(str(folder / f"{addon}.pot"))]
    translated = {
        entry.msgid: entry.msgstr
        for entry in polib.pofile(str(folder / f"{lang}.po"))
        if entry.msgstr and "fuzzy" not in entry.flags
    }
    missing = [text for text in asked if text not in translated]
    assert not missing, f"{len(missing)} texts have no {lang}: {missing[:20]}"
    broken = [text for text in asked if sorted(KEPT.findall(text)) != sorted(KEPT.findall(translated[text]))]
    assert not broken, f"placeholders or markup differ in {lang}: {broken[:10]}"
