from allauth.account.adapter import DefaultAccountAdapter


def StaffSecondFactor(get_response):
    return get_response


class AccountAdapter(DefaultAccountAdapter):
    """Placeholder."""
