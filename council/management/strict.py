"""Commands that refuse a wrong argument in one Indonesian sentence."""

import argparse
import re
import sys

from django.core.management.base import BaseCommand, CommandError

SENTENCES = [
    (r"unrecognized arguments: (.+)", "Pilihan tidak dikenal: {}."),
    (r"argument ([^:]+): not allowed with argument (.+)", "{} tidak boleh bersama {}."),
    (
        r"argument ([^:]+): invalid choice: ('.*?') \(choose from (.+)\)",
        "Nilai {1} untuk {0} tidak dikenal. Pilih salah satu: {2}.",
    ),
    (r"argument ([^:]+): invalid \S+ value: (.+)", "Nilai {1} untuk {0} bukan angka."),
    (r"argument ([^:]+): expected .+", "{} memerlukan satu nilai."),
    (r"argument ([^:]+): (.+)", "{}: {}"),
    (r"the following arguments are required: (.+)", "Yang berikut wajib diisi: {}."),
    (r"ambiguous option: (\S+) .+", "Pilihan {} tidak jelas; tulis selengkapnya."),
]


class StrictCommand(BaseCommand):
    """A command of the portal; it does nothing when an argument is not understood."""

    def create_parser(self, prog_name, subcommand, **kwargs):
        kwargs.setdefault("allow_abbrev", False)
        parser = super().create_parser(prog_name, subcommand, **kwargs)

        def refuse(message):
            sentence = in_indonesian(message)
            if not self._called_from_command_line:
                raise CommandError(sentence, returncode=2)
            usage = parser.format_usage().replace("usage:", "Pemakaian:", 1)
            sys.stderr.write(f"{sentence}\n{usage}")
            sys.exit(2)

        parser.error = refuse
        return parser


def in_indonesian(message: str) -> str:
    """Say what Python's argument reader says, in the language of the office."""
    for pattern, sentence in SENTENCES:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(*match.groups())
    return message


def whole_number(*, least: int, most: int):
    """Accept a whole number within bounds, and say the bounds otherwise."""

    def read(text):
        if re.fullmatch(r"[0-9]{1,12}", text) and least <= int(text) <= most:
            return int(text)
        raise argparse.ArgumentTypeError(f"isi angka bulat {least} sampai {most}.")

    return read
