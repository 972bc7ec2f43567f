"""The papers of a training on one page: what each is for, and what is missing."""

from django.contrib import admin, messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from council import audit
from council.error_pages import busy
from council.exports import EXCEL
from council.pdf import PrintingFailed
from council.served_files import NO_POWER
from trainings.papers.completeness import (
    PARTS,
    file_address,
    meter_of,
    percent,
    with_completeness,
)
from trainings.papers.printing import (
    BY_SLUG,
    PAPERS,
    Facts,
    NothingToPrint,
    as_excel,
    as_pdf,
    file_name,
)

MAY_READ = "trainings.view_dossier"
PDF = "application/pdf"


class PaperPages:
    """The way from the admin of trainings to their papers."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        name = "trainings_training_paper"
        own = [
            path("<int:pk>/dokumen/", wrap(self.papers_view), name=f"{name}s"),
            path(
                "<int:pk>/dokumen/<slug:slug>.pdf",
                wrap(self.pdf_view),
                name=f"{name}_pdf",
            ),
            path(
                "<int:pk>/dokumen/<slug:slug>.xlsx",
                wrap(self.excel_view),
                name=f"{name}_excel",
            ),
        ]
        return own + super().get_urls()

    def get_list_display(self, request):
        shown = super().get_list_display(request)
        return [*shown, "completeness"] if request.user.has_perm(MAY_READ) else shown

    def get_queryset(self, request):
        return with_completeness(super().get_queryset(request))

    @admin.display(description=_("file complete"), ordering="parts_there")
    def completeness(self, training):
        return format_html(
            '<a class="filled" href="{}"><meter min="0" max="{}" value="{}" '
            'aria-hidden="true"></meter> {}&nbsp;%</a>',
            papers_of(training),
            len(PARTS),
            training.parts_there,
            percent(training.parts_there),
        )

    def change_view(self, request, object_id, form_url="", extra_context=None):
        context = extra_context or {}
        training = self.get_object(request, object_id)
        if training and request.user.has_perm(MAY_READ):
            context = {"meter": meter_of(training), **context}
        return super().change_view(request, object_id, form_url, context)

    def papers_view(self, request, pk):
        training = self.training_for(request, pk)
        facts = facts_for(request, training)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Papers"),
            "training": training,
            "meter": meter_of(training),
            "papers": [shown(paper, facts) for paper in PAPERS],
            "above_ceiling": above_ceiling(facts.dossier),
            "unshared": [x for x in facts.pay_lists if x.note],
            "dossier": facts.dossier,
            "file_address": file_address(training),
            "may_write": request.user.has_perm("trainings.change_dossier"),
        }
        return render(request, "admin/trainings/papers.html", context)

    def pdf_view(self, request, pk, slug):
        return self.handed_out(request, pk, slug, as_pdf, PDF, "pdf")

    def excel_view(self, request, pk, slug):
        if slug in BY_SLUG and BY_SLUG[slug].tables is None:
            raise Http404

        def written(paper, facts):
            return as_excel(paper, facts, by=str(request.user))

        return self.handed_out(request, pk, slug, written, EXCEL, "xlsx")

    def handed_out(self, request, pk, slug, made, kind, extension):
        training = self.training_for(request, pk)
        if slug not in BY_SLUG:
            raise Http404
        paper = BY_SLUG[slug]
        try:
            content = made(paper, facts_for(request, training))
        except NothingToPrint as reason:
            self.message_user(request, str(reason), messages.WARNING)
            return redirect(papers_of(training))
        except PrintingFailed:
            return busy(request, reason="busy", seconds=30)
        note_taken(request, training, paper, extension)
        return file_response(content, kind, file_name(paper, training, extension))

    def training_for(self, request, pk):
        training = self.get_object(request, str(pk))
        if training is None or not request.user.has_perm(MAY_READ):
            raise Http404
        return training


def papers_of(training) -> str:
    return reverse("admin:trainings_training_papers", args=[training.pk])


def facts_for(request, training) -> Facts:
    return Facts(training, may_call=request.user.has_perm("council.view_person"))


def shown(paper, facts) -> dict:
    """A paper as the page offers it: its files, or why there are none yet."""
    arguments = [facts.training.pk, paper.slug]
    name = "admin:trainings_training_paper"
    has_excel = paper.tables is not None
    return {
        "paper": paper,
        "reason": paper.why_not(facts),
        "pdf": reverse(f"{name}_pdf", args=arguments),
        "excel": reverse(f"{name}_excel", args=arguments) if has_excel else "",
    }


def above_ceiling(dossier) -> list[tuple]:
    """Rates that a ceiling written later forbids, each with the sentence why."""
    rates = dossier.rates.all() if dossier else []
    known = [(rate, rate.ceiling) for rate in rates]
    return [
        (rate, rate.too_much(ceiling))
        for rate, ceiling in known
        if ceiling and rate.amount > ceiling.most
    ]


def note_taken(request, training, paper, extension) -> None:
    """Note who took a paper that holds names."""
    if paper.has_names:
        audit.record(
            "paper.read",
            request=request,
            unit=training.unit,
            subject=training,
            reason=f"{paper.slug}.{extension}",
        )


def file_response(content, kind, name) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = NO_POWER
    response["Cache-Control"] = "private, no-store"
    return response
