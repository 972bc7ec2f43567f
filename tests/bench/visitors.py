"""Asking for one page over and over: by wrk where there is one, else by threads."""

import re
import shutil
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

VISITORS = 16
# The answers that nobody waited for are still being drawn when the next is asked.
PATIENCE = 90


class Unexpected(Exception):
    """The page did not answer 200 or 304, so that its speed means nothing."""


def requests_per_second(port, page, *, host, seconds, headers):
    ask_once(port, page, host, headers)
    if shutil.which("wrk"):
        return by_wrk(port, page, heads(host, headers), seconds)
    end, ask = time.monotonic() + seconds, question(page, host, headers)
    with ThreadPoolExecutor(VISITORS) as pool:
        jobs = [pool.submit(visit, port, ask, end) for _ in range(VISITORS)]
        return sum(job.result() for job in jobs) / seconds


def heads(host, headers) -> dict:
    return {"Host": host, "X-Forwarded-Proto": "https", **headers}


def question(page, host, headers) -> bytes:
    lines = [f"{name}: {value}" for name, value in heads(host, headers).items()]
    return "\r\n".join([f"GET {page} HTTP/1.1", *lines, "", ""]).encode()


def by_wrk(port, page, headers, seconds):
    command = ["wrk", "-t2", f"-c{VISITORS}", f"-d{max(1, round(seconds))}s"]
    command += ["--timeout", "20s"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    command += [f"http://127.0.0.1:{port}{page}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said:
        raise Unexpected(f"{page}: {said}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])


def ask_once(port, page, host, headers=None):
    ask = question(page, host, headers or {})
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
        line.sendall(ask)
        read_answer(line.makefile("rb"), ask)


def visit(port, ask, end):
    """Count the answers to one visitor who keeps the connection open."""
    count = 0
    while time.monotonic() < end:
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
            answers = line.makefile("rb")
            keeps_open = True
            while keeps_open and time.monotonic() < end:
                line.sendall(ask)
                keeps_open = read_answer(answers, ask)
                count += 1
    return count


def read_answer(answers, ask):
    """Read one answer whole; tell whether the connection stays."""
    status = answers.readline()
    if b" 200 " not in status and b" 304 " not in status:
        raise Unexpected(f"{ask.split()[1].decode()}: {status.decode().strip()}")
    headers = {}
    while line := answers.readline().strip():
        name, value = line.split(b":", 1)
        headers[name.lower()] = value.strip().lower()
    answers.read(int(headers.get(b"content-length", 0)))
    return headers.get(b"connection") != b"close"
