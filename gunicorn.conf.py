"""How gunicorn serves the portal; GUNICORN_CMD_ARGS may change any line."""

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


def worker_exit(server, worker):
    """Write what the worker has counted before it goes."""
    from artisans import counting

    counting.write()
