"""
Pages that are the same for every visitor without an account.

A view says so itself, with the words of the address it reads; all other words are
taken away before it sees them, so that two addresses which mean the same page
give the same page. Such a page may be kept above Django (`dekranasda.page_cache`).
"""

from functools import wraps
from urllib.parse import parse_qsl, urlencode

from django.http import QueryDict
from django.utils.cache import patch_cache_control

# Where the page cache learns that it may keep an answer.
IS_PUBLIC = "portal.is_public"

# Every word that some public page reads; a kept page is found by no other.
known_words: set[str] = set()


def public_page(*words):
    """Mark a view whose page depends on nothing but its path and these words."""
    known_words.update(words)

    def mark(view):
        @wraps(view)
        def public_view(request, *args, **kwargs):
            read_only(request, words)
            response = view(request, *args, **kwargs)
            # Whoever keeps it asks whether it still holds; it often does not.
            patch_cache_control(response, no_cache=True)
            if IS_PUBLIC in request.META:
                request.META[IS_PUBLIC] = True
            return response

        public_view.is_public_page = True
        return public_view

    return mark


def read_only(request, words) -> None:
    """Let the view see no other words of the address."""
    query = normalised(request.META.get("QUERY_STRING", ""), words)
    if query != request.META.get("QUERY_STRING", ""):
        request.META["QUERY_STRING"] = query
        request.GET = QueryDict(query)


def normalised(query: str, words) -> str:
    """The query in one fixed order, without words nobody reads."""
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if name in words]
    return urlencode(sorted(kept, key=lambda pair: pair[0]))
