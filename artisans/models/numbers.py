"""Numbers of related rows as subqueries: counted for the rows shown, not for all."""

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce


def number_of(model, relation, **conditions):
    """How many rows lead to a row of the model, as a subquery."""
    relation = model._meta.get_field(relation)
    path = relation.remote_field.name
    rows = relation.related_model.objects.order_by()
    rows = rows.filter(**conditions, **{path: OuterRef("pk")}).values(path)
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)
