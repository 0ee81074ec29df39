"""A coroutine per connection. MINI_REDIS_BURN=0.0002 makes it a slow one: so many seconds of work for each request."""

import asyncio
import os
import time

from .commands import Keyspace, execute
from .protocol import MAX_LINE, ProtocolError, error, read_request


BURN = float(os.environ.get("MINI_REDIS_BURN", "0"))


def burn():
    until = time.perf_counter() + BURN
    while time.perf_counter() < until:
        pass


async def serve(host, port):
    keys = Keyspace()
    server = await asyncio.start_server(lambda r, w: talk(keys, r, w), host, port, limit=MAX_LINE)
    async with server:
        await server.serve_forever()


async def talk(keys, reader, writer):
    """One request after another, until the client leaves or breaks the protocol."""
    try:
        while True:
            request = await read_request(reader)
            if request:
                if BURN:
                    burn()
                writer.write(execute(keys, request))
                await writer.drain()
    except ProtocolError as mistake:
        writer.write(error("ERR Protocol error: %s" % mistake))
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()
