from allauth.mfa.admin import Authenticator
from allauth.usersessions.admin import UserSession

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from council import audit, nik
from council.admin_guard import GuardedAutocompleteMixin, GuardedChangeListMixin
from council.admin_scope import ScopedAdmin, ScopedInline, VocabularyAdmin, slug_for
from council.job_admin import JobAdmin  # noqa: F401 (registers itself)
from council.undelivered import why_not_delivered

from .models import (
    AuditEntry,
    Consent,
    Division,
    Message,
    Organization,
    Person,
    PersonAlias,
    PressClipping,
    Region,
    RegionAlias,
    Unit,
    User,
)


class ReadOnly:
    """Records that are made by the portal itself: read, never written by hand."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class RegionAliasInline(admin.TabularInline):
    model = RegionAlias
    fields = ["name"]
    extra = 0

    def has_add_permission(self, request, obj=None):
        return request.user.is_superuser

    has_change_permission = has_add_permission
    has_delete_permission = has_add_permission

    def has_view_permission(self, request, obj=None):
        return request.user.is_staff


@admin.register(Region)
class RegionAdmin(VocabularyAdmin):
    """The country's regions: staff look them up, the root adds other spellings."""

    list_display = ["name", "code", "level", "parent", "postal_code"]
    list_filter = ["level"]
    list_select_related = ["parent__parent"]
    search_fields = ["name"]
    search_help_text = _("Name, other spelling or code.")
    fields = ["code", "name", "kind", "level", "parent", "postal_code"]
    readonly_fields = fields
    inlines = [RegionAliasInline]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_search_results(self, request, queryset, search_term):
        if not search_term.strip():
            return queryset, False
        found = Region.objects.search(search_term.replace("\0", "")[:100])
        return queryset.filter(pk__in=found.order_by().values("pk")), False


@admin.register(Unit)
class UnitAdmin(ScopedAdmin):
    list_display = ["name", "code", "level", "phone", "email"]
    list_filter = ["level"]
    search_fields = ["name"]
    search_help_text = _("Name of the council.")
    autocomplete_fields = ["region"]
    readonly_fields = ["code", "level", "slug"]
    fieldsets = [
        (
            _("Place in the tree"),
            {
                "fields": ["region", "code", "level", "name", "slug", "time_zone"],
                "description": _("The region decides what the unit sees."),
            },
        ),
        (
            _("What the public reads"),
            {
                "fields": [
                    ("about", "about_en"),
                    "address",
                    "phone",
                    "email",
                    "website",
                ],
                "description": _("The council's own page shows these."),
            },
        ),
    ]

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        # Another region would hand the unit's rows to other people.
        return fields if request.user.is_superuser else [*fields, "region", "name"]

    def has_add_permission(self, request):
        return request.user.is_superuser

    def has_delete_permission(self, request, obj=None):
        return request.user.is_superuser and super().has_delete_permission(request, obj)

    def save_model(self, request, obj, form, change):
        if not obj.slug:
            obj.slug = slug_for(Unit, obj.name)
        super().save_model(request, obj, form, change)


@admin.register(Division)
class DivisionAdmin(ScopedAdmin):
    list_display = ["name", "unit"]
    list_filter = ["unit"]
    list_select_related = ["unit"]
    search_fields = ["name"]
    autocomplete_fields = ["unit"]
    fields = ["unit", ("name", "name_en")]


class PersonAliasInline(ScopedInline):
    model = PersonAlias
    fields = ["name"]


