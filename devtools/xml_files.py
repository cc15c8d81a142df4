"""XML is well formed, and a tag that begins a line stands four spaces deeper than its parent."""

from xml.parsers import expat

from .settings import ROOT

INDENT = 4


def problems(files):
    return [f"{path.relative_to(ROOT)}{problem}" for path in files for problem in _problems(path)]


def form(files):
    """Move tags to where they belong; what follows on lines of its own moves along."""
    for path in files:
        text = path.read_text()
        formed = _formed(text)
        if formed != text:
            path.write_text(formed)


def _problems(path):
    content = path.read_bytes()
    try:
        places = _places(content)
    except expat.ExpatError as error:
        return [f":{error.lineno}: {error}"]
    lines = content.decode().splitlines()
    found = [
        f":{number}: {lines[number - 1].split()[0].strip('<>')} must stand {INDENT * depth} spaces deep"
        for number, depth in sorted(places.items())
        if _indent(lines[number - 1]) != " " * INDENT * depth
    ]
    return found if content.endswith(b"\n") else [*found, ": the last line has no end"]


def _formed(text):
    """The text with every line moved by as much as the tag it belongs to."""
    places, shift, lines = _places(text.encode()), 0, []
    for number, line in enumerate(text.splitlines(), start=1):
        here = len(_indent(line).expandtabs(INDENT))
        wanted = places[number] * INDENT if number in places else max(0, here + shift)
        shift = wanted - here if number in places else shift
        lines.append((" " * wanted + line.strip()).rstrip() if number in places or shift else line)
    return "\n".join(lines) + "\n"


def _indent(line):
    return line[: len(line) - len(line.lstrip())]


def _places(content):
    """{line: depth} of the lines that begin with a tag."""
    reader = _Reader(content)
    reader.parser.Parse(content, True)
    return reader.places


class _Reader:
    def __init__(self, content):
        self.lines = content.splitlines()
        self.depth = 0
        self.places = {}
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._enter
        self.parser.EndElementHandler = self._leave

    def _enter(self, _name, _attributes):
        self._note()
        self.depth += 1

    def _leave(self, _name):
        self.depth -= 1
        self._note()

    def _note(self):
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        if not self.lines[line - 1][:column].strip():
            self.places.setdefault(line, self.depth)
