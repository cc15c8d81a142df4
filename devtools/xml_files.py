"""XML is well formed, and a tag that begins a line stands four spaces deeper than its parent."""

from xml.parsers import expat

from .settings import ROOT

INDENT = 4


def problems(files):
    return [f"{path.relative_to(ROOT)}{problem}" for path in files for problem in _problems(path)]


def _problems(path):
    content = path.read_bytes()
    reader = _Reader(content)
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        return [f":{error.lineno}: {error}"]
    if not content.endswith(b"\n"):
        reader.found.append(": the last line has no end")
    return reader.found


class _Reader:
    def __init__(self, content):
        self.lines = content.splitlines()
        self.depth = 0
        self.found = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._enter
        self.parser.EndElementHandler = self._leave

    def _enter(self, name, _attributes):
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        before = self.lines[line - 1][:column]
        if not before.strip() and before != b" " * INDENT * self.depth:
            self.found.append(f":{line}: <{name}> must stand {INDENT * self.depth} spaces deep")
        self.depth += 1

    def _leave(self, _name):
        self.depth -= 1
