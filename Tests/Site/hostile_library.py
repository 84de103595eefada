"""A library in which every field that takes text holds a marker and a payload, and what can be read back from the outputs."""

import json
import re
import xml.etree.ElementTree as ET

import html5lib

# What each is meant to break out of, and how.
PAYLOADS = {
    "plain": "plain",
    "script": "<script>alert(1)</script>",
    "script end": "</script><script>alert(1)</script>",
    "title end": "</title><script>alert(1)</script>",
    "style end": "</style><style>*{display:none}</style>",
    "textarea end": "</textarea></template></noscript><script>alert(1)</script>",
    "comment": "--><script>alert(1)</script><!--",
    "comment start": "<!-- <![CDATA[ <?php",
    "cdata end": "]]><script>alert(1)</script>",
    "entities of XML": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "handler": "<img src=x onerror=alert(1)>",
    "svg": "<svg/onload=alert(1)>",
    "double quotes": '"><svg onload=alert(1)> " autofocus onfocus="alert(1)',
    "single quotes": "' onmouseover='alert(1)' x='",
    "backtick": "`onmouseover=alert(1)`",
    "base": "<base href=//evil.example/><meta http-equiv=refresh content='0;url=//evil.example'>",
    "frame": "<iframe srcdoc='<script>alert(1)</script>'></iframe><object data=x><embed src=x>",
    "link": "<a href=javascript:alert(1)>x</a>",
    "form": "<form action=//evil.example><button formaction=javascript:alert(1)>x</button></form>",
    "javascript": "javascript:alert(1)",
    "javascript in mixed case": "JaVaScRiPt:alert(1)",
    "javascript with a tab": "java\tscript:alert(1)",
    "javascript by entity": "java&Tab;script&colon;alert(1)",
    "data": "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript": "vbscript:msgbox(1)",
    "other host": "//evil.example/%2e%2e/\\evil.example",
    "template": "{{title}} {{{title}}} {{>layout}} {{#site}} {{/site}} {{=<% %>=}}",
    "placeholder": "{title} {amount} {name} {} {",
    "typst": '#raw("x") #import "/etc/passwd": * $x^2$ @label <label> \\u{41} #{panic("x")} /* // ~ -- ---',
    "json": '"}],"injected":[{"a":"\\u003c\\',
    "line separators": "a\u2028b\u2029c",
    "css": "}*{background:url(//evil.example)}/* expression(alert(1))",
    "direction override": "a\u202eb",
    "direction isolate": "a\u2066b\u2069c\u200fd",
    "zero": "a\x00b",
    "escape sequence": "a\x1b[31mb\x1b]0;c\x07d",
    "C1": "a\x9b31mb\x85c\x90d",
    "carriage return": "a\rb",
    "shell": "$(touch pwned) `touch pwned` ; touch pwned | touch pwned & > pwned ${HOME} 'x' \"y\"",
    "path": "../../../../etc/passwd",
    "format": "%s %n %x %d {0} %(x)s",
    "entity-like": "&lt;script&gt; &#60;b&#62; &amp;amp; &#x3c; &nbsp &copy",
    "long": "long " * 2000,
    "long word": "w" * 5000,
    "joined characters": "e" + "\u0301" * 40 + " \U0001f468\u200d\u2695\ufe0f \U00010ffd",
    "formula": "=HYPERLINK(\"//evil.example\") @SUM(1) +1 -1",
}

