"""Asks the web server of this container whether it lives; the exit code tells."""

import os
import sys
from http.client import HTTPConnection

host = os.environ["ALLOWED_HOSTS"].split(",")[0].strip().lstrip(".")
visitor = HTTPConnection("127.0.0.1", 8000, timeout=4)
visitor.request("GET", "/healthz", headers={"Host": host})
sys.exit(visitor.getresponse().status != 200)
