"""One line per event, so that a forged line break in an address stays inside its own."""

import logging


class LineFormatter(logging.Formatter):
    """Write every record on a single line, exceptions aside."""

    def __init__(self):
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatMessage(self, record):
        line = super().formatMessage(record)
        return line.replace("\r", "\\r").replace("\n", "\\n")
