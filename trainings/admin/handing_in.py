"""Handing in for a member what a class asks: an officer with the paper on the desk."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from artisans.models import Artisan
from council.admin_scope import is_in_scope
from council.scopes import scope_of
from trainings import groups
from trainings.forms import HandInForm
from trainings.handing_in import keep
from trainings.reminders import missing_now
from trainings.requirements import Checklist, still_lacking
from trainings.texts import Occasion, Situation, words_for

from .groups import MOST, keys_in


def artisans_to_help(user, training_class):
    """Members of the officer's units; in an own class whoever asked for it, too."""
    own = scope_of(user, Artisan.unit_path)
    if is_in_scope(user, training_class):
        own |= Q(pk__in=training_class.enrolments.active().values("artisan"))
    return Artisan.objects.filter(own).select_related("person", "unit", "village")


def reminder_of(checklist) -> str:
    """The WhatsApp text that says what is missing; empty where nothing is."""
    training_class, artisan = checklist.training_class, checklist.artisan
    missing = missing_now(checklist)
    if not missing:
        return ""
    row = training_class.enrolments.active().filter(artisan=artisan).first()
    occasion = Occasion(artisan.person, training_class, row, missing=missing)
    return words_for(occasion, Situation.CLOSING).whatsapp


class HandInPages:
    """The page of a class on which an officer answers for one artisan."""

    def get_urls(self):
        page = path(
            "<int:pk>/lengkapi/<int:artisan>/",
            self.admin_site.admin_view(self.hand_in_view),
            name="trainings_trainingclass_hand_in",
        )
        return [page, *super().get_urls()]

    def hand_in_view(self, request, pk, artisan):
        needed = ["trainings.change_enrolment", "artisans.view_artisan"]
        if not request.user.has_perms(needed):
            raise PermissionDenied
        training_class = get_object_or_404(groups.open_to(request.user), pk=pk)
        people = artisans_to_help(request.user, training_class)
        checklist = Checklist(training_class, get_object_or_404(people, pk=artisan))
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = HandInForm(*sent, checklist=checklist)
        if sent and keep(form, by=request.user):
            said = _("What %(name)s hands in is kept.")
            said %= {"name": checklist.artisan}
            self.message_user(request, said, messages.SUCCESS)
            return HttpResponseRedirect(self.way_back(request, checklist))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Hand in for a member"),
            "training_class": training_class,
            "is_own": is_in_scope(request.user, training_class),
            "artisan": checklist.artisan,
            "lacking": still_lacking(checklist),
            "reminder": reminder_of(checklist),
            "form": form,
            "back": self.way_back(request, checklist),
        }
        return render(request, "admin/trainings/hand_in.html", context)

    def way_back(self, request, checklist) -> str:
        """To the group, with the ticks it had; else to the registrations."""
        if not request.user.has_perm("trainings.add_enrolment"):
            return reverse("admin:trainings_enrolment_changelist")
        ticked = keys_in(request.GET.getlist("pilih")[:MOST])
        return reverse(
            "admin:trainings_trainingclass_group",
            args=[checklist.training_class.pk],
            query={"pilih": sorted(ticked | {checklist.artisan.pk})},
        )
