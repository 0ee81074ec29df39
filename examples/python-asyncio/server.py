"""A small Redis: one coroutine for each connection, one dictionary for all of them. Python 3.9 or newer.

    python3 server.py 6379        (or --port 6379)

Bytes come in at talk(), become a request in read_request(), and a reply in execute(). No lock is needed: a command has no
await in it, so nothing else runs meanwhile. An expired key is removed when a client uses it, and stays in memory until
then.
"""

import asyncio
import re
import sys
import time

MAX_LINE = 64 * 1024
MAX_BULK = 512 * 1024 * 1024
MAX_ARGUMENTS = 2**31 - 1
LOWEST, HIGHEST = -(2**63), 2**63 - 1


class ProtocolError(Exception):
    """The client broke the protocol: it gets an error, and the connection ends."""


class CommandError(Exception):
    """This request gets an error. The connection stays open."""


# --- bytes to requests


async def read_request(reader):
    """The next request as a list of bytes; empty if it needs no reply. IncompleteReadError when the client disconnects."""
    line = await read_line(reader, "too big inline request")
    if not line.startswith(b"*"):
        return split_inline(line)
    arguments = []
    for _ in range(integer(line[1:], MAX_ARGUMENTS, ProtocolError("invalid multibulk length"))):
        header = await read_line(reader, "too big bulk count string")
        if not header.startswith(b"$"):
            raise ProtocolError("expected '$', got '%s'" % (header[:1] or b" ").decode("latin-1"))
        length = integer(header[1:], MAX_BULK, ProtocolError("invalid bulk length"))
        if length < 0:
            raise ProtocolError("invalid bulk length")
        # The two bytes after the payload are skipped, whatever they are: Redis doesn't check them.
        arguments.append((await reader.readexactly(length + 2))[:length])
    return arguments


async def read_line(reader, complaint):
    try:
        line = await reader.readuntil(b"\n")
    except asyncio.LimitOverrunError:
        if await reader.read(1) == b"*":
            complaint = "too big mbulk count string"
        raise ProtocolError(complaint) from None
    line = line[:-1]
    return line[:-1] if line.endswith(b"\r") else line


WORD = re.compile(rb"""\s*(?=\S)([^\s"']*)(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\'|\\(?!'))*)')?(?=\s|\Z)""", re.DOTALL)
ESCAPE = re.compile(rb"\\(x[0-9a-fA-F]{2}|.)", re.DOTALL)
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"a": b"\a"}


def split_inline(line):
    """A line typed by hand: words between spaces, with quotes as in C."""
    words, at, line = [], 0, line.strip()
    while at < len(line):
        word = WORD.match(line, at)
        if not word:
            raise ProtocolError("unbalanced quotes in request")
        plain, double, single = word.groups(default=b"")
        words.append(plain + ESCAPE.sub(unescape, double) + single.replace(b"\\'", b"'"))
        at = word.end()
    return words


def unescape(match):
    code = match.group(1)
    return bytes([int(code[1:], 16)]) if len(code) == 3 else LETTERS.get(code, code)


def integer(text, most, complaint):
    """The number, if this is how Redis itself would write it: no '+5', no '05', no spaces."""
    if len(text) > 20 or not re.fullmatch(rb"0|-?[1-9][0-9]*", text) or not LOWEST <= int(text) <= most:
        raise complaint
    return int(text)


# --- requests to replies

values = {}  # key: value
ends = {}  # key: the end of its lifetime, in milliseconds since 1970


def now():
    return int(time.time() * 1000)


def live(key):
    """The value, or None. All commands ask here, so that only this function checks lifetimes."""
    if key in ends and ends[key] <= now():
        del values[key], ends[key]
    return values.get(key)


def ping(*message):
    return bulk(message[0]) if message else b"+PONG\r\n"


def get(key):
    return bulk(live(key))


def set_(key, value, *options):
    if options:
        raise CommandError("syntax error")
    values[key] = value
    ends.pop(key, None)
    return b"+OK\r\n"


NOT_AN_INTEGER = CommandError("value is not an integer or out of range")


def incr(key):
    value = live(key)
    number = 0 if value is None else integer(value, HIGHEST, NOT_AN_INTEGER)
    if number == HIGHEST:
        raise CommandError("increment or decrement would overflow")
    values[key] = b"%d" % (number + 1)
    return b":%d\r\n" % (number + 1)


def expire(key, seconds, *options):
    lifetime = integer(seconds, HIGHEST, NOT_AN_INTEGER) * 1000
    if options:
        raise CommandError("Unsupported option " + options[0].decode("latin-1"))
    if not LOWEST <= lifetime <= HIGHEST - now():
        raise CommandError("invalid expire time in 'expire' command")
    if live(key) is None:
        return b":0\r\n"
    ends[key] = now() + lifetime
    return b":1\r\n"


def ttl(key):
    if live(key) is None:
        return b":-2\r\n"
    return b":%d\r\n" % ((ends[key] - now() + 500) // 1000) if key in ends else b":-1\r\n"


def bulk(value):
    return b"$-1\r\n" if value is None else b"$%d\r\n%s\r\n" % (len(value), value)


# name: the function, the fewest arguments, the most
COMMANDS = {
    b"ping": (ping, 0, 1),
    b"get": (get, 1, 1),
    b"set": (set_, 2, MAX_ARGUMENTS),
    b"incr": (incr, 1, 1),
    b"expire": (expire, 2, MAX_ARGUMENTS),
    b"ttl": (ttl, 1, 1),
}


def execute(name, arguments):
    """The reply. It checks the name, then the number of arguments, then the arguments: the order of Redis."""
    try:
        if name.lower() not in COMMANDS:
            raise CommandError(unknown(name, arguments))
        function, fewest, most = COMMANDS[name.lower()]
        if not fewest <= len(arguments) <= most:
            raise CommandError("wrong number of arguments for '%s' command" % name.lower().decode())
        return function(*arguments)
    except CommandError as refused:
        return error(str(refused))


def unknown(name, arguments):
    shown = ""
    for argument in arguments:
        if len(shown) >= 128:
            break
        shown += "'%s' " % beginning(argument, 128 - len(shown))
    return "unknown command '%s', with args beginning with: %s" % (beginning(name, 128), shown)


def beginning(word, most):
    """Quotes as Redis does: a C string ends at a zero byte."""
    return word.split(b"\0")[0][:most].decode("latin-1")


def error(text):
    return b"-ERR " + re.sub("[\r\n]", " ", text).encode("latin-1") + b"\r\n"


# --- connections


async def talk(reader, writer):
    """Serves one request after another, until the client disconnects or breaks the protocol."""
    try:
        while True:
            request = await read_request(reader)
            if request and request[0].lower() in (b"post", b"host:"):
                return  # A browser, sent here by a malicious page. Redis sends it no reply.
            if request:
                writer.write(execute(request[0], request[1:]))
                await writer.drain()  # For a client that doesn't read, this waits, and no more replies are made.
    except ProtocolError as broken:
        writer.write(error("Protocol error: %s" % broken))
    except (asyncio.IncompleteReadError, ConnectionError):
        pass  # The client has disconnected, as it may.
    finally:
        writer.close()


async def serve(port):
    server = await asyncio.start_server(talk, "127.0.0.1", port, limit=MAX_LINE)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[-1])))
