"""The six commands over a dictionary."""

import time

from .protocol import bulk, error, integer, simple

INTEGER_ERROR = "ERR value is not an integer or out of range"
LOWEST, HIGHEST = -(2**63), 2**63 - 1


class Keyspace:
    """Values and, for some of them, the moment (in seconds) when they end."""

    def __init__(self, clock=time.time):
        self.clock = clock
        self.values = {}
        self.ends = {}

    def get(self, key):
        if key in self.ends and self.ends[key] <= self.clock():
            self.remove(key)
        return self.values.get(key)

    def set(self, key, value):
        self.values[key] = value
        self.ends.pop(key, None)

    def remove(self, key):
        self.values.pop(key, None)
        self.ends.pop(key, None)


def to_integer(text):
    """The integer, or None where Redis would not take the text for one."""
    try:
        value = int(text.decode("ascii"))
    except ValueError:
        return None
    return value if str(value).encode() == text and LOWEST <= value <= HIGHEST else None


def ping(keys, *message):
    return bulk(message[0]) if message else simple("PONG")


def get(keys, key):
    return bulk(keys.get(key))


def set_(keys, key, value, *options):
    if options:
        return error("ERR syntax error")
    keys.set(key, value)
    return simple("OK")


def incr(keys, key):
    value = to_integer(keys.get(key) or b"0") if keys.get(key) != b"" else None
    if value is None:
        return error(INTEGER_ERROR)
    if value == HIGHEST:
        return error("ERR increment or decrement would overflow")
    keys.values[key] = b"%d" % (value + 1)
    return integer(value + 1)


def expire(keys, key, seconds, *options):
    lifetime = to_integer(seconds)
    if lifetime is None:
        return error(INTEGER_ERROR)
    if options:
        return error("ERR Unsupported option %s" % options[0].decode("latin-1"))
    if not LOWEST < lifetime * 1000 < HIGHEST - int(keys.clock() * 1000):
        return error("ERR invalid expire time in 'expire' command")
    if keys.get(key) is None:
        return integer(0)
    if lifetime <= 0:
        keys.remove(key)
    else:
        keys.ends[key] = keys.clock() + lifetime
    return integer(1)


def ttl(keys, key):
    if keys.get(key) is None:
        return integer(-2)
    if key not in keys.ends:
        return integer(-1)
    milliseconds = int((keys.ends[key] - keys.clock()) * 1000)
    return integer((milliseconds + 500) // 1000)


# name: (handler, fewest arguments, most arguments)
TABLE = {
    b"ping": (ping, 0, 1),
    b"get": (get, 1, 1),
    b"set": (set_, 2, 9),
    b"incr": (incr, 1, 1),
    b"expire": (expire, 2, 9),
    b"ttl": (ttl, 1, 1),
}


def execute(keys, request):
    name, arguments = request[0], request[1:]
    if name.lower() not in TABLE:
        shown = "".join("'%s' " % a.decode("latin-1") for a in arguments)
        text = "ERR unknown command '%s', with args beginning with: %s" % (name.decode("latin-1"), shown)
        return error(text.replace("\r", " ").replace("\n", " "))
    handler, fewest, most = TABLE[name.lower()]
    if not fewest <= len(arguments) <= most:
        return error("ERR wrong number of arguments for '%s' command" % name.lower().decode())
    return handler(keys, *arguments)
