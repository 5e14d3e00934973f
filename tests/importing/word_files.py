"""Word files made by hand, with the constructs that offices use and python-docx cannot write."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NUMBERING = """<w:numbering {ns}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="4"/>
<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>"""
STYLES = """<w:styles {ns}>
<w:style w:type="character" w:styleId="an"><w:name w:val="An"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="an2"><w:name w:val="An 2"/><w:basedOn w:val="an"/></w:style>
<w:style w:type="paragraph" w:styleId="ds"><w:name w:val="Danh sach"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="cap"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/></w:style></w:styles>"""


def word_file(  # noqa: PLR0913 - the parts of a file
    body: str,
    *,
    main: str = "word/document.xml",
    kind: str = _TYPE,
    parts: dict[str, str] | None = None,
    files: dict[str, bytes] | None = None,
    relations: str = "",
    is_strict: bool = False,
) -> bytes:
    """Return a Word file.

    Args:
        body: XML of its paragraphs and tables.
        main: the name of the part with the text.
        kind: the declared content type of that part.
        parts: further XML parts by the kind of their relation, such as “footnotes”.
        files: further files by their names in the folder of the text.
        relations: further relations as XML.
        is_strict: whether it has the names of the strict form of the standard.
    """
    parts = {"numbering": NUMBERING, "styles": STYLES} | (parts or {})
    folder, _, name = main.rpartition("/")
    links = "".join(
        f'<Relationship Id="rel-{part}" Type="{_RELATIONS}/{part}" Target="{part}.xml"/>'
        for part in parts
    )
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/{main}" ContentType="{kind}"/></Types>',
        )
        text = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        package.writestr(main, _in_strict(text) if is_strict else text)
        package.writestr(
            f"{folder}/_rels/{name}.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{links}{relations}</Relationships>",
        )
        for part, xml in parts.items():
            package.writestr(f"{folder}/{part}.xml", xml.replace("{ns}", NAMESPACES))
        for file, data in (files or {}).items():
            package.writestr(f"{folder}/{file}", data)
    return out.getvalue()


def _in_strict(text: str) -> str:
    for usual, other in (("wordprocessingml/2006", "wordprocessingml"),
                         ("officeDocument/2006", "officeDocument"),
                         ("drawingml/2006", "drawingml")):  # fmt: skip
        text = text.replace(
            f"http://schemas.openxmlformats.org/{usual}/", f"http://purl.oclc.org/ooxml/{other}/"
        )
    return text


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """Return a paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def numbered(text: str, number: int, level: int = 0) -> str:
    """Return a paragraph in a list."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(run(text), properties=place)


def cell(*content: str, properties: str = "") -> str:
    """Return a cell of a table; a text is its paragraph."""
    inside = "".join(c if c.startswith("<") else paragraph(run(c)) for c in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: str) -> str:
    """Return a table of rows, each the XML of its cells."""
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def notes(kind: str, **texts: str) -> str:
    """Return the part with footnotes or endnotes, by id."""
    line = f'<w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>'
    own_mark = f"<w:r><w:{kind}Ref/></w:r>"
    elements = "".join(
        f'<w:{kind} w:id="{id_[1:]}">{paragraph(own_mark, run(text))}</w:{kind}>'
        for id_, text in texts.items()
    )
    return f"<w:{kind}s {{ns}}>{line}{elements}</w:{kind}s>"


def reference(kind: str, id_: str) -> str:
    """Return the mark in the text that leads to a note."""
    return f'<w:r><w:{kind}Reference w:id="{id_}"/></w:r>'
