"""A real SMTP server for tests, on a port that was closed until it starts."""

import socket


class Mailbox:
    """What a real SMTP server took in; it can refuse a person."""

    def __init__(self):
        self.mails = []
        self.refuses = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refuses:
            return f"550 <{address}> is unknown"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.mails.append(envelope)
        return "250 OK"

    @property
    def message_ids(self):
        return [
            line.split(b" ", 1)[1]
            for mail in self.mails
            for line in mail.content.split(b"\r\n")
            if line.lower().startswith(b"message-id:")
        ]


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]
