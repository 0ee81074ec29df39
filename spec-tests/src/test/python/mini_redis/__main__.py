"""Starts the server: python3 -m mini_redis --port 6379"""

import argparse
import asyncio

from .server import serve

parser = argparse.ArgumentParser(prog="mini_redis")
parser.add_argument("--port", type=int, default=6379)
asyncio.run(serve("127.0.0.1", parser.parse_args().port))
