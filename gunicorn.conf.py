"""How gunicorn serves the portal; GUNICORN_CMD_ARGS may change any line."""

import gc
import sys
from pathlib import Path

bind = "127.0.0.1:8000"
worker_class = "gthread"
workers = 2
threads = 8
preload_app = True
timeout = 30
graceful_timeout = 30
keepalive = 5
# Memory that a library forgets to give back is given back by a fresh worker.
max_requests = 50_000
max_requests_jitter = 5000
limit_request_line = 4094
control_socket_disable = True
# A busy disk must not make a healthy worker look dead.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
# How long a thread computes before one whose answer has come may go on. Python's own
# 5 ms, at each of ten questions, is long for those who wait for the same class.
SWITCH_INTERVAL = 0.0002


def post_fork(server, worker):
    sys.setswitchinterval(SWITCH_INTERVAL)
    # What was loaded before the fork stays; looking through it again finds nothing.
    gc.freeze()


def worker_exit(server, worker):
    """Write what the worker has counted before it goes."""
    from artisans import counting

    counting.write()
