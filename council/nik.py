"""
The identity number (NIK), kept so that a copy of the database does not give it away.

It is encrypted with a key from outside the database; a keyed digest keeps it
unique. `NIK_KEYS` holds the newest key first: the first encrypts and digests, all
decrypt. After a new key is put first, `manage.py rotate_nik` moves every row to it.
"""

import hashlib
import hmac
import re
from datetime import date

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

SIXTEEN_DIGITS = re.compile(r"[0-9]{16}")
BULLETS = "•" * 8
# Codes of provinces, Aceh (11) to Papua Barat Daya (96).
PROVINCES = range(11, 97)


def normalised(value: str) -> str:
    """The number as typed on a phone, without its spaces, dots and dashes."""
    return re.sub(r"[\s.\-]", "", str(value))


def validate_nik(value: str) -> None:
    """Raise ValidationError unless the number could stand on an identity card."""
    nik = normalised(value)
    if not SIXTEEN_DIGITS.fullmatch(nik):
        raise ValidationError(_("A NIK has exactly 16 digits."), code="digits")
    has_region = int(nik[:2]) in PROVINCES and nik[2:4] != "00" and nik[4:6] != "00"
    if not has_region or not has_birth_date(nik) or nik[12:] == "0000":
        raise ValidationError(
            _("This is not a NIK. Copy the 16 digits from the identity card."),
            code="impossible",
        )


def has_birth_date(nik: str) -> bool:
    """Whether digits 7 to 12 are a date; women have 40 added to the day."""
    day, month, year = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    try:
        # The card does not tell the century; 2000 + year has every 29 February.
        date(2000 + year, month, day - 40 if day > 40 else day)
    except ValueError:
        return False
    return True


def encrypt(value: str) -> str:
    """Give the NIK as text that only the holder of the key can read."""
    return keys().encrypt(normalised(value).encode()).decode()


def decrypt(encrypted: str) -> str:
    """Give the NIK back. Callers record in the audit log who read it and why."""
    return keys().decrypt(encrypted.encode()).decode()


def encrypted_anew(encrypted: str) -> str:
    """The same NIK under the newest key, without anybody reading it."""
    return keys().rotate(encrypted.encode()).decode()


def digest(value: str) -> str:
    """The same for the same NIK, and of no use without the key."""
    pepper = hashlib.sha256(b"nik-digest:" + settings.NIK_KEYS[0].encode()).digest()
    return hmac.new(pepper, normalised(value).encode(), hashlib.sha256).hexdigest()


def masked(encrypted: str) -> str:
    """The NIK as people may see it: 3674••••••••0001."""
    if not encrypted:
        return ""
    try:
        nik = decrypt(encrypted)
    except InvalidToken:
        return f"????{BULLETS}????"
    return f"{nik[:4]}{BULLETS}{nik[-4:]}"


def keys() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.NIK_KEYS])
