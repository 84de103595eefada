"""Reads PDF files back: all requests, one a line on standard input (a file in base64), an answer a line on standard output (JSON).

An answer holds what rules about print and about tagged PDF ask for, and judges nothing. A file that cannot be read has the answer `null`.
Sizes and places are in points, as they come to stand on the page.
"""

import sys

# The current folder must not be able to stand in for a library.
sys.path[:] = [path for path in sys.path if path]

# Before anything can fail: whoever writes must not find that nobody listens.
requests = sys.stdin.buffer.readlines()

import base64
import io
import json
import re

import pikepdf

OPERATORS = "q Q cm BT ET Tf Tm Td TD T* Tj TJ Tc Tw Tz TL ' \" BDC BMC EMC"
BLOCKS = {"/P", "/LBody", "/Span", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/TD", "/TH", "/Lbl", "/Link", "/Caption", "/BlockQuote"}


class Font:
    """A font of the file: how wide its glyphs are, and what they say."""

    def __init__(self, font):
        self.name = str(font.get("/BaseFont", "/")).lstrip("/").split("+")[-1]
        self.is_composite = font.get("/Subtype") == "/Type0"
        own = font["/DescendantFonts"][0] if self.is_composite else font
        descriptor = own.get("/FontDescriptor")
        self.is_embedded = font.get("/Subtype") == "/Type3" or descriptor is not None and any(
            key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
        self.is_italic = bool(re.search("italic|oblique", self.name, re.I)) or descriptor is not None and (
            float(descriptor.get("/ItalicAngle", 0)) != 0)
        self.has_text = "/ToUnicode" in font
        self.usual = float(own.get("/DW", 1000))
        self.widths = widths(own) if self.is_composite else {}
        self.letters = letters(font["/ToUnicode"].read_bytes()) if self.has_text else {}

    def codes(self, data):
        if not self.is_composite:
            return list(data)
        return [data[index] << 8 | data[index + 1] for index in range(0, len(data) - 1, 2)]


def widths(font):
    """The array `/W`: runs of widths from a first code on, or one width for a range of codes."""
    found, parts, index = {}, list(font.get("/W", [])), 0
    while index + 1 < len(parts):
        first = int(parts[index])
        if isinstance(parts[index + 1], pikepdf.Array):
            for offset, width in enumerate(parts[index + 1]):
                found[first + offset] = float(width)
            index += 2
        else:
            for code in range(first, int(parts[index + 1]) + 1):
                found[code] = float(parts[index + 2])
            index += 3
    return found


def letters(table):
    """What the codes of a ToUnicode table say."""
    found, text = {}, table.decode("latin-1")

    def said(digits):
        return bytes.fromhex(digits).decode("utf-16-be", "replace")

    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
        for code, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(code, 16)] = said(value)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
        for first, last, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            start = said(value)
            for offset in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + offset] = start[:-1] + chr(ord(start[-1]) + offset)
    return found


def times(a, b):
    """The matrix that does `a`, then `b`."""
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5])


class Run:
    """Glyphs that were shown together."""

    def __init__(self, mark, size, left, right, base, text, is_slanted):
        self.mark, self.size, self.left, self.right, self.base = mark, size, left, right, base
        self.text, self.is_slanted = text, is_slanted


