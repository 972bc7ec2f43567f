import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dekranasda.settings")

portal = get_wsgi_application()

# The settings are read by now.
from django.conf import settings  # noqa: E402
from django.urls import get_resolver  # noqa: E402

from council import kept_pieces  # noqa: E402

from .page_cache import PageCache  # noqa: E402
from .standing import STANDING  # noqa: E402

# Every view says which words of an address it reads, before the first is asked.
get_resolver().url_patterns  # noqa: B018
kept_pieces.follow(STANDING.now)
application = PageCache(
    portal, most_bytes=settings.PAGE_CACHE_MB * 1024**2, standing=STANDING
)
