from tests.real_database import real_database  # noqa: F401

from .racing import lock_off  # noqa: F401