def runs(page, fonts):
    """The text of a page in the order in which it is drawn."""
    found, stack, marks = [], [], []
    matrix, text, line = (1, 0, 0, 1, 0, 0), (1, 0, 0, 1, 0, 0), (1, 0, 0, 1, 0, 0)
    font, size, spacing, leading = None, 0.0, 0.0, 0.0
    for instruction in pikepdf.parse_content_stream(page, OPERATORS):
        operator, values = str(instruction.operator), instruction.operands
        if operator == "q":
            stack.append((matrix, font, size, spacing, leading))
        elif operator == "Q":
            matrix, font, size, spacing, leading = stack.pop()
        elif operator == "cm":
            matrix = times(tuple(map(float, values)), matrix)
        elif operator == "BT":
            text = line = (1, 0, 0, 1, 0, 0)
        elif operator == "Tf":
            font, size = fonts[str(values[0])], float(values[1])
        elif operator == "Tm":
            text = line = tuple(map(float, values))
        elif operator in ("Td", "TD"):
            text = line = times((1, 0, 0, 1, float(values[0]), float(values[1])), line)
            leading = -float(values[1]) if operator == "TD" else leading
        elif operator == "TL":
            leading = float(values[0])
        elif operator == "T*":
            text = line = times((1, 0, 0, 1, 0, -leading), line)
        elif operator == "Tc":
            spacing = float(values[0])
        elif operator in ("BDC", "BMC"):
            properties = values[1] if operator == "BDC" else None
            own = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
            marks.append(int(own) if own is not None else (marks[-1] if marks else None))
        elif operator == "EMC":
            marks.pop()
        elif operator in ("Tj", "TJ") and font is not None:
            advance, said, places = 0.0, [], []
            for part in values[0] if operator == "TJ" else [values[0]]:
                if not isinstance(part, pikepdf.String):
                    advance -= float(part) / 1000 * size
                    continue
                for code in font.codes(bytes(part)):
                    width = font.widths.get(code, font.usual) / 1000 * size
                    letter = font.letters.get(code, "\ufffd")
                    said.append(letter)
                    if not letter.isspace():
                        places += [advance, advance + width]
                    advance += width + spacing
            whole = times(text, matrix)
            if places:
                ends = [whole[0] * place + whole[4] for place in (min(places), max(places))]
                height = (whole[2] ** 2 + whole[3] ** 2) ** 0.5
                slant = abs(whole[0] * whole[2] + whole[1] * whole[3]) > 0.01 * height
                found.append(Run(
                    marks[-1] if marks else None, size * height, min(ends), max(ends), whole[5], "".join(said),
                    slant or font.is_italic))
            text = times((1, 0, 0, 1, advance, 0), text)
    return found


class Element:
    """An element of the tags in reading order, with its marks on pages."""

    def __init__(self, kind, depth, description, is_underlined, numbering):
        self.kind, self.depth, self.description = kind, depth, description
        self.is_underlined, self.numbering, self.marks = is_underlined, numbering, []
        self.parent = None


def elements(root, pages):
    """All elements of the tags, each before what stands in it."""
    found = []

    def attributes(node):
        own = node.get("/A")
        return [] if own is None else list(own) if isinstance(own, pikepdf.Array) else [own]

    def walk(node, parent, page):
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child, parent, page)
        elif not isinstance(node, pikepdf.Dictionary):
            if parent is not None:
                parent.marks.append((page, int(node)))
        elif "/S" not in node:
            if "/MCID" in node and parent is not None:
                parent.marks.append((pages.get(node["/Pg"].objgen, page) if "/Pg" in node else page, int(node["/MCID"])))
        else:
            owned = [own for own in attributes(node) if isinstance(own, pikepdf.Dictionary)]
            description = node.get("/Alt")
            element = Element(
                str(node["/S"]), 0 if parent is None else parent.depth + 1, None if description is None else str(description),
                any(own.get("/TextDecorationType") == "/Underline" for own in owned),
                next((str(own["/ListNumbering"]) for own in owned if "/ListNumbering" in own), None))
            element.parent = parent
            found.append(element)
            if "/K" in node:
                walk(node["/K"], element, pages.get(node["/Pg"].objgen, page) if "/Pg" in node else page)

    if root is not None and "/K" in root:
        walk(root["/K"], None, None)
    return found


def is_flush(lines):
    """Whether all lines but the last end at the same place, which ragged text does only by chance."""
    ends = [max(run.right for run in line) for line in lines[:-1]]
    return max(ends) - min(ends) < 0.75


def lines(parts):
    """The runs of a block by their lines, from the first to the last."""
    found = []
    for run in parts:
        if found and abs(found[-1][0].base - run.base) < 0.5 * run.size:
            found[-1].append(run)
        else:
            found.append([run])
    return found


def said(parts):
    return " ".join(" ".join(run.text for run in line) for line in lines(parts)).split()


def capitals(words):
    """The most words in a row that are set in capitals; letters by themselves and figures count as no word."""
    most, count, start, best = 0, 0, 0, []
    for index, word in enumerate(words):
        plain = [letter for letter in word if letter.isalpha()]
        if len(plain) > 1 and all(letter.isupper() for letter in plain):
            count += 1
            if count > most:
                most, best = count, words[index + 1 - count:index + 1]
        elif plain:
            count = 0
    return most, " ".join(best)


