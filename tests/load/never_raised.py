"""The portal deaf to the data version: the control of the test of fresh pages."""

from django.apps import apps

from .labelled import application

__all__ = ["application"]

queryset_class = apps.get_model("council.DataVersion").objects._queryset_class
queryset_class.current = lambda rows: 0
