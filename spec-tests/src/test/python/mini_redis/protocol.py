"""RESP: requests in, replies out."""

import asyncio

MAX_LINE = 64 * 1024
MAX_BULK = 512 * 1024 * 1024
MAX_ARGUMENTS = 2**31 - 1


class ProtocolError(Exception):
    """The client broke the protocol; it is told so, and the connection ends."""


async def read_request(reader):
    """Returns the next request as a list of bytes; [] for one that wants no reply. Ends with IncompleteReadError."""
    line = await read_line(reader)
    if not line.startswith(b"*"):
        return line.split()
    arguments = []
    for _ in range(number(line[1:], MAX_ARGUMENTS, "invalid multibulk length")):
        header = await read_line(reader)
        if not header.startswith(b"$"):
            raise ProtocolError("expected '$', got '%s'" % (header[:1].decode("latin-1") or " "))
        length = number(header[1:], MAX_BULK, "invalid bulk length")
        if length < 0:
            raise ProtocolError("invalid bulk length")
        arguments.append((await reader.readexactly(length + 2))[:length])
    return arguments


async def read_line(reader):
    try:
        line = await reader.readuntil(b"\n")
    except asyncio.LimitOverrunError:
        raise ProtocolError("too big inline request") from None
    return line[:-1].removesuffix(b"\r")


def number(text, most, complaint):
    """An integer as Redis would print it."""
    try:
        value = int(text.decode("ascii"))
    except ValueError:
        raise ProtocolError(complaint) from None
    if str(value).encode() != text or value > most:
        raise ProtocolError(complaint)
    return value


def simple(text):
    return b"+%s\r\n" % text.encode()


def error(text):
    return b"-%s\r\n" % text.encode("latin-1")


def integer(value):
    return b":%d\r\n" % value


def bulk(value):
    return b"$-1\r\n" if value is None else b"$%d\r\n%s\r\n" % (len(value), value)
