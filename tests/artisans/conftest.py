from tests.real_database import real_database  # noqa: F401