FRONT = {
    "Content/Exercises/seated-chair-twist.md": """---
title: "@title@"
aliases: ["@alias@"]
summary: "@summary@"
kind: stretch
position: sitting-chair
regions: [lower-back]
equipment: [chair]
level: beginner
performedBy: self
advice: suitable
dose:
  hold: a few seconds
  sides: both
  firstSide: right
  progression: "@progression@"
  from: a-source
feel: "@feel@"
stopIf:
  - "@stopIf@"
avoidIf:
  - "@avoidIf@"
sources:
  - id: a-source
    dose: {hold: a few seconds, sides: both, firstSide: right}
    notes:
      - "@sourceNote@"
review:
  author: "@exerciseAuthor@"
figures:
  camera: three-quarter
  start: {from: sitting-chair}
  poses:
    turned-right:
      spine: {twist: 45 right}
    photo:
      image: photo.png
      author: "@photoAuthor@"
      licence: "@photoLicence@"
---
~introduction~

[~linkText~](https://example.org/ "~linkTitle~")

[text](<https://example.org/~linkAddress~>)

[text](<~linkDestination~>)

## Get ready

~getReady~

![~alternativeText~](figure:start)

## Steps

1. ~step~ `~codeSpan~`
2. **~strong~** ![Turned to the right ~stepPicture~](figure:turned-right)
3. Hold for [a few seconds](dose:hold).
4. Photo. ![~photoText~](figure:photo)

## Breathing

~breathing~

## Variations

- **Easier:** ~easier~

## Take care

> ~takeCare~
""",
    "Content/Programmes/desk-break.md": """---
title: "@programmeTitle@"
summary: "@programmeSummary@"
audience: "@audience@"
readySeconds: 5
transitionSeconds: 10
exercises:
  - exercise: seated-chair-twist
    note: "@programmeNote@"
review:
  author: "@programmeAuthor@"
---
~programmeText~
""",
    "Content/Guidance/when-to-stop.md": """---
title: "@guidanceTitle@"
summary: "@guidanceSummary@"
order: 10
review:
  author: "@guidanceAuthor@"
---
~guidanceText~

## ~heading~

```~fenceInfo~
~codeBlock~
```

    ~indentedCode~

[reference]

[reference]: https://example.org/x "~referenceTitle~"
""",
    "Content/site.yaml": """title: "@siteTitle@"
tagline: "@tagline@"
description: "@description@"
language: en
baseURL: https://example.org/back/
clinic:
  name: "@clinicName@"
  phone: "@phone@"
  email: "@email@"
  address: "@address@"
reviewNotice: "@reviewNotice@"
theme: {accent: "#0b6e6e"}
""",
    "Content/sources.yaml": """a-source:
  label: "@sourceLabel@"
  title: "@sourceTitle@"
  publisher: "@publisher@"
  year: 2021
  url: "https://example.org/@sourceURL@"
  description: "@sourceDescription@"
""",
    "Content/safety.yaml": """stopRules:
  - "Stop at once if you feel any pain. @stopRule@"
contacts:
  emergency:
    label: "@contact@"
    number: "@number@"
  urgent: {label: Your doctor}
  non-urgent: {label: Your doctor}
signs:
  - level: emergency
    sign: "@sign@"
    action: "Call now. @action@"
    contact: emergency
  - {level: emergency, sign: New numbness between your legs or around your genitals, action: Stop and call now., contact: emergency}
  - {level: emergency, sign: New loss of control of your bladder or bowels, action: Stop and call now., contact: emergency}
  - {level: emergency, sign: Weakness or pain in both legs, action: Stop and call now., contact: emergency}
  - {level: emergency, sign: A change in sexual function that is new with back pain, action: Stop and call now., contact: emergency}
  - {level: emergency, sign: "Pain after a major injury, such as a bad fall or a crash", action: Call now., contact: emergency}
""",
}

# What stands in a field that does not take the payload, where `x` is no such thing.
HARMLESS = {"number": "112", "linkDestination": "https://example.org/", "fenceInfo": "text"}

# Problems with a file as a whole, of which only the first is said.
UNREADABLE = {"direction-override", "zero-byte", "control-character", "not-utf-8", "yaml-line-break"}

PHRASE = re.compile(r"^( +)([\w-]+): (?!\|)(\S.*)$")


def in_quotes(text):
    """A text inside the double quotes of YAML."""
    return "".join(
        f"\\x{ord(c):02x}" if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 else f"\\u{ord(c):04x}" if c in "\u2028\u2029" else "\\" + c if c in '"\\' else c
        for c in text
    )


