"""What an official has chosen, kept in the address: `pilih-<product>=<number>`."""

from django.http import QueryDict
from django.urls import reverse

from .wishes import WishForm

PREFIX = "pilih-"
MOST_CHOSEN = 20
LONGEST_VALUE = 100


class Selection:
    """The chosen products with their numbers as typed, and the rest of the address."""

    def __init__(self, address: QueryDict):
        given = {name: value[:LONGEST_VALUE] for name, value in address.items()}
        chosen = [
            (name.removeprefix(PREFIX), value.strip())
            for name, value in given.items()
            if name.startswith(PREFIX) and value.strip() not in {"", "0"}
        ]
        self.numbers = dict(chosen[:MOST_CHOSEN])
        self.too_many = max(len(chosen) - MOST_CHOSEN, 0)
        names = [*WishForm.base_fields, "page"]
        self.question = {name: given[name] for name in names if given.get(name)}

    @property
    def is_asked(self) -> bool:
        """Whether the address holds a question, not only chosen products."""
        return "jumlah" in self.question or "tanggal" in self.question

    @property
    def kept(self) -> list[tuple[str, str]]:
        """The chosen products as parts of an address or hidden fields of a form."""
        return [(f"{PREFIX}{slug}", value) for slug, value in self.numbers.items()]

    @property
    def asked(self) -> list[tuple[str, str]]:
        """The question as hidden fields of a form."""
        return list(self.question.items())

    @property
    def search_url(self) -> str:
        return self.url("search")

    @property
    def catalogue_url(self) -> str:
        return self.url("catalogue")

    @property
    def pdf_url(self) -> str:
        return self.url("pdf")

    @property
    def ask_url(self) -> str:
        return self.url("ask")

    def url(self, page: str, changes: dict[str, int] | None = None) -> str:
        """The address of a page with other numbers of some products; 0 is none."""
        chosen = {**self.numbers, **{k: str(n) for k, n in (changes or {}).items()}}
        chosen = {f"{PREFIX}{slug}": n for slug, n in chosen.items() if n != "0"}
        return reverse(f"gifts:{page}", query={**self.question, **chosen} or None)

    def url_without(self, name: str) -> str:
        """The address of the search without one answer, from its first page."""
        kept = {k: v for k, v in self.question.items() if k not in {name, "page"}}
        return reverse("gifts:search", query=kept | dict(self.kept))