@admin.register(Person)
class PersonAdmin(ScopedAdmin):
    list_display = ["full_name", "unit", "gender", "origin"]
    list_filter = ["gender", "unit"]
    list_select_related = ["unit", "origin"]
    search_fields = ["full_name", "aliases__name"]
    search_help_text = _("Name or another spelling of it.")
    autocomplete_fields = ["unit", "origin"]
    readonly_fields = ["masked_nik"]
    kept_back = frozenset({"nik_encrypted", "nik_digest"})
    fieldsets = [
        (
            _("Person"),
            {
                "fields": [
                    "unit",
                    "full_name",
                    ("title_before", "title_after"),
                    ("gender", "birth_on"),
                    "origin",
                ],
                "description": _("A name may be one word; titles stand apart from it."),
            },
        ),
        (
            _("Contact"),
            {
                "fields": ["phone", "email", "address"],
                "description": _("Never shown to the public without a consent."),
            },
        ),
        (
            _("Identity"),
            {
                "fields": ["masked_nik"],
                "description": _("The NIK is kept encrypted; most of it stays hidden."),
            },
        ),
    ]
    inlines = [PersonAliasInline]

    @admin.display(description=_("NIK"))
    def masked_nik(self, person):
        return nik.masked(person.nik_encrypted) or "–"


@admin.register(Organization)
class OrganizationAdmin(ScopedAdmin):
    list_display = ["name", "short_name", "kind", "unit", "region"]
    list_filter = ["kind", "unit"]
    list_select_related = ["unit", "region"]
    search_fields = ["name", "short_name"]
    autocomplete_fields = ["unit", "region"]
    fieldsets = [
        (
            _("Organisation"),
            {
                "fields": ["unit", "name", "short_name", "kind", "region"],
                "description": _("The name in full, as on its letterhead."),
            },
        ),
        (
            _("More"),
            {
                "fields": ["website", "note"],
                "description": _("The note stays inside the council."),
            },
        ),
    ]


@admin.register(PressClipping)
class PressClippingAdmin(ScopedAdmin):
    list_display = ["title", "medium", "published_on", "unit"]
    list_filter = ["published_on", "unit"]
    list_select_related = ["unit"]
    search_fields = ["title", "medium"]
    autocomplete_fields = ["unit"]
    fieldsets = [
        (
            _("Report"),
            {
                "fields": [
                    "unit",
                    "title",
                    "medium",
                    "url",
                    ("published_on", "published_time"),
                    "photo_credit",
                    ("excerpt", "excerpt_en"),
                ],
                "description": _("As printed; link it on the page of the activity."),
            },
        )
    ]


@admin.register(Consent)
class ConsentAdmin(ReadOnly, ScopedAdmin):
    list_display = ["person", "purpose", "notice_version", "given_at", "withdrawn_at"]
    list_filter = ["purpose"]
    list_select_related = ["person"]
    search_fields = ["person__full_name"]
    fields = ["person", "purpose", "notice_version", "given_at", "withdrawn_at"]


@admin.register(Message)
class MessageAdmin(ReadOnly, ScopedAdmin):
    """The outbox; its text is not shown, since it may hold a code to sign in."""

    list_display = [
        *("what", "status", "why", "to", "channel", "written_on", "unit"),
    ]
    list_filter = ["status", "channel"]
    list_select_related = ["unit"]
    search_fields = ["subject"]
    fields = [
        *("what", "first_line", "channel", "to", "person", "unit", "status", "why"),
        *("attempts", "created_at", "next_try_at", "sent_at", "cause", "last_error"),
    ]
    actions = ["try_again"]
    kept_back = frozenset({"body", "html_body", "recipients", "headers", "sender"})

    def get_fields(self, request, obj=None):
        hidden = set()
        if not request.user.has_perm("council.view_person"):
            hidden.add("person")
        if obj and not obj.subject:
            # What is named by its first line need not repeat it.
            hidden.add("first_line")
        return [name for name in self.fields if name not in hidden]

    @admin.display(description=_("message"), ordering="subject")
    def what(self, message):
        return message.about

    @admin.display(description=_("begins with"))
    def first_line(self, message):
        return message.first_line or "–"

    @admin.display(description=_("to"))
    def to(self, message):
        return message.masked_recipients or "–"

    @admin.display(description=_("why it failed"))
    def why(self, message):
        return why_not_delivered(message.last_error) or "–"

    @admin.display(description=_("written"), ordering="created_at")
    def written_on(self, message):
        return timezone.localdate(message.created_at)

    @admin.display(description=_("person"))
    def person(self, message):
        # Whoever sees a message sees the people of its unit and below.
        links = [
            (reverse("admin:council_person_change", args=[person.pk]), person)
            for person in message.people()[:5]
        ]
        return format_html_join(", ", '<a href="{}">{}</a>', links) or "–"

    def has_try_again_permission(self, request):
        return request.user.has_perm("council.change_message")

    @admin.action(description=_("Send again"), permissions=["try_again"])
    def try_again(self, request, queryset):
        failed = list(queryset.failed())
        for message in failed:
            message.try_again()
        sentence = ngettext(
            "%(number)s message will be sent again.",
            "%(number)s messages will be sent again.",
            len(failed),
        )
        self.message_user(request, sentence % {"number": len(failed)})


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnly, ScopedAdmin):
    list_display = ["recorded_at", "who", "what", "subject_type", "subject_id", "unit"]
    list_filter = ["what", "recorded_at"]
    list_select_related = ["who", "unit"]
    search_fields = ["what", "subject_id"]
    fields = [
        *("recorded_at", "who", "unit", "what", "subject_type", "subject_id"),
        *("reason", "ip"),
    ]


