"""The example server of examples/python-asyncio, with 200 microseconds of work in each request: correct, one thread, and slow.

    python3 spec-proof/src/test/python/slow_server.py 6379
"""

import asyncio
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[4] / "examples" / "python-asyncio"))
sys.dont_write_bytecode = True

import server  # noqa: E402 (found in the folder above)

SECONDS_A_REQUEST = 0.0002
quick = server.execute


def slow(name, arguments):
    end = time.perf_counter() + SECONDS_A_REQUEST
    while time.perf_counter() < end:
        pass
    return quick(name, arguments)


server.execute = slow
asyncio.run(server.serve(int(sys.argv[-1])))