class HostileLibrary:
    """Writes a payload into all fields, and takes it out of those that refuse it."""

    def __init__(self, root, payload):
        self.root, self.payload = root, payload
        self.refused = {}
        self.fields = {}
        for path, text in FRONT.items():
            for number, line in enumerate(text.split("\n"), 1):
                for name in re.findall(r"[@~](\w+)[@~]", line):
                    self.fields[name] = (path, number)
        # Made once by `limber init`; the phrases are added to, never replaced, because code fills in what they hold in braces.
        self.strings = (root / "Templates/Strings/en.yaml").read_text().split("\n")
        parents = []
        for number, line in enumerate(self.strings, 1):
            key = re.match(r"( *)([\w-]+):", line)
            if not key:
                continue
            parents = parents[: len(key[1]) // 2] + [key[2]]
            if PHRASE.match(line) and parents[0] != "content":
                self.fields["phrase " + ".".join(parents)] = ("Templates/Strings/en.yaml", number)
        self.markers = {name: f"zq{index}z" for index, name in enumerate(self.fields)}

    def write(self):
        for path, text in FRONT.items():
            (self.root / path).write_text(re.sub(r"([@~])(\w+)[@~]", lambda m: self.text(m[2], m[1] == "@"), text), newline="")
        lines = list(self.strings)
        for name, (path, number) in self.fields.items():
            if name.startswith("phrase") and name not in self.refused:
                indentation, key, value = PHRASE.match(lines[number - 1]).groups()
                value = json.loads(value) if value.startswith('"') else re.split(r" #", value)[0].strip()
                lines[number - 1] = f'{indentation}{key}: "{in_quotes(value + self.payload)}"'
        (self.root / "Templates/Strings/en.yaml").write_text("\n".join(lines), newline="")

    def text(self, name, is_quoted):
        if name in self.refused:
            return HARMLESS.get(name, "x")
        # Where only an address fits, a marker would make one of what is none.
        marker = "" if name in ("linkDestination", "number") else self.markers[name]
        return in_quotes(marker + self.payload) if is_quoted else marker + self.payload

    def is_quoted(self, name):
        return f"@{name}@" in FRONT.get(self.fields[name][0], "")

    def is_raw(self, name, problem):
        """Whether the field holds the payload without YAML's escapes, so that it may be what makes the file unreadable."""
        is_prose = not name.startswith("phrase") and not self.is_quoted(name)
        return is_prose or problem == "direction-override" or problem not in UNREADABLE

    def refuse(self, problems):
        """Takes the payload out of the fields that errors name; whether there were such."""
        new = {}
        for problem in problems:
            if problem["severity"] != "error":
                continue
            here = [name for name, place in self.fields.items() if place == (problem.get("path"), problem.get("line"))]
            # A template or a script that cannot say a phrase names it.
            here += [f"phrase {phrase}" for phrase in re.findall(r"`strings\.([\w.-]+)`", problem["message"])]
            # A file that cannot be read says nothing of its fields one by one.
            is_escaped = problem["id"] != "direction-override" and any(name.startswith("phrase") or self.is_quoted(name) for name in here)
            if not here or problem["id"] in UNREADABLE and not is_escaped:
                here = [name for name, place in self.fields.items() if place[0] == problem.get("path") and self.is_raw(name, problem["id"])]
            for name in here:
                new.setdefault(name, problem["id"])
        new = {name: why for name, why in new.items() if name not in self.refused}
        self.refused |= new
        return bool(new)


def elements(text):
    """Every element of a page with the names of its attributes, and every attribute's value."""
    found, values, scripts = [], [], []
    for node in html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False).iter():
        if not isinstance(node.tag, str):
            continue
        found.append((node.tag, tuple(sorted(str(name) for name in node.attrib))))
        values += [(node.tag, str(name), value) for name, value in node.attrib.items()]
        if node.tag in ("script", "style"):
            scripts.append((node.tag, node.get("type", ""), "".join(node.itertext())))
    return found, values, scripts


def shape(value, path=""):
    """The keys of JSON data, wherever they stand."""
    if isinstance(value, dict):
        return {path}.union(*(shape(item, f"{path}.{key}") for key, item in value.items()))
    if isinstance(value, list):
        return {path}.union(*(shape(item, path + "[]") for item in value))
    return {f"{path}:{type(value).__name__}"}


def xml_elements(text):
    root = ET.fromstring(text)
    return [(node.tag, tuple(sorted(node.attrib))) for node in root.iter()], "".join(root.itertext())
