"""A coroutine per connection."""

import asyncio

from .commands import Keyspace, execute
from .protocol import MAX_LINE, ProtocolError, error, read_request


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
                writer.write(execute(keys, request))
                await writer.drain()
    except ProtocolError as mistake:
        writer.write(error("ERR Protocol error: %s" % mistake))
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()
