"""The seat board of a class: who asks on one side, who takes part on the other."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Case, Q, Value, When
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from council.models import Unit
from council.search_terms import search_words
from council.templatetags.portal import whatsapp
from trainings import enrolment as door
from trainings.models import Enrolment, Offer
from trainings.moving import move_now, situation_of
from trainings.on_behalf import officers_of
from trainings.reminders import reminders_now
from trainings.texts import Occasion, Situation, situations_of, texts_of, words_for

from .board_acts import BY_NAME, Act, acts_for, first_applied, is_next
from .groups import states_of
from .reasons import tell_who_moved_up

Status = Enrolment.Status
# Both sides in the order in which they stand on the board.
ASKING, SEATED = [Status.OFFERED, Status.APPLIED, Status.WAITING], [Status.CONFIRMED]
EACH_SIDE = 50


@dataclass(frozen=True)
class Line:
    """One person on the board, with all that is said of them and can be done."""

    enrolment: Enrolment
    acts: list
    is_next: bool = False
    officer: object = None
    answer_by: str | None = None
    talk: str = ""

    @property
    def taps(self) -> list[Act]:
        return [act for act in self.acts if act.is_one_tap and self.is_next]

    @property
    def asking(self) -> list[Act]:
        return [act for act in self.acts if act not in self.taps]


class BoardFilter(forms.Form):
    """What the board is narrowed to; anything odd narrows nothing."""

    q = forms.CharField(required=False, max_length=100)
    unit = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1)
    keadaan = forms.ChoiceField(
        required=False, choices=[(each.value, each.label) for each in ASKING]
    )
    didukung = forms.BooleanField(required=False)

    def narrow(self, rows):
        self.is_valid()
        asked = self.cleaned_data
        for word in search_words(asked.get("q", "")):
            rows = rows.filter(artisan__person__full_name__icontains=word)
        if unit := asked.get("unit"):
            rows = rows.filter(artisan__unit=unit)
        if status := asked.get("keadaan"):
            rows = rows.filter(Q(status=status) | ~Q(status__in=ASKING))
        if asked.get("didukung"):
            rows = rows.exclude(status__in=ASKING, endorsed_at=None)
        return rows

    @property
    def query(self) -> str:
        # A name is for the search alone: addresses stand in logs.
        kept = {
            name: value
            for name, value in self.cleaned_data.items()
            if value and name != "q"
        }
        if "didukung" in kept:
            kept["didukung"] = 1
        return f"?{urlencode(kept)}" if kept else ""


def rows_of(training_class):
    """Everybody who asked for the class, in the order of the board."""
    places = [
        When(status=status, then=Value(place)) for place, status in enumerate(ASKING)
    ]
    rows = training_class.enrolments.with_position()
    rows = rows.select_related("artisan__person", "artisan__unit", "allotment__unit")
    return rows.order_by(
        Case(*places, default=Value(len(places))), "passes", "-points", "ticket"
    )


class BoardPages:
    """The board of a class, and the pages behind its buttons."""

    def get_urls(self):
        wrap, name = self.admin_site.admin_view, "trainings_trainingclass_board"
        one = "<int:pk>/papan/<int:row>/"
        return [
            path("<int:pk>/papan/", wrap(self.board_view), name=name),
            path(f"{one}pesan/", wrap(self.words_view), name=f"{name}_words"),
            path(f"{one}<slug:act>/", wrap(self.act_view), name=f"{name}_act"),
            *super().get_urls(),
        ]

    def class_of(self, request, pk):
        if not request.user.has_perm("trainings.view_enrolment"):
            raise PermissionDenied
        training_class = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, training_class):
            raise PermissionDenied
        return training_class

    def frame(self, request, training_class, **more):
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "training_class": training_class,
            **more,
        }

    def board_view(self, request, pk):
        training_class = self.class_of(request, pk)
        narrowed = BoardFilter(request.GET)
        rows = rows_of(training_class)
        shown = narrowed.narrow(rows)
        sides = {
            "asking": page_of(shown, ASKING, request.GET.get("page")),
            "seated": page_of(shown, SEATED, request.GET.get("peserta")),
        }
        gone = list(shown.filter(status__in=Enrolment.OUT).order_by("-pk")[:EACH_SIDE])
        people = [*sides["asking"], *sides["seated"]]
        lines = {line.enrolment.pk: line for line in self.lines(request, people)}
        states = states_of(training_class)
        context = self.frame(
            request,
            training_class,
            title=_("Seat board"),
            filter=narrowed,
            query=narrowed.query,
            units=Unit.objects.filter(
                artisans__enrolments__training_class=training_class
            ).distinct(),
            asking=[lines[row.pk] for row in sides["asking"]],
            seated=[lines[row.pk] for row in sides["seated"]],
            sides=sides,
            gone=gone,
            states=states,
            number_asking=sum(number for _status, _label, number in states),
            may_act=request.user.has_perm("trainings.change_enrolment"),
            may_register=request.user.has_perm("trainings.add_enrolment"),
        )
        return render(request, "admin/trainings/board.html", context)

    def lines(self, request, people):
        """What the board says of each, in a fixed number of queries."""
        if not people:
            return
        may_act = request.user.has_perm("trainings.change_enrolment")
        may_call = request.user.has_perm("council.view_person")
        training_class = people[0].training_class
        officers, texts = officers_of(people), texts_of(training_class.training)
        offers, first = offers_of(people), first_applied(training_class)
        situations = situations_of(people) if may_call else {}
        for row in people:
            offer = offers.get(row.pk)
            yield Line(
                row,
                acts_for(row, training_class) if may_act else [],
                is_next(row, first),
                officers.get(row.pk),
                offer and training_class.on_the_clock(offer.ends_at),
                talk_with(row, offer, situations[row.pk], texts) if may_call else "",
            )

    def row_of(self, training_class, pk):
        row = get_object_or_404(rows_of(training_class), pk=pk)
        row.training_class = training_class
        return row

    def act_view(self, request, pk, row, act):
        training_class = self.class_of(request, pk)
        row = self.row_of(training_class, row)
        if not request.user.has_perm("trainings.change_enrolment"):
            raise PermissionDenied
        if act not in BY_NAME:
            raise Http404
        act = BY_NAME[act]
        narrowed = BoardFilter(request.GET)
        following = next_of(narrowed.narrow(rows_of(training_class)), row)
        if act not in acts_for(row, training_class):
            said = _("%(name)s stands differently by now; nothing was changed.")
            self.message_user(request, said % {"name": row}, messages.WARNING)
            return self.back_to_board(training_class, narrowed)
        form = act.form_class(request.POST if request.method == "POST" else None)
        if form.is_valid() and self.done(request, act, row, form):
            if "_next" in request.POST and following:
                return HttpResponseRedirect(act_address(following, act, narrowed))
            return self.back_to_board(training_class, narrowed)
        context = self.frame(
            request,
            training_class,
            title=act.title,
            act=act,
            row=row,
            form=form,
            following=following,
            query=narrowed.query,
        )
        return render(request, "admin/trainings/board_act.html", context)

    def done(self, request, act, row, form) -> bool:
        """Do it and say what came of it; a refusal stands above the form."""
        try:
            moved = act.do(row, request.user, **form.cleaned_data)
        except door.EnrolmentRefused as refusal:
            form.add_error(None, str(refusal))
            return False
        self.message_user(request, act.said % {"name": row}, messages.SUCCESS)
        tell_who_moved_up(self, request, moved)
        return True

    def back_to_board(self, training_class, narrowed):
        page = reverse("admin:trainings_trainingclass_board", args=[training_class.pk])
        return HttpResponseRedirect(page + narrowed.query)

    def words_view(self, request, pk, row):
        training_class = self.class_of(request, pk)
        row = self.row_of(training_class, row)
        if not request.user.has_perm("council.view_person"):
            raise PermissionDenied
        texts = texts_of(training_class.training)
        situation = Situation(situations_of([row])[row.pk])
        words = words_for(Occasion.of(row), situation, texts)
        context = self.frame(
            request,
            training_class,
            title=_("Message to %(name)s") % {"name": row},
            row=row,
            situation=situation.label,
            words=words,
            talk=whatsapp(row.artisan.person.phone, words.whatsapp),
            reminders=reminders_for(row, texts),
        )
        return render(request, "admin/trainings/board_words.html", context)


def page_of(rows, statuses, number):
    """One page of one side."""
    return Paginator(rows.filter(status__in=statuses), EACH_SIDE).get_page(number)


def offers_of(people) -> dict:
    """The open offers of people, by the key of the registration."""
    open_ones = Offer.objects.open().filter(enrolment__in=people)
    return {each.enrolment_id: each for each in open_ones}


def talk_with(row, offer, situation, texts) -> str:
    """The address that opens WhatsApp with the text of the person's situation."""
    phone = row.artisan.person.phone
    if not phone:
        return ""
    words = words_for(Occasion.of(row, offer=offer), situation, texts)
    return whatsapp(phone, words.whatsapp)


def reminders_for(row, texts) -> list[tuple]:
    """Label and WhatsApp text of what somebody is to know beside it now."""
    move = move_now(row)
    news = [(situation_of(move), {"move": move})] if move else []
    return [
        (
            Situation(situation).label,
            words_for(Occasion.of(row, **more), situation, texts).whatsapp,
        )
        for situation, more in news + reminders_now(row)
    ]


def next_of(rows, row):
    """Who comes after somebody on the same side."""
    side = next((each for each in (ASKING, SEATED) if row.status in each), [])
    rows = rows.filter(status__in=side)
    keys = list(rows.values_list("pk", flat=True))
    place = keys.index(row.pk) + 1 if row.pk in keys else len(keys)
    return rows.get(pk=keys[place]) if place < len(keys) else None


def act_address(row, act, narrowed) -> str:
    page = reverse(
        "admin:trainings_trainingclass_board_act",
        args=[row.training_class_id, row.pk, act.name],
    )
    return page + narrowed.query
