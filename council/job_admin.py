"""How far the worker is with what staff ordered, and what came of it."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from council import audit
from council.admin_scope import ScopedAdmin
from council.jobs import KINDS, cancel
from council.models import Job

# A page that waits looks again so many seconds later, without a script.
LOOK_AGAIN = 2


@admin.register(Job)
class JobAdmin(ScopedAdmin):
    """Ordered elsewhere; here it is watched, stopped, and its result taken."""

    list_display = ["title", "state", "progress", "created_at", "owner", "unit"]
    list_filter = ["state", "created_at"]
    list_select_related = ["owner", "unit"]
    search_fields = ["title"]
    kept_back = frozenset({"file", "worker"})

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("progress"))
    def progress(self, job):
        return f"{job.done}/{job.total}" if job.total else "–"

    def get_urls(self):
        wrap = self.admin_site.admin_view
        own = [
            path("<int:pk>/stop/", wrap(self.cancel_view), name="council_job_cancel"),
            path("<int:pk>/file/", wrap(self.file_view), name="council_job_file"),
        ]
        return own + super().get_urls()

    def found(self, request, pk) -> Job:
        job = self.get_object(request, str(pk))
        if job is None or not self.has_view_permission(request, job):
            raise Http404
        return job

    def change_view(self, request, object_id, form_url="", extra_context=None):
        job = self.get_object(request, object_id)
        if job is None or request.method != "GET":
            return super().change_view(request, object_id, form_url, extra_context)
        job = self.found(request, job.pk)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": job.title,
            "job": job,
            "result": self.result_for(request.user, job),
            "may_take": self.may_take(request.user, job),
            "look_again": LOOK_AGAIN,
        }
        return TemplateResponse(request, "admin/council/job/job.html", context)

    def may_take(self, user, job) -> bool:
        """Whether somebody may have what the work made: by what it is made of."""
        return job.kind in KINDS and user.has_perm(KINDS[job.kind].permission)

    def result_for(self, user, job) -> str:
        return KINDS[job.kind].result(job) if self.may_take(user, job) else ""

    def cancel_view(self, request, pk):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        job = self.found(request, pk)
        if not (job.owner == request.user or self.may_take(request.user, job)):
            raise PermissionDenied
        if cancel(job):
            said = _("The work is stopped; what was done stays done.")
            self.message_user(request, said, messages.SUCCESS)
        return redirect(job)

    def file_view(self, request, pk):
        job = self.found(request, pk)
        if not job.file or not self.may_take(request.user, job):
            raise Http404
        try:
            content = job.file.open("rb")
        except FileNotFoundError as error:
            raise Http404 from error
        audit.record("job.file", request=request, unit=job.unit, subject=job)
        name = f"{slugify(job.title)[:80]}.zip"
        response = FileResponse(content, as_attachment=True, filename=name)
        response["Content-Type"] = "application/zip"
        response["Cache-Control"] = "private, no-store"
        return response
