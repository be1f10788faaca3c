"""The customary gate: Pillow decodes, OpenCV measures. A line of JSON in, a line of JSON out, until the input ends.

in:  {"file": path, "times": n, "exact": bool}
out: {"wallMs", "cpuMs", "sharpness", "mode"}: times for all n; "sharpness" of whole-number sums when exact is asked for
"""

import io
import json
import resource
import sys
import time

import cv2
import numpy
from PIL import Image

cv2.setNumThreads(1)


def gate(photo):
    image = Image.open(io.BytesIO(photo))
    mode = image.mode
    rgb = numpy.asarray(image if mode == "RGB" else image.convert("RGB"))
    laplacian = cv2.Laplacian(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), cv2.CV_64F)
    return laplacian, mode


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


for line in sys.stdin:
    ask = json.loads(line)
    try:
        with open(ask["file"], "rb") as file:
            photo = file.read()
        wall, cpu = time.perf_counter(), cpu_seconds()
        for _ in range(ask["times"]):
            laplacian, mode = gate(photo)
            sharpness = float(laplacian.var())
        answer = {
            "wallMs": (time.perf_counter() - wall) * 1000,
            "cpuMs": (cpu_seconds() - cpu) * 1000,
            "sharpness": sharpness,
            "mode": mode,
        }
        if ask["exact"]:
            whole = laplacian.astype(numpy.int64)
            mean = int(whole.sum()) / whole.size
            answer["sharpness"] = int((whole * whole).sum()) / whole.size - mean * mean
    except Exception as error:
        answer = {"error": str(error)}
    print(json.dumps(answer), flush=True)
