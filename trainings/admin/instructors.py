from django.contrib import admin, messages
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from council import audit
from council.admin_scope import ScopedAdmin, ScopedInline
from trainings.inviting import send_own_page
from trainings.models import Availability, Instructor, Skill
from trainings.models.instructors import POOL


class SkillInline(ScopedInline):
    model = Skill
    fields = ["craft", "level", "evidence"]
    autocomplete_fields = ["craft"]

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else 1


class AvailabilityInline(ScopedInline):
    model = Availability
    fields = ["kind", "starts_on", "ends_on", "note"]


class PoolFilter(admin.SimpleListFilter):
    title = _("found by every council")
    parameter_name = "pool"

    def lookups(self, request, model_admin):
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(self, request, queryset):
        if self.value() in {"yes", "no"}:
            return queryset.filter(is_found=self.value() == "yes")
        return queryset


@admin.register(Instructor)
class InstructorAdmin(ScopedAdmin):
    """The instructors a unit keeps; the pick list of a class shows others too."""

    kept_back = frozenset({"code"})
    list_display = ["person", "crafts", "home", "institution", "found", "unit"]
    list_filter = [PoolFilter, "skills__craft__family", "skills__level"]
    search_fields = [
        *("person__full_name", "person__aliases__name"),
        *("skills__craft__name", "person__origin__name", "institution"),
    ]
    search_help_text = _("Name, craft, home region or institution.")
    ordering = ["person__full_name", "pk"]
    autocomplete_fields = ["person"]
    readonly_fields = ["home", "contact", "found", "is_example"]
    actions = ["put_in_pool", "take_out_of_pool", "send_page", "renew_page"]
    inlines = [SkillInline, AvailabilityInline]
    fieldsets = [
        (
            _("Instructor"),
            {
                "fields": ["person", "home", "contact", "institution", "languages"],
                "description": _("One record for each person, whoever asks them."),
            },
        ),
        (
            _("Teaching"),
            {
                "fields": ["fee", "certificates", "note"],
                "description": _("Councils that find them read all but the note."),
            },
        ),
        (
            _("Who finds them"),
            {
                "fields": [
                    "found",
                    ("public_line", "public_line_en"),
                    "is_example",
                ],
                "description": _(
                    "Other councils and the public see them only with their consent; "
                    "the list's actions note it."
                ),
            },
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_pool().with_skills()

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        # Another person would inherit the skills, the days and the link.
        return [*fields, "person"] if obj else fields

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("crafts"))
    def crafts(self, instructor):
        return format_html_join(
            ", ", "{}", ((skill.craft,) for skill in instructor.skills.all())
        )

    @admin.display(description=_("home region"), ordering="person__origin__name")
    def home(self, instructor):
        return (instructor.pk and instructor.person.origin) or "–"

    @admin.display(description=_("phone and e-mail"))
    def contact(self, instructor):
        if instructor.pk is None:
            return "–"
        person = instructor.person
        phone = person.phone.as_international if person.phone else ""
        return ", ".join(filter(None, [phone, person.email])) or "–"

    @admin.display(description=_("found by every council"), boolean=True)
    def found(self, instructor):
        return bool(instructor.pk and instructor.is_found)

    @admin.display(description=_("unit"), ordering="person__unit__code")
    def unit(self, instructor):
        return instructor.person.unit

    @admin.action(
        description=_("They agreed: let every council find them"),
        permissions=["change"],
    )
    def put_in_pool(self, request, queryset):
        self._settle(request, queryset, is_yes=True)

    @admin.action(
        description=_("Show them to this council alone"), permissions=["change"]
    )
    def take_out_of_pool(self, request, queryset):
        self._settle(request, queryset, is_yes=False)

    def _settle(self, request, queryset, *, is_yes):
        rows = list(queryset)
        for instructor in rows:
            instructor.agree(POOL, is_yes)
            what = "instructor.pool" if is_yes else "instructor.unpool"
            unit = instructor.person.unit
            audit.record(what, request=request, unit=unit, subject=instructor)
        said = ngettext(
            "Kept for %(count)s instructor.",
            "Kept for %(count)s instructors.",
            len(rows),
        )
        self.message_user(request, said % {"count": len(rows)}, messages.SUCCESS)

    @admin.action(
        description=_("Send them the link to their own page"), permissions=["change"]
    )
    def send_page(self, request, queryset):
        for instructor in queryset:
            if send_own_page(instructor, by=request.user):
                said, level = _("%(name)s: the link is on its way."), messages.SUCCESS
            else:
                said, level = (
                    _("%(name)s has neither e-mail nor phone."),
                    messages.ERROR,
                )
            self.message_user(request, said % {"name": instructor}, level)

    @admin.action(
        description=_("Replace the link to their own page, and send it"),
        permissions=["change"],
    )
    def renew_page(self, request, queryset):
        for instructor in queryset:
            instructor.renew_link()
        self.send_page(request, queryset)
