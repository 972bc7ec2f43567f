from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """Languages a maker can receive a visitor in."""

    INDONESIAN = "id", _("Indonesian")
    ENGLISH = "en", _("English")
    JAVANESE = "jv", _("Javanese")
    SUNDANESE = "su", _("Sundanese")
    MINANGKABAU = "min", _("Minangkabau")
    MALAY = "ms", _("Malay")
    BATAK = "bbc", _("Batak")
    LAMPUNG = "ljp", _("Lampung")
    BALINESE = "ban", _("Balinese")
    SASAK = "sas", _("Sasak")
    BUGIS = "bug", _("Buginese")
    MANDARIN = "zh", _("Mandarin")
    JAPANESE = "ja", _("Japanese")
    KOREAN = "ko", _("Korean")
    ARABIC = "ar", _("Arabic")
    DUTCH = "nl", _("Dutch")
    FRENCH = "fr", _("French")
    GERMAN = "de", _("German")
    SIGN = "sgn", _("Indonesian sign language")


class LanguagesField(models.JSONField):
    """Several languages, ticked in a form and kept as a list of their codes."""

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            label=kwargs.get("label", self.verbose_name.capitalize()),
            choices=Language.choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=self.help_text,
        )


def names_of(codes) -> list[str]:
    """What the languages of these codes are called, in the order of the list."""
    return [str(language.label) for language in Language if language in codes]
