"""The portal behind its page cache; each answer tells which process gave it."""

import os

from dekranasda.wsgi import application as portal

__all__ = ["application"]


def application(environ, start_response):
    def start(status, headers, exc_info=None):
        own = [("X-Process", str(os.getpid()))]
        return start_response(status, [*headers, *own], exc_info)

    return portal(environ, start)
