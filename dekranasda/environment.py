"""
Reads settings from the environment, strictly.

A missing or malformed value stops the start with one Indonesian sentence that
names the variable and the accepted form; all faults are reported together.
"""

import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import environ
from cryptography.fernet import Fernet

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}
HOST = re.compile(r"^(\.?[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:]+\])$", re.IGNORECASE)


class Environment:
    """The variables of one process, each asked for by its kind."""

    def __init__(self, variables):
        self.variables = variables
        self.missing = []

    def refuse_when_incomplete(self):
        """Raise ImproperlyConfigured naming every required variable not given."""
        if self.missing:
            names = ", ".join(self.missing)
            raise ImproperlyConfigured(
                f"Variabel lingkungan wajib belum diisi: {names}. "
                "Isi dahulu, atau pakai DEBUG=1 untuk mencoba di komputer sendiri."
            )

    def _value(self, name, *, required=False):
        value = self.variables.get(name, "").strip()
        if not value and required:
            self.missing.append(name)
        return value

    def _refuse(self, name, accepted):
        raise ImproperlyConfigured(
            f"Nilai {name} tidak dikenal. Bentuk yang diterima: {accepted}."
        )

    def text(self, name, *, default="", required=False):
        value = self._value(name, required=required)
        if value and required and len(value) < 40:
            self._refuse(name, "teks acak sekurangnya 40 huruf")
        return value or default

    def boolean(self, name, *, default):
        value = self._value(name).lower()
        if not value:
            return default
        if value not in TRUE | FALSE:
            self._refuse(name, "1 atau 0")
        return value in TRUE

    def whole_number(self, name, *, default):
        value = self._value(name) or str(default)
        if not re.fullmatch(r"[0-9]{1,6}", value):
            self._refuse(name, "bilangan bulat, seperti 16")
        return int(value)

    def path(self, name, *, default):
        return self._value(name) or str(default)

    def hosts(self, name, *, default, required=False):
        value = self._value(name, required=required)
        if not value:
            return default
        hosts = [host.strip() for host in value.split(",") if host.strip()]
        if not hosts or not all(HOST.match(host) for host in hosts):
            self._refuse(name, "nama host dipisah koma, tanpa * dan tanpa https://")
        return hosts

    def web_address(self, name, *, default, required=False):
        value = self._value(name, required=required) or default
        parts = urlsplit(value)
        if (
            parts.scheme not in {"http", "https"}
            or not parts.netloc
            or parts.path.strip("/")
        ):
            self._refuse(name, "https://nama.host tanpa jalur")
        return f"{parts.scheme}://{parts.netloc}"

    def fernet_keys(self, name, *, required=False):
        """Keys for the NIK, newest first; older ones still decrypt."""
        value = self._value(name, required=required)
        keys = [key.strip() for key in value.split(",") if key.strip()]
        try:
            for key in keys:
                Fernet(key)
        except ValueError:
            self._refuse(name, "kunci Fernet (44 huruf base64), beberapa dipisah koma")
        # Trying the portal out needs no key; production was refused above.
        return keys or ["ZGV2ZWxvcG1lbnQta2V5LW9ubHktZm9yLXRyeWluZy4="]

    def database(self, name, sqlite_path):
        """
        Give Django's DATABASES entry.

        SQLite ignores row locks: opening every transaction as a writer gives
        the same promise, one enrolment at a time.
        """
        value = self._value(name)
        if not value:
            return sqlite(sqlite_path)
        scheme = value.split(":", 1)[0]
        if scheme == "sqlite":
            path = value.removeprefix("sqlite:///")
            return (
                sqlite(path) if path else self._refuse(name, "sqlite:///berkas.sqlite3")
            )
        if scheme not in {"postgres", "postgresql"}:
            self._refuse(name, "postgres://nama:sandi@host:5432/basisdata")
        try:
            config = environ.Env.db_url_config(value)
        except (ValueError, environ.ImproperlyConfigured):
            self._refuse(name, "postgres://nama:sandi@host:5432/basisdata")
        return postgresql(config)

    def cache(self, name, *, default):
        value = self._value(name) or default
        scheme = value.split(":", 1)[0]
        if scheme == "local":
            return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
        if scheme == "database":
            return {
                "BACKEND": "django.core.cache.backends.db.DatabaseCache",
                "LOCATION": "portal_cache",
            }
        if scheme in {"redis", "rediss", "unix"}:
            return {
                "BACKEND": "django.core.cache.backends.redis.RedisCache",
                "LOCATION": value,
            }
        return self._refuse(name, "local://, database://, atau redis://host:6379/0")

    def storage(self, name, *, default):
        value = self._value(name)
        if not value:
            return {"root": Path(default)}
        parts = urlsplit(value)
        if parts.scheme != "file" or not parts.path:
            self._refuse(name, "file:///folder/tempat/berkas")
        return {"root": Path(unquote(parts.path))}

    def email(self, name, *, default):
        value = self._value(name) or default
        parts = urlsplit(value)
        sender = parse_qs(parts.query).get("from", ["portal@dekranasda.invalid"])[0]
        if parts.scheme == "console":
            backend = "django.core.mail.backends.console.EmailBackend"
            return {"backend": backend, "sender": sender}
        try:
            port = parts.port
        except ValueError:
            port = None
        if (
            parts.scheme not in {"smtp", "smtp+tls", "smtps"}
            or not parts.hostname
            or not port
        ):
            self._refuse(
                name,
                "console://, atau smtp://, smtp+tls://, smtps:// diikuti "
                "nama:sandi@host:587?from=a@b.id",
            )
        return {
            "backend": "django.core.mail.backends.smtp.EmailBackend",
            "host": parts.hostname,
            "port": port,
            "user": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "use_tls": parts.scheme == "smtp+tls",
            "use_ssl": parts.scheme == "smtps",
            "sender": sender,
        }

    def phone_gateway(self, name, *, default):
        value = self._value(name) or default
        parts = urlsplit(value)
        if parts.scheme not in {"console", "http", "https"} or (
            parts.scheme != "console" and not parts.netloc
        ):
            self._refuse(name, "console:// atau https://gerbang.pesan/kirim?token=…")
        return value


def sqlite(path):
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;"
            "PRAGMA synchronous=NORMAL;"
            "PRAGMA foreign_keys=ON;",
        },
    }


def postgresql(config):
    return {
        **config,
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "connect_timeout": 3,
            "options": "-c lock_timeout=5s -c statement_timeout=15s"
            " -c idle_in_transaction_session_timeout=30s"
            # Compiling a query takes longer than any query of a page.
            " -c jit=off",
        },
    }
