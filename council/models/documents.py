import secrets

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.personal_data import general, specific
from council.scopes import ScopedQuerySet
from council.stored_files import OwnedFileField


def new_public_id() -> str:
    """Give an address nobody can guess."""
    return secrets.token_urlsafe(16)


def private_storage():
    return storages["private"]


def private_path(document, filename) -> str:
    """Store under a random name: what the uploader called it is never a path."""
    extension = Document.EXTENSIONS[document.content_type]
    name = secrets.token_hex(16)
    return f"documents/{name[:2]}/{name}.{extension}"


class DocumentQuerySet(ScopedQuerySet):
    def readable_by(self, user):
        """Documents the user handed in; with the role for it, those of their units."""
        if not user.is_authenticated:
            return self.none()
        own = Q(uploaded_by=user)
        if not user.has_perm("council.view_document"):
            return self.filter(own)
        return self.filter(own | Q(pk__in=self.in_scope(user).values("pk")))


class Document(models.Model):
    """A private file, such as a licence, that only its owner and unit may open."""

    EXTENSIONS = {
        "application/pdf": "pdf",
        "image/jpeg": "jpg",
        "image/png": "png",
    }

    unit_path = "unit"
    personal_data = {
        "file": specific(_("verification")),
        "original_name": general(_("knowing the file")),
        "uploaded_by": general(_("knowing whose file it is")),
    }

    unit = models.ForeignKey(
        "council.Unit",
        on_delete=models.PROTECT,
        related_name="documents",
        verbose_name=_("unit"),
    )
    title = models.CharField(_("title"), max_length=200)
    file = OwnedFileField(
        _("file"), upload_to=private_path, storage=private_storage, max_length=120
    )
    original_name = models.CharField(
        _("original name"), max_length=150, blank=True, editable=False
    )
    content_type = models.CharField(
        _("kind of file"),
        max_length=40,
        choices=[(kind, kind) for kind in EXTENSIONS],
        editable=False,
    )
    size = models.PositiveIntegerField(_("size"), default=0, editable=False)
    public_id = models.CharField(
        _("public id"),
        max_length=32,
        unique=True,
        default=new_public_id,
        editable=False,
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("uploaded by"),
    )
    created_at = models.DateTimeField(
        _("created at"), default=timezone.now, editable=False
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("document", args=[self.public_id])