def count(bookmarks):
    return sum(1 + count(bookmark.children) for bookmark in bookmarks)


def facts(pdf):
    pages = {page.objgen: index for index, page in enumerate(pdf.pages)}
    fonts, known, drawn = {}, {}, []
    for page in pdf.pages:
        own = {}
        for name, font in page.resources.get("/Font", {}).items():
            if font.objgen not in known:
                known[font.objgen] = Font(font)
            own[name] = known[font.objgen]
        drawn.append(runs(page, own))
    for font in known.values():
        fonts[font.name] = font
    marked = {}
    for index, page in enumerate(drawn):
        for run in page:
            marked.setdefault((index, run.mark), []).append(run)
    root = pdf.Root
    tags = elements(root.get("/StructTreeRoot"), pages)
    headings, paragraphs, flush, capitalised = [], 0, 0, (0, "")
    for element in tags:
        parts = [run for mark in element.marks for run in marked.get(mark, [])]
        words = said(parts)
        if re.fullmatch("/H[1-6]", element.kind):
            headings.append({"level": int(element.kind[2]), "text": " ".join(words), "pages": []})
        if headings:
            headings[-1]["pages"] += [page for page, _ in element.marks if page is not None]
        capitalised = max(capitalised, capitals(words))
        if element.kind in BLOCKS and len({page for page, _ in element.marks}) == 1:
            rows = lines(parts)
            if len(rows) > 3:
                paragraphs += 1
                flush += is_flush(rows)
    for heading in headings:
        heading["pages"] = sorted({page + 1 for page in heading["pages"]})
    sizes = {}
    for index, page in enumerate(drawn):
        for run in page:
            size = round(run.size, 2)
            entry = sizes.setdefault(size, {"points": size, "letters": 0, "page": index + 1, "sample": run.text.strip()[:40]})
            entry["letters"] += sum(not letter.isspace() for letter in run.text)
    boxes = [[float(part) for part in page.mediabox] for page in pdf.pages]
    free = [
        min(run.left - box[0], box[2] - run.right, run.base - box[1], box[3] - run.base - run.size * 0.75)
        for page, box in zip(drawn, boxes) for run in page]
    figures = [element for element in tags if element.kind == "/Figure"]
    columns = [element for element in tags if element.kind == "/TH"]
    heads = [" ".join(said([run for mark in element.marks for run in marked.get(mark, [])])) for element in columns]
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        title = metadata.get("dc:title") or (str(pdf.docinfo["/Title"]) if "/Title" in pdf.docinfo else "")
    with pdf.open_outline() as outline:
        bookmarks = count(outline.root)
    return {
        "pages": [{"width": box[2] - box[0], "height": box[3] - box[1]} for box in boxes],
        "isTagged": bool(root.get("/MarkInfo", {}).get("/Marked", False)) and bool(tags),
        "language": str(root.get("/Lang", "")),
        "title": title,
        "showsTitle": bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        "bookmarks": bookmarks,
        "headings": headings,
        "figures": len(figures),
        "figuresWithoutText": sum(not (element.description or "").strip() for element in figures),
        "tables": sum(element.kind == "/Table" for element in tags),
        "columnHeads": [head for head in heads if head],
        "numberedLists": sum(element.numbering in ("/Decimal", "/LowerAlpha", "/UpperAlpha") for element in tags),
        "bulletLists": sum(element.numbering in ("/Circle", "/Disc", "/Square") for element in tags),
        "underlined": sum(element.is_underlined for element in tags),
        "fonts": [
            {"name": name, "isEmbedded": font.is_embedded, "hasText": font.has_text} for name, font in sorted(fonts.items())],
        "slanted": sum(len(run.text.strip()) for page in drawn for run in page if run.is_slanted),
        "sizes": [sizes[size] for size in sorted(sizes)],
        "margin": min(free, default=0),
        "longParagraphs": paragraphs,
        "flushParagraphs": flush,
        "capitalWords": capitalised[0],
        "capitals": capitalised[1],
    }


for request in requests:
    try:
        with pikepdf.open(io.BytesIO(base64.b64decode(request))) as pdf:
            answer = facts(pdf)
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        answer = None
    print(json.dumps(answer), flush=True)
