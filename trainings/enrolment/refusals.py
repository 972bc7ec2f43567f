"""What the door says when it gives nothing."""


class EnrolmentRefused(Exception):
    """No seat was given or taken. The message is written for the visitor."""


class ProfileIncomplete(EnrolmentRefused):
    """The artisan's profile lacks what a training needs to know."""
