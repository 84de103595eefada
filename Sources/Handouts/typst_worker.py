"""Sets handouts: reads one request a line from standard input, as JSON, and writes one answer a line to standard output.

A request holds `id`, `root`, `template` and `fonts` (paths below the root), `files` (texts that the template finds at the root by these
names, though they are nowhere on the disk), and either `standard` and `timestamp`, for a PDF, or `ppi`, for a PNG of each page. An answer holds `id`, what the process has taken so far (`memory` in bytes, `processor` in seconds) and either `pdf` or `pages` (base64) with `warnings`, or
`failure`; both describe a problem by `message` and `diagnostic`, the text that the compiler prints. A request without `template` only reads the fonts, and has no answer. The process ends when its standard
input does, so that it never outlives the program that started it.
"""

import sys

# The current folder must not be able to stand in for a library.
sys.path[:] = [path for path in sys.path if path]

import base64
import json
import os
import queue
import threading
import time

# Answers have standard output to themselves; whatever else is printed goes to standard error.
answers = os.fdopen(os.dup(1), "wb")
os.dup2(2, 1)

import typst

# Bytes of memory from which on less is kept.
ENOUGH = 120_000_000

compilers = {}


def stamp(folder):
    """Names and times of the font files, so that a changed font is read again."""
    return tuple(sorted((entry.name, entry.stat().st_mtime_ns) for entry in os.scandir(folder) if entry.is_file()))


def compiler(root, folder):
    """One compiler for each root keeps its caches warm. Only the handout's own fonts count, so that every machine makes the same bytes."""
    current = stamp(folder)
    known = compilers.get((root, folder))
    if known is None or known[0] != current:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        known = (current, typst.Compiler(root=root, font_paths=fonts))
        compilers[(root, folder)] = known
    return known[1]


def problem(error):
    return {"message": str(getattr(error, "message", error)), "diagnostic": str(getattr(error, "diagnostic", ""))}


def text(data):
    return base64.b64encode(data).decode("ascii")


def answer(request):
    root = request["root"]
    if "ppi" in request:
        form = {"format": "png", "ppi": request["ppi"]}
    else:
        form = {"format": "pdf", "pdf_standards": [request["standard"]], "timestamp": request["timestamp"]}
    # Not `sys.inputs`: what has been laid out is forgotten when they change, while of changed files only what was read from them is.
    files = {name: text.encode() for name, text in request["files"].items()}
    files["main.typ"] = f'#include "/{request["template"]}"'.encode()
    try:
        result, warnings = compiler(root, os.path.join(root, request["fonts"])).compile_with_warnings(files, **form)
        if form["format"] == "png":
            # A single page comes without a list around it.
            made = {"pages": [text(page) for page in (result if isinstance(result, list) else [result])]}
        else:
            made = {"pdf": text(result)}
        return {**made, "warnings": [problem(warning) for warning in warnings]}
    except Exception as error:
        return {"failure": problem(error)}


def memory():
    """The bytes of memory that the process has now; 0 where that cannot be told."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def age(root, folder):
    """Typst keeps what the last ten compilations laid out. Some of nothing make that the last few handouts, where memory is short; each
    takes half a millisecond to look through all that is kept."""
    if memory() > ENOUGH:
        for _ in range(2):
            compiler(root, folder).compile(b"", format="svg")


requests = queue.SimpleQueue()


def read():
    """Reads on a thread of its own, so that the end of standard input ends the process even in the middle of a handout."""
    for line in sys.stdin.buffer:
        requests.put(line)
    os._exit(0)


threading.Thread(target=read, daemon=True).start()
while True:
    request = json.loads(requests.get())
    if "template" not in request:
        try:
            compiler(request["root"], os.path.join(request["root"], request["fonts"]))
        except Exception:
            pass  # The handout itself says what is wrong.
        continue
    line = json.dumps({"id": request["id"], **answer(request), "memory": memory(), "processor": time.process_time()})
    answers.write(line.encode("ascii") + b"\n")
    answers.flush()
    age(request["root"], os.path.join(request["root"], request["fonts"]))
