from django.contrib.auth.hashers import Argon2PasswordHasher


class PasswordHasher(Argon2PasswordHasher):
    """
    Argon2id as OWASP advises for a server with little memory.

    Django's own choice takes 100 MB and eight threads for every try, which a few
    people guessing passwords at once would turn into an outage.
    """

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
