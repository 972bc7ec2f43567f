from django.db import models, transaction


class SavedWhole(models.Model):
    """Saved in one transaction with what the portal keeps about it."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        with transaction.atomic(savepoint=False):
            super().save(*args, **kwargs)
