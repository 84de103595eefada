"""Times the Python prototype's drawing of its own poses: from a pose to SVG text, once drawn already so that all is compiled.

Run by `figures` in the prototype's folder with the prototype's Python. Prints JSON: for each pose its median milliseconds by the clock and
of the processor, and its bytes; or what went wrong.
"""

import json
import statistics
import sys
import time

sys.path.insert(0, "")
from scene import CAMS, Cam, Y, build, prop, render  # noqa: E402  (the prototype's)


def draw(name):
    pose, figure = build(name)
    props = [prop(kind, figure) for kind in pose.get("props", [])]
    text, _ = render(pose, pose["_figs"], props, Cam(*CAMS[pose.get("camera", "side")]), mat=pose.get("mat", False))
    return text


def measured(name, repetitions):
    text = draw(name)
    clock, processor = [], []
    for _ in range(repetitions):
        before = time.perf_counter(), time.thread_time()
        draw(name)
        clock.append((time.perf_counter() - before[0]) * 1000)
        processor.append((time.thread_time() - before[1]) * 1000)
    return {"name": name, "clock": statistics.median(clock), "processor": statistics.median(processor), "bytes": len(text.encode())}


results = []
for name in Y["poses"]:
    try:
        results.append(measured(name, int(sys.argv[1])))
    except Exception as error:  # A pose that it cannot draw is told, and the others are still measured.
        results.append({"name": name, "error": repr(error)})
json.dump(results, sys.stdout)
