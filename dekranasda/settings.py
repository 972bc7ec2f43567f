"""
Settings of the portal, all from the environment.

Every variable is read here and nowhere else; `docs/operations.md` lists them.
Without any variable the portal runs as one office on one machine (SQLite,
local files). With DEBUG off it refuses to start without its secrets and hosts.
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from .environment import Environment

BASE_DIR = Path(__file__).resolve().parent.parent

env = Environment(os.environ)

# Security

DEBUG = env.boolean("DEBUG", default=True)

SECRET_KEY = env.text(
    "SECRET_KEY", default="only-for-trying-out-" + "x" * 40, required=not DEBUG
)
ALLOWED_HOSTS = env.hosts(
    "ALLOWED_HOSTS",
    default=["127.0.0.1", "localhost", "[::1]"],
    required=not DEBUG,
)
PUBLIC_BASE_URL = env.web_address(
    "PUBLIC_BASE_URL", default="http://127.0.0.1:8000", required=not DEBUG
)
NIK_KEYS = env.fernet_keys("NIK_KEY", required=not DEBUG)
BEHIND_PROXY = env.boolean("BEHIND_PROXY", default=False)

IS_HTTPS = PUBLIC_BASE_URL.startswith("https://")
if not DEBUG:
    env.refuse_when_incomplete()
if not DEBUG and not IS_HTTPS:
    raise ImproperlyConfigured(
        "PUBLIC_BASE_URL harus berawalan https:// bila DEBUG dimatikan."
    )

SECURE_SSL_REDIRECT = IS_HTTPS
# The balancer asks for these without TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if IS_HTTPS else "sessionid"
SESSION_ENGINE = "council.sessions"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = SESSION_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [PUBLIC_BASE_URL]
CSRF_FAILURE_VIEW = "council.error_pages.csrf_failure"

_policy = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": _policy}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 10
FILE_UPLOAD_PERMISSIONS = 0o644

PASSWORD_HASHERS = [
    "council.passwords.PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation."
        "UserAttributeSimilarityValidator"
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 8},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Application

INSTALLED_APPS = [
    "dekranasda.apps.DekranasdaConfig",
    "dekranasda.apps.PortalAdminConfig",
    "events",
    "trainings",
    "programs",
    "artisans",
    "council",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_filters",
    "phonenumber_field",
    "simple_history",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    # The first four only add headers, so that a refusal has them too.
    "council.guard.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "council.guard.GZipText",
    "council.guard.InputGuard",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "council.guard.DatabaseErrors",
    "council.guard.DesignedNotFound",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "council.accounts.StaffSecondFactor",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "dekranasda.urls"
WSGI_APPLICATION = "dekranasda.wsgi.application"

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "council.context_processors.portal",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "council.templatetags.portal",
                "council.templatetags.told",
            ],
        },
    }
]

# Accounts

AUTH_USER_MODEL = "council.User"
AUTHENTICATION_BACKENDS = [
    "council.sign_in.NameBackend",
    "council.sign_in.AddressBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "after_login"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "council.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email", "phone"}
# allauth wants the e-mail required; our form asks for a phone number or an e-mail.
ACCOUNT_SIGNUP_FIELDS = ["phone", "email*", "password1*"]
ACCOUNT_FORMS = {
    "signup": "council.forms.SignupForm",
    "login": "council.forms.LoginForm",
    "reset_password": "council.forms.ResetPasswordForm",
}
ACCOUNT_USER_DISPLAY = "council.accounts.display_name"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
# Without SUPPORTS_CHANGE: only real sign-ups could offer it, which tells them apart.
ACCOUNT_PHONE_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Such as 1234-5678: a phone's digits, too many to try within the limits below.
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 8}
# A sign-up day at a kelurahan has forty phones behind one address.
ACCOUNT_RATE_LIMITS = {
    "signup": "60/m/ip",
    "reset_password": "20/m/ip,5/m/key,15/h/key",
    "verify_phone": "3/m/key,10/h/key,60/m/ip",
    "confirm_email": "3/m/key,10/h/key",
    "change_phone": "5/m/user",
    # Printing a catalogue costs a second; an office shares one address.
    "gift_catalogue": "10/m/ip,60/h/ip",
    # One such form is a letter to up to twenty makers.
    "gift_question": "5/h/ip",
    # Every form that anybody may send; a village often shares one address.
    "public_form": "20/h/ip",
    # Nobody guesses a code; an office checks a whole class in one go.
    "check_certificate": "60/m/ip,600/h/ip",
}
ACCOUNT_DEFAULT_HTTP_PROTOCOL = PUBLIC_BASE_URL.split(":", 1)[0]
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Dekranasda] "
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
MFA_ADAPTER = "council.second_factors.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
MFA_TOTP_ISSUER = "Portal Dekranasda"
# Staff accounts are made by staff; their e-mail need not be confirmed first.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# Else every page anybody opens would write to the database.
USERSESSIONS_TRACK_ACTIVITY = False
STAFF_NEEDS_SECOND_FACTOR = not DEBUG
PHONENUMBER_DEFAULT_REGION = "ID"
PHONENUMBER_DEFAULT_FORMAT = "NATIONAL"

# Database

DATABASES = {"default": env.database("DATABASE_URL", BASE_DIR / "db.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Sessions, rate limits and kept figures must be shared by all web processes.
CACHES = {
    "default": env.cache(
        "CACHE_URL", default="database://" if not DEBUG else "local://"
    )
}

# Public pages as each web process keeps them; 0 draws every page anew.
PAGE_CACHE_MB = env.whole_number("PAGE_CACHE_MB", default=16)

# Language and time

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True
FORMAT_MODULE_PATH = ["dekranasda.formats"]

# Files

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.path("STATIC_ROOT", default=BASE_DIR / "staticfiles"))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
_files = env.storage("STORAGE_URL", default=BASE_DIR / "files")
MEDIA_ROOT = _files["root"] / "public"
PRIVATE_MEDIA_ROOT = _files["root"] / "private"
STORAGES = {
    "default": {"BACKEND": "council.stored_files.WholeFileStorage"},
    "private": {"BACKEND": "council.stored_files.PrivateFileStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = False

# Messages: rows of the outbox first, delivered by its worker

EMAIL_BACKEND = "council.outbox.OutboxEmailBackend"
_email = env.email("EMAIL_URL", default="console://")
OUTBOX_DELIVERY_BACKEND = _email["backend"]
EMAIL_HOST = _email.get("host", "localhost")
EMAIL_PORT = _email.get("port", 25)
EMAIL_HOST_USER = _email.get("user", "")
EMAIL_HOST_PASSWORD = _email.get("password", "")
EMAIL_USE_TLS = _email.get("use_tls", False)
EMAIL_USE_SSL = _email.get("use_ssl", False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = _email.get("sender", "portal@dekranasda.invalid")
PHONE_GATEWAY_URL = env.phone_gateway("PHONE_GATEWAY_URL", default="console://")

# Logging

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "council.logs.LineFormatter"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django.server": {"level": "WARNING"},
    },
}

SILENCED_SYSTEM_CHECKS = []
# An old version is read; going back to it would pass by the models' own verbs.
SIMPLE_HISTORY_REVERT_DISABLED = True
PORTAL_NAME = _("Portal Dekranasda")
