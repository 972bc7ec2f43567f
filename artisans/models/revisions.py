from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.images import PhotoField, PhotoFile
from council.personal_data import general
from council.scopes import ScopedQuerySet

from .businesses import Business
from .photos import Focus
from .products import Product, ProductPhoto
from .status import Reviewed, Status

OPEN = [Status.DRAFT, Status.SUBMITTED, Status.NEEDS_REVISION]


class RevisionQuerySet(ScopedQuerySet):
    def open(self):
        """Not decided yet; a page has at most one."""
        return self.filter(status__in=OPEN)

    def waiting(self):
        return self.filter(status=Status.SUBMITTED)

    def sent(self):
        """Without those the maker is still writing: they are nobody else's matter."""
        return self.exclude(status=Status.DRAFT)


class Revision(Reviewed, models.Model):
    """What a maker wants changed on a public page; it waits for staff to decide."""

    changes = models.JSONField(_("changes"), default=dict)
    # How the changed fields stood when the maker changed them: where the page says
    # something else by now, staff are asked and nothing is overwritten in silence.
    before = models.JSONField(_("how it stood before"), default=dict)
    status = models.CharField(
        _("status"), max_length=14, choices=Status, default=Status.DRAFT
    )
    status_reason = models.CharField(_("reason"), max_length=250, blank=True)
    # Counts the maker's changes, so that a decision is about what was read.
    edition = models.PositiveIntegerField(_("edition"), default=0)
    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )

    objects = RevisionQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-submitted_at", "-pk"]

    def __str__(self):
        return str(self.page)

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def differs_in_photos(self) -> bool:
        """Whether it wants other photos than the fields say."""
        return False

    def hand_over_photos(self, page, values: dict) -> list:
        """Give its photos to the held page; give back the files they replace."""
        return []

    def let_go_of_photos(self) -> None:
        """Delete the photos that did not become public."""

    def close(self, status, *, by, reason="") -> None:
        """Write the decision down."""
        self.status, self.status_reason = status, reason
        self.decided_by, self.decided_at = by, timezone.now()
        fields = ["status", "status_reason", "decided_by", "decided_at"]
        self.save(update_fields=fields)


class ProductRevision(Revision):
    """What a maker wants changed on a public product; it waits for staff to decide."""

    unit_path = "page__business__unit"

    page = models.ForeignKey(
        Product,
        on_delete=models.CASCADE,
        related_name="revisions",
        verbose_name=_("product"),
    )

    class Meta(Revision.Meta):
        verbose_name = _("change of a product")
        verbose_name_plural = _("changes of products")
        constraints = [
            models.UniqueConstraint(
                fields=["page"],
                condition=Q(status__in=OPEN),
                name="a_product_has_one_open_revision",
                violation_error_message=_("A change of this product waits already."),
            )
        ]
        indexes = [
            models.Index(fields=["status", "-submitted_at"], name="product_revisions")
        ]

    @property
    def differs_in_photos(self) -> bool:
        """Whether it wants other photos, words or order than the product has."""
        if self.pk is None:
            return False
        lines = list(self.photos.all())
        if any(line.says_more for line in lines):
            return True
        public = [photo.pk for photo in self.page.photos.all()]
        return [line.kept_id for line in lines] != public[: len(lines)]

    def hand_over_photos(self, page, values: dict) -> list:
        """Make the product's photos those of the revision; files change hands."""
        lines = list(self.photos.select_related("kept"))
        for line in lines:
            if line.is_removed:
                line.kept.delete()
        mine = [line.hand_over(page) for line in lines if not line.is_removed]
        # Photos that staff added since stand behind the maker's own.
        since = page.photos.exclude(pk__in=[photo.pk for photo in mine])
        for place, photo in enumerate([*mine, *since]):
            if photo.order != place:
                photo.order = place
                photo.save(update_fields=["order"])
        return []

    def let_go_of_photos(self) -> None:
        self.photos.filter(kept=None).delete()


class BusinessRevision(Revision):
    """What a maker wants changed on their public page; it waits for staff to decide."""

    unit_path = "page__unit"
    personal_data = {
        "changes": general(_("checking changes of makers' pages")),
        "before": general(_("checking changes of makers' pages")),
        "portrait": general(_("checking changes of makers' pages")),
    }

    page = models.ForeignKey(
        Business,
        on_delete=models.CASCADE,
        related_name="revisions",
        verbose_name=_("business"),
    )
    portrait = PhotoField(_("portrait or workshop"), blank=True)

    class Meta(Revision.Meta):
        verbose_name = _("change of a business")
        verbose_name_plural = _("changes of businesses")
        constraints = [
            models.UniqueConstraint(
                fields=["page"],
                condition=Q(status__in=OPEN),
                name="a_business_has_one_open_revision",
                violation_error_message=_("A change of this business waits already."),
            )
        ]
        indexes = [
            models.Index(fields=["status", "-submitted_at"], name="business_revisions")
        ]

    def hand_over_photos(self, page, values: dict) -> list:
        """Let go of the new portrait, which the page's field takes over."""
        if "portrait" not in values:
            return []
        replaced = PhotoFile(page, page._meta.get_field("portrait"), page.portrait.name)
        BusinessRevision.objects.filter(pk=self.pk).update(portrait="")
        self.portrait = ""
        return [replaced] if replaced else []

    def let_go_of_photos(self) -> None:
        if self.portrait:
            self.portrait = ""
            self.save(update_fields=["portrait"])


class RevisionPhoto(models.Model):
    """
    A photo as the maker wants it on a product: a public one kept, or a new one.

    For a public one, empty words and an empty focus mean: as they are.
    """

    unit_path = "revision__page__business__unit"

    revision = models.ForeignKey(
        ProductRevision,
        on_delete=models.CASCADE,
        related_name="photos",
        verbose_name=_("change of a product"),
    )
    kept = models.ForeignKey(
        ProductPhoto,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("public photo"),
    )
    image = PhotoField(_("photo"), blank=True)
    alt = models.CharField(_("what the photo shows"), max_length=150, blank=True)
    alt_en = models.CharField(
        _("what the photo shows, in English"),
        max_length=150,
        blank=True,
        default="",
        db_default="",
    )
    focus = models.CharField(
        _("what must stay when it is cropped"),
        max_length=12,
        choices=Focus,
        blank=True,
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_removed = models.BooleanField(_("to be removed"), default=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("photo of a change")
        verbose_name_plural = _("photos of changes")
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "kept"],
                name="a_revision_names_a_public_photo_once",
            )
        ]

    def __str__(self):
        return self.alt

    @property
    def says_more(self) -> bool:
        """Whether it wants something else of a public photo than it is."""
        return bool(self.is_removed or self.alt or self.alt_en or self.focus)

    def hand_over(self, product) -> ProductPhoto:
        """Make it one of the product's public photos."""
        photo = self.kept or ProductPhoto(product=product, image=self.image.name)
        for name in ("alt", "alt_en", "focus"):
            setattr(photo, name, getattr(self, name) or getattr(photo, name))
        photo.save()
        if self.kept is None:
            # The file is the public photo's now: no longer this line's to delete.
            RevisionPhoto.objects.filter(pk=self.pk).update(image="", kept=photo)
        return photo
