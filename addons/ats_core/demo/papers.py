"""The files that come with applications, made and read before the story begins."""

import hashlib

from ..lib.ats_extract import extract, sniff
from .resume_pdf import resume_pdf
from .resume_text import resume_docx, resume_txt


class Papers:
    """Makes the résumés with the dice, then has them read by the same code as everybody's."""

    def __init__(self, rng, fonts):
        self.rng, self.fonts = rng, fonts
        self._files, self._readings = {}, {}

    def compose(self, applications):
        """Give most open applications and some ended ones a résumé."""
        for application in applications:
            chance = 1 if application.offer else 0.84 if application.is_open else 0.1
            if self.rng.random() < chance:
                self._files[id(application)] = [self._resume(application.person)]

    def _resume(self, person):
        stem = person.name.replace(" ", "_")
        dice = self.rng.random()
        if dice < 0.14:
            return f"{stem}_CV.docx", resume_docx(person)
        if dice < 0.17:
            return f"{stem}.txt", resume_txt(person)
        name = self.rng.choice(("CV_{}.pdf", "{}_resume.pdf", "{}-cv.pdf"))
        return name.format(stem), resume_pdf(person, self.rng, self.fonts)

    def submit(self, pool):
        """Begin to read the text of all files in child processes, while the story is played."""
        for files in self._files.values():
            for name, content in files:
                digest = hashlib.sha256(content).hexdigest()
                self._readings[digest] = pool.submit(extract, content, kind=sniff(content, name))

    def reading(self, digest):
        """Return what was read from these bytes, None for others; waits for it."""
        future = self._readings.get(digest)
        return future and future.result()

    def __len__(self):
        return len(self._files)

    def has(self, application):
        """Tell whether a file came with the application."""
        return id(application) in self._files

    def files(self, application):
        """Return the files of an application as ``(name, bytes)``."""
        return tuple(self._files.get(id(application), ()))
