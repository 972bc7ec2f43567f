"""
Files that belong to a row: written whole or not at all, and gone with the row.

A file of a row is deleted only after the transaction that replaced or deleted
it is committed; after a rollback it is still there.
"""

import os
import re
import secrets
import unicodedata
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models, transaction
from django.db.models.fields.files import FieldFile

HIDDEN = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}


def safe_original_name(name: str, *, length: int = 120) -> str:
    """What the uploader called a file, fit to be shown and never used as a path."""
    name = re.split(r"[/\\]", unicodedata.normalize("NFC", name or ""))[-1]
    shown = "".join(
        sign for sign in name if unicodedata.category(sign) not in HIDDEN
    ).strip()
    if len(shown) > length:
        stem, dot, extension = shown.rpartition(".")
        tail = f"{dot}{extension}" if stem and len(extension) <= 5 else ""
        shown = shown[: length - len(tail)] + tail
    return shown


class WholeFileStorage(FileSystemStorage):
    """Local files that appear under their name only when complete on the disk."""

    def _save(self, name, content):
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f".{secrets.token_hex(8)}.part")
        try:
            with unfinished.open("xb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            if self.file_permissions_mode is not None:
                unfinished.chmod(self.file_permissions_mode)
            unfinished.rename(target)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        return name.replace("\\", "/")


class PrivateFileStorage(WholeFileStorage):
    """Files outside everything that is served; only a view hands them out."""

    @property
    def base_location(self):
        return settings.PRIVATE_MEDIA_ROOT

    @property
    def location(self):
        return str(Path(self.base_location).absolute())

    def url(self, name):
        raise ValueError("A private file has no address of its own.")


def delete_files_later(storage, names: list[str]) -> None:
    """Delete the files once the running transaction is committed."""

    def delete():
        for name in names:
            # A file that cannot be deleted now is found by `check_media` later.
            with suppress(OSError):
                storage.delete(name)

    transaction.on_commit(delete, robust=True)


class OwnedFieldFile(FieldFile):
    """A stored file that may consist of several files on the disk."""

    def stored_names(self) -> list[str]:
        return [self.name] if self.name else []


class OwnedFileField(models.FileField):
    """A file whose old versions leave the disk when its row lets go of them."""

    attr_class = OwnedFieldFile

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        if not cls._meta.abstract:
            # Cascades delete rows without calling `delete()`; only this signal,
            # as Django's own ImageField uses one, sees every deleted row.
            models.signals.post_delete.connect(self.forget_file, sender=cls)

    def forget_file(self, instance, **kwargs):
        file = getattr(instance, self.attname)
        if file:
            delete_files_later(file.storage, file.stored_names())

    def pre_save(self, model_instance, add):
        replaced = None if add else self.stored_before(model_instance)
        file = super().pre_save(model_instance, add)
        if replaced and replaced.name != file.name:
            delete_files_later(replaced.storage, replaced.stored_names())
        return file

    def stored_before(self, instance):
        """The file this save lets go of, asked of the database only if there is one."""
        file = getattr(instance, self.attname)
        if file and file._committed:
            return None
        rows = type(instance)._base_manager.using(instance._state.db)
        name = rows.filter(pk=instance.pk).values_list(self.attname, flat=True).first()
        return self.attr_class(instance, self, name) if name else None
