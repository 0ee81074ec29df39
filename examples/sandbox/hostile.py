"""A server that tries forbidden things, prints the results, and then serves PING. Only examples/sandbox/try starts it."""

import os
import socket
import sys


def attempt(what, action):
    try:
        print("%s: done %s" % (what, action()), flush=True)
    except Exception as refused:
        print("%s: refused, %s" % (what, type(refused).__name__), flush=True)


def fork_children():
    """At most 200, each of which sleeps, so that this is not a fork bomb even if nothing stops it."""
    children = []
    try:
        for _ in range(200):
            child = os.fork()
            if child == 0:
                import time

                time.sleep(5)
                os._exit(0)
            children.append(child)
    finally:
        print("children: %d" % len(children), flush=True)
        for child in children:
            os.kill(child, 9)
            os.waitpid(child, 0)


def kill_somebody():
    """Signal 0 does no harm; it shows whether a signal could be sent. The process id is the runner's."""
    os.kill(int(sys.argv[2]), 0)


attempt("read /etc/shadow", lambda: open("/etc/shadow").read(1))
attempt("read home", lambda: os.listdir(sys.argv[3]))
attempt("write where it stands", lambda: open("file", "w"))
attempt("write /usr", lambda: open("/usr/file", "w"))
attempt("signal the runner", kill_somebody)
attempt("leave the machine", lambda: socket.create_connection(("192.0.2.1", 80), timeout=2))
attempt("2 GiB", lambda: len(bytearray(2 * 1024**3)))
attempt("200 children", fork_children)
attempt("a secret in the environment", lambda: os.environ["GRADER_TOKEN"])

listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
while True:
    client = listener.accept()[0]
    while client.recv(4096):
        client.sendall(b"+PONG\r\n")
