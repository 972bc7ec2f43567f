"""The forms through which makers write about their own products and page."""

from dataclasses import dataclass

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _

from council.dates import PlausibleDateField
from council.forms import PhoneField
from council.images import PhotoFormField

from .marketplaces import HOSTS, Marketplace, validate_shop_address
from .models import Business, Craft, Product
from .models.photos import Focus
from .revising import value_of, wished_values
from .wildlife import refuse_protected_materials

LONGEST_LEAD_TIME = 730


def crafts_by_family(field) -> list:
    """The choices of a field of crafts, grouped as people look for them."""
    groups = {}
    for craft in field.queryset:
        groups.setdefault(craft.get_family_display(), []).append((craft.pk, str(craft)))
    return [("", field.empty_label), *groups.items()]


def chosen_first(field, chosen) -> list:
    """The choices of a long list with those chosen before the rest."""
    rows = sorted(field.queryset, key=lambda row: (row.pk not in chosen, str(row)))
    return [(row.pk, str(row)) for row in rows]


def name_of(shop) -> str:
    """What the field of a marketplace is called in the form."""
    return f"shop_{shop}"


def shop_field(shop):
    hosts = sorted(HOSTS.get(shop, []))
    example = f"https://{hosts[0]}/…" if hosts else "https://…"
    return forms.URLField(
        label=shop.label,
        required=False,
        max_length=300,
        assume_scheme="https",
        help_text=_("Such as: %(address)s") % {"address": example},
        error_messages={
            "invalid": _("Write the full address, beginning with https://.")
        },
    )


@dataclass(frozen=True)
class Group:
    """Fields that belong together; what few need is folded away."""

    title: str
    fields: list
    is_folded: bool = False

    @property
    def is_open(self) -> bool:
        return any(field.errors for field in self.fields)

    @property
    def is_filled(self) -> bool:
        return any(field.value() for field in self.fields)


class MakerForm(forms.ModelForm):
    """
    What makers change of a page of theirs, filled with what they wrote last.

    It remembers what it showed, so that only what the maker touched is a change, even
    when staff edit the page meanwhile.
    """

    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    groups_of_fields = []

    def __init__(self, typed=None, *, page, revision=None):
        values = wished_values(page, revision)
        self.salt = f"{page._meta.model_name}-{page.pk}"
        shown = signing.dumps(values, salt=self.salt, compress=True)
        super().__init__(typed, instance=page, initial={**values, "shown": shown})
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelMultipleChoiceField):
                field.choices = chosen_first(field, values[name])

    @property
    def groups(self) -> list[Group]:
        return [
            Group(title, [self[name] for name in names if name in self.fields], folded)
            for title, names, folded in self.groups_of_fields
        ]

    def clean(self):
        data = super().clean()
        for name, value in data.items():
            # Browsers send line breaks as two signs.
            if isinstance(value, str):
                data[name] = value.replace("\r\n", "\n")
        return data

    def typed(self) -> dict:
        """The answers as a revision keeps them."""
        names = [name for name in self._meta.fields if name in self.fields]
        return {name: self.kept(name) for name in names}

    def kept(self, name):
        if self.instance._meta.get_field(name).many_to_many:
            return sorted(row.pk for row in self.cleaned_data[name])
        return value_of(self.instance, name)

    def shown_values(self) -> dict:
        """What the form showed; nothing where that was tampered with."""
        try:
            return signing.loads(self.cleaned_data["shown"], salt=self.salt)
        except signing.BadSignature:
            return {}


