"""Handing in what a class still asks for: by the artisan, or by an officer for them."""

from .requirements import hand_in


def keep(form, *, by) -> bool:
    """
    Keep what came well; say whether the form was in order as a whole.

    Files are kept at once, so that nobody uploads one twice for another's fault.
    """
    is_valid = form.is_valid()
    if given := form.given if is_valid else form.uploads:
        checklist = form.checklist
        hand_in(checklist.training_class, checklist.artisan, given, by=by)
        form.ask_no_more(given)
    return is_valid