class ForSuperusers:
    """Accounts and roles decide who sees what, so only the root touches them."""

    def has_module_permission(self, request):
        return request.user.is_active and request.user.is_superuser

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_change_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        return self.has_module_permission(request)

    def has_delete_permission(self, request, obj=None):
        return self.has_module_permission(request)


@admin.register(User)
class AccountAdmin(
    ForSuperusers, GuardedAutocompleteMixin, GuardedChangeListMixin, UserAdmin
):
    list_display = ["username", "email", "phone", "unit", "is_staff", "is_active"]
    list_filter = ["is_staff", "is_superuser", "is_active", "groups"]
    list_select_related = ["unit"]
    actions = ["remove_second_factors"]
    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False
    search_fields = ["username", "first_name", "last_name", "email"]
    ordering = ["username"]
    autocomplete_fields = ["unit", "person"]
    filter_horizontal = ["groups"]
    readonly_fields = ["last_login", "date_joined", "phone_verified_at"]
    fieldsets = [
        (
            _("Account"),
            {
                "fields": ["username", "password", "first_name", "last_name"],
                "description": _("How the person signs in."),
            },
        ),
        (
            _("Contact"),
            {
                "fields": ["email", "phone", "phone_verified_at", "person"],
                "description": _("Both may be used to sign in."),
            },
        ),
        (
            _("Work"),
            {
                "fields": ["is_active", "is_staff", "is_superuser", "unit", "groups"],
                "description": _("The unit says which rows, the role which records."),
            },
        ),
        (_("Dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (
            _("Account"),
            {
                "fields": [
                    *("username", "usable_password", "password1", "password2"),
                    *("email", "phone", "is_staff", "unit", "groups"),
                ],
                "description": _("How the person signs in."),
            },
        )
    ]

    @admin.action(
        description=_("Remove two-step sign-in, so that it is set up anew"),
        permissions=["change"],
    )
    def remove_second_factors(self, request, queryset):
        """For somebody who lost the phone and the recovery codes."""
        for account in queryset:
            Authenticator.objects.filter(user=account).delete()
            audit.record("second_factor.remove", request=request, subject=account)
        said = ngettext(
            "%(count)s person sets up two-step sign-in at the next sign-in.",
            "%(count)s people set up two-step sign-in at the next sign-in.",
            len(queryset),
        )
        self.message_user(request, said % {"count": len(queryset)}, messages.SUCCESS)


# Roles stand in one committed file; editing them here would be undone by `migrate`.
# Second factors and sessions are looked after on the pages of whoever owns them;
# they are imported from allauth's admin, so that it has registered them by now.
for model in (Group, Authenticator, UserSession):
    admin.site.unregister(model)
