"""Lays SVG pictures out on one sheet, all at one scale, and writes it as a PNG: FOLDER OUTPUT WIDTH, the width of a picture in pixels.

The browser that the tests use draws it, because its pictures are what readers see.
"""

import html
import math
import pathlib
import re
import shutil
import sys

from playwright.sync_api import sync_playwright

folder, output, width = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
# A browser makes no larger picture.
MAXIMUM = 16000

pictures = []
for path in sorted(folder.glob("*.svg")):
    size = re.search(r'<svg\b[^>]*\bviewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"', path.read_text(encoding="utf-8"))
    pictures.append((path, float(size[1]), float(size[2])))
if not pictures:
    sys.exit("contact-sheet: there are no pictures")

scale = width / max(wide for _, wide, _ in pictures)
tallest = max(high for _, _, high in pictures) * scale
columns = min(len(pictures), max(1, round(math.sqrt(len(pictures) * (tallest + 40) / (width + 16) * 1.4))), max(1, MAXIMUM // (width + 16)))
cells = "".join(
    f'<figure><div><img src="{path.as_uri()}" width="{round(wide * scale)}" height="{round(high * scale)}"></div>'
    f"<figcaption>{html.escape(path.stem)}</figcaption></figure>"
    for path, wide, high in pictures
)
sheet = folder / "sheet.html"
sheet.write_text(
    f"""<!DOCTYPE html><meta charset="utf-8"><style>
body {{ margin: 8px; display: grid; grid-template-columns: repeat({columns}, {width}px); gap: 16px; background: #fff; font: 13px sans-serif; }}
figure {{ margin: 0; display: flex; flex-direction: column; overflow-wrap: anywhere; text-align: center; }}
div {{ flex: 1; display: grid; place-items: center; }}
</style>{cells}""",
    encoding="utf-8",
)
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    page = browser.new_page(viewport={"width": columns * (width + 16), "height": 400})
    page.goto(sheet.as_uri(), wait_until="load")
    page.screenshot(path=output, full_page=True)
    browser.close()
print(f"Wrote {output}: {len(pictures)} pictures.")
