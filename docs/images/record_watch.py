"""Records the watch loop in a real terminal, and writes docs/images/watch.svg.

    python3 docs/images/record_watch.py spec-tests/target/mini-redis-spec.jar

Needs tmux. A shell is started in it, the command is typed, the server is edited as somebody would edit it, and the screen is
captured whenever it changes. The picture is those screens, one after another, at the pace at which they came.
"""

import html
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

COLUMNS, ROWS = 100, 27
LETTER, LINE = 7.8, 16.5
COLOURS = {"31": "#ff7b72", "32": "#7ee787", "33": "#e3b341"}
LONGEST_STILL = 2.5
LAST_STILL = 4.0

SERVER = '''import socketserver, sys
data = {}
class Connection(socketserver.StreamRequestHandler):
    def handle(self):
        while line := self.rfile.readline():
            words = [self.word() for _ in range(int(line[1:]))]
            self.wfile.write(answer(words[0].upper(), words[1:]))
    def word(self):
        return self.rfile.read(int(self.rfile.readline()[1:]) + 2)[:-2]
def answer(name, rest):
    if name == b"PING": return b"+PANG\\r\\n"
    return b"-ERR unknown command\\r\\n"
class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads, request_queue_size = True, True, 128
Server(("127.0.0.1", int(sys.argv[1])), Connection).serve_forever()
'''


def tmux(*words):
    return subprocess.run(["tmux", "-L", "record", *words], capture_output=True, text=True).stdout


class Recorder:
    def __init__(self):
        self.frames = []
        self.began = time.monotonic()

    def look(self):
        screen = tmux("capture-pane", "-e", "-p")
        if not self.frames or self.frames[-1][1] != screen:
            self.frames.append((time.monotonic() - self.began, screen))
        return re.sub(r"\x1b\[[0-9;]*m", "", screen)

    def until(self, seen, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if seen(self.look()):
                return
            time.sleep(0.05)
        raise SystemExit("waited in vain; the last screen was:\n" + self.look())

    def rest(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.look()
            time.sleep(0.05)


def record(jar):
    folder = pathlib.Path(tempfile.mkdtemp())
    server = folder / "server.py"
    server.write_text(SERVER)
    program = pathlib.Path(tempfile.mkdtemp()) / "mini-redis-spec"
    program.write_text(f'#!/bin/sh\nexec java -jar {jar} "$@"\n')
    program.chmod(0o755)
    tmux("new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS), "-c", str(folder), "env", "-u", "CI", "PS1=$ ",
         f"PATH={program.parent}:{os.environ['PATH']}", "sh")
    try:
        time.sleep(1)
        recorder = Recorder()
        for letter in "mini-redis-spec run --command 'python3 server.py {port}' --watch . --step 1":
            tmux("send-keys", "-l", letter)
            recorder.look()
        tmux("send-keys", "Enter")
        recorder.until(lambda text: "22 scenarios:" in text)
        recorder.rest(2.5)
        server.write_text(SERVER.replace("PANG", "PONG"))
        recorder.until(lambda text: "22 passed" in text)
        recorder.rest(2.5)
        server.write_text(SERVER.replace("PANG", "PONG").replace("[:-2]", ""))
        recorder.until(lambda text: "no longer" in text and "22 scenarios:" in text)
        recorder.rest(2)
        tmux("send-keys", "1")
        recorder.until(lambda text: "Enter everything again" in text)
        recorder.rest(2)
        server.write_text(SERVER.replace("PANG", "PONG"))
        recorder.until(lambda text: "22 passed" in text)
        recorder.rest(1)
        return recorder.frames
    finally:
        tmux("kill-server")


def row(line, number, style):
    """One line of a screen as SVG; colours and bold as the terminal would show them. The style goes on into the next line."""
    spans = []
    for code, text in re.findall(r"\x1b\[([0-9;]*)m|([^\x1b]+)", line):
        if text:
            attributes = "".join(f' {key}="{value}"' for key, value in style.items())
            spans.append(f"<tspan{attributes}>{html.escape(text)}</tspan>")
            continue
        for part in code.split(";"):
            if part in ("", "0", "39"):
                style.clear()
            elif part == "1":
                style["font-weight"] = "bold"
            elif part in COLOURS:
                style["fill"] = COLOURS[part]
    return f'<text x="14" y="{48 + number * LINE:.1f}">{"".join(spans)}</text>' if spans else ""


def svg(frames):
    stills = [min(LONGEST_STILL, after[0] - before[0]) for before, after in zip(frames, frames[1:])] + [LAST_STILL]
    total, at, styles, groups = sum(stills), 0.0, [], []
    for number, ((_, screen), still) in enumerate(zip(frames, stills)):
        begin, end = 100 * at / total, 100 * (at + still) / total
        styles.append(
            f"@keyframes f{number}{{0%,{begin:.3f}%{{opacity:0}}{begin + 0.001:.3f}%,{end:.3f}%{{opacity:1}}"
            f"{min(100, end + 0.001):.3f}%,100%{{opacity:{1 if number == len(frames) - 1 else 0}}}}}"
            f"#f{number}{{opacity:0;animation:f{number} {total:.2f}s step-end infinite}}"
        )
        style = {}
        rows = "".join(row(line, index, style) for index, line in enumerate(screen.rstrip("\n").split("\n")))
        groups.append(f'<g id="f{number}">{rows}</g>')
        at += still
    width, height = int(COLUMNS * LETTER + 28), int(ROWS * LINE + 48)
    last = len(frames) - 1
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        'aria-label="A terminal: the watch loop shows a verdict after each saved file">\n<style>'
        'text{font:13px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;fill:#d6dde4;white-space:pre}'
        + "".join(styles)
        # Who wants nothing to move sees the last screen.
        + f"@media(prefers-reduced-motion:reduce){{g[id]{{animation:none!important}}#f{last}{{opacity:1}}}}"
        + f'</style>\n<rect width="{width}" height="{height}" rx="9" fill="#12171c"/>'
        '<circle cx="20" cy="17" r="5" fill="#f0655a"/><circle cx="37" cy="17" r="5" fill="#f3bb43"/>'
        '<circle cx="54" cy="17" r="5" fill="#53c151"/>\n' + "\n".join(groups) + "\n</svg>\n"
    )


if __name__ == "__main__":
    os.chdir(pathlib.Path(__file__).resolve().parents[2])
    frames = record(pathlib.Path(sys.argv[1]).resolve())
    # Many screens of one second differ by a number; what the eye can follow is enough.
    kept = [frames[0]]
    for frame, following in zip(frames[1:], frames[2:] + [None]):
        if following is None or following[0] - kept[-1][0] > 0.12:
            kept.append(frame)
    pathlib.Path("docs/images/watch.svg").write_text(svg(kept))
    print(f"{len(kept)} screens, {kept[-1][0]:.1f} s")