class ProductForm(MakerForm):
    """A product in its maker's words."""

    ecatalog_url = forms.URLField(
        label=_("Address in e-Katalog"),
        required=False,
        max_length=300,
        assume_scheme="https",
        help_text=_("Such as: https://katalog.inaproc.id/… (government buying)."),
    )

    groups_of_fields = [
        (
            _("What it is"),
            ["craft", "name", "kind", "description", "price", "price_up_to"]
            + ["price_unit"],
            False,
        ),
        (_("Materials and motifs"), ["materials", "motifs"], True),
        (
            _("Size and order"),
            ["size", "weight_grams", "is_made_to_order", "lead_time_days"]
            + ["minimum_order", "capacity_per_month", "is_gift"],
            True,
        ),
        (
            _("For visitors from abroad"),
            ["name_en", "description_en", "size_en", "price_unit_en"],
            True,
        ),
        (_("Government buying"), ["ecatalog_url", "ecatalog_until_on"], True),
    ]

    class Meta:
        model = Product
        fields = [
            "craft",
            "name",
            "name_en",
            "kind",
            "materials",
            "motifs",
            "description",
            "description_en",
            "price",
            "price_up_to",
            "price_unit",
            "price_unit_en",
            "size",
            "size_en",
            "weight_grams",
            "is_made_to_order",
            "lead_time_days",
            "minimum_order",
            "capacity_per_month",
            "is_gift",
            "ecatalog_url",
            "ecatalog_until_on",
        ]
        field_classes = {"ecatalog_until_on": PlausibleDateField}
        widgets = {
            "materials": forms.CheckboxSelectMultiple,
            "motifs": forms.CheckboxSelectMultiple,
            "description": forms.Textarea(attrs={"rows": 5}),
            "description_en": forms.Textarea(attrs={"rows": 4}),
            "ecatalog_until_on": forms.DateInput(
                attrs={"type": "date"}, format="%Y-%m-%d"
            ),
        }
        help_texts = {
            "description": _("Two or three sentences: how it is made, what it is for."),
            "size": _("Such as: 200 × 60 cm."),
            "size_en": _("Only where the size is said in words."),
            "price_unit_en": _("Only for a unit that is not often used."),
            "name": _("Such as: songket shawl, pucuk rebung."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.is_approved:
            # Verified by staff, the technique is no longer the maker's to say.
            for name in set(self.fields) & set(Product.draft_fields):
                del self.fields[name]
        if lead_time := self.fields.get("lead_time_days"):
            lead_time.validators.append(MaxValueValidator(LONGEST_LEAD_TIME))
        self.fields["kind"].empty_label = _("Choose a kind")
        if craft := self.fields.get("craft"):
            craft.queryset = Craft.objects.order_by("family", "name")
            craft.empty_label = _("Choose a craft")
            craft.choices = crafts_by_family(craft)

    def clean_materials(self):
        materials = self.cleaned_data["materials"]
        refuse_protected_materials(materials)
        return materials

    def clean(self):
        data = super().clean()
        price, up_to = data.get("price"), data.get("price_up_to")
        if up_to and "price" in data and (price is None or up_to <= price):
            said = _("The upper price must be higher than the lower price.")
            self.add_error("price_up_to", said)
        if data.get("is_gift") and data.get("capacity_per_month", 1) is None:
            said = _("A souvenir in numbers says how many pieces a month can be made.")
            self.add_error("capacity_per_month", said)
        if data.get("ecatalog_until_on") and data.get("ecatalog_url") == "":
            said = _("Write the address in e-Katalog, or leave its last day empty.")
            self.add_error("ecatalog_url", said)
        return data


class NewProductForm(ProductForm):
    """A product that is not there yet: what it is, and whose."""

    ecatalog_url = None

    groups_of_fields = [
        (
            _("What it is"),
            ["business", "craft", "name", "kind", "description", "price"]
            + ["price_unit"],
            False,
        ),
    ]

    class Meta(ProductForm.Meta):
        fields = [
            "business",
            "craft",
            "name",
            "kind",
            "description",
            "price",
            "price_unit",
        ]

    def __init__(self, typed=None, *, businesses):
        super().__init__(typed, page=Product())
        field = self.fields["business"]
        field.queryset = businesses
        field.empty_label = None
        if len(businesses) == 1:
            del self.fields["business"]
            self.instance.business = businesses[0]


class NewBusinessForm(forms.ModelForm):
    """A business that is not there yet: what it is called."""

    class Meta:
        model = Business
        fields = ["name", "form"]
        help_texts = {"name": _("As buyers know it, such as: Tenun Nadia.")}


class BusinessForm(MakerForm):
    """A maker's page in their own words, and where they sell online."""

    phone = PhoneField(
        required=False,
        help_text=_("Buyers see it only where you agreed to that."),
    )

    groups_of_fields = [
        (_("Your story"), ["name", "brand", "story", "quote", "visiting"], False),
        (_("Your craft"), ["crafts", "founded_year"], True),
        (
            _("For visitors from abroad"),
            ["story_en", "quote_en", "visiting_en"],
            True,
        ),
        (_("Contact"), ["phone"], True),
        (_("Where you sell online"), [name_of(shop) for shop in Marketplace], True),
    ]

    class Meta:
        model = Business
        fields = [
            "name",
            "brand",
            "crafts",
            "founded_year",
            "story",
            "story_en",
            "quote",
            "quote_en",
            "visiting",
            "visiting_en",
            "phone",
        ]
        widgets = {
            "crafts": forms.CheckboxSelectMultiple,
            "story": forms.Textarea(attrs={"rows": 5}),
            "story_en": forms.Textarea(attrs={"rows": 5}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.others = []
        for shop in Marketplace:
            self.fields[name_of(shop)] = shop_field(shop)
        for shop, url in self.initial["shop_links"]:
            name = name_of(shop)
            # A second address of the same marketplace, which staff wrote, stays.
            if name in self.initial:
                self.others.append([shop, url])
            self.initial.setdefault(name, url)

    def clean_name(self):
        name, business = self.cleaned_data["name"], self.instance
        same = business.owner.businesses.filter(village=business.village, name=name)
        if same.exclude(pk=business.pk).exists():
            raise forms.ValidationError(
                _("This owner already has a business of that name in this village.")
            )
        return name

    def clean(self):
        data = super().clean()
        for shop in Marketplace:
            if not (url := data.get(name_of(shop))):
                continue
            try:
                validate_shop_address(shop, url)
            except ValidationError as error:
                self.add_error(name_of(shop), error.message_dict["url"])
        return data

    def typed(self) -> dict:
        urls = {shop: self.cleaned_data[name_of(shop)] for shop in Marketplace}
        written = [[shop.value, url] for shop, url in urls.items() if url]
        others = [each for each in self.others if each not in written]
        return {**super().typed(), "shop_links": sorted(written + others)}


class PhotoForm(forms.Form):
    """A photo from the phone, and what it shows."""

    image = PhotoFormField(
        label=_("Photo"), help_text=_("JPEG, PNG or WebP, at most 8 MB.")
    )
    alt = forms.CharField(
        label=_("What the photo shows"),
        required=False,
        max_length=150,
        help_text=_("Such as: red shawl with gold shoots, laid on a chair."),
    )


class DescriptionForm(forms.Form):
    """What a photo shows, and which part stays when it is cropped."""

    alt = forms.CharField(
        label=_("What the photo shows"),
        max_length=150,
        help_text=_(
            "For people who cannot see it. "
            "Such as: red shawl with gold shoots, laid on a chair."
        ),
        error_messages={"required": _("Say in a few words what the photo shows.")},
    )
    alt_en = forms.CharField(
        label=_("What the photo shows, in English"),
        required=False,
        max_length=150,
        help_text=_("For visitors from abroad. You can leave it empty."),
    )
    focus = forms.ChoiceField(
        label=_("Tap the part that must always be seen"),
        choices=Focus,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of the nine parts.")},
    )
