"""What is asked of the portal, and how fast the answer must be beside the floor."""

from dataclasses import dataclass, field
from http.client import HTTPConnection
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from artisans.models import Product
from council.models import User
from programs.models import Activity
from trainings.models import TrainingClass

# The page cache passes such a question on; Django takes no notice of it.
PAST_THE_CACHE = {"Authorization": "Bench"}


@dataclass(frozen=True)
class Asked:
    """A page, who asks for it, and the least it must reach: requests over floor."""

    title: str
    path: str
    bar: float
    headers: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Examples:
    """The addresses of the measured pages, found in the data at hand."""

    product: str
    maker: str
    training: str
    event: str
    deep: str

    @classmethod
    def found(cls):
        # In the middle of the list, where nothing was measured before.
        products = Product.objects.published().order_by("pk")
        product = products[products.count() // 2]
        open_classes = TrainingClass.objects.published().order_by("-closes_at", "-pk")
        events = Activity.objects.published().beside_trainings().order_by("-pk")
        return cls(
            product=product.get_absolute_url(),
            maker=product.business.get_absolute_url(),
            training=open_classes.first().training.get_absolute_url(),
            event=events.first().get_absolute_url(),
            deep=deep_page(products),
        )


def deep_page(products) -> str:
    """In the middle of the list, by the address that the page before it gives."""
    middle = products.count() // 2
    place = products.in_list_order()[middle]
    return f"/produk/?page={middle // 24}&setelah={place.slug}"


def public_pages(it: Examples) -> dict[str, str]:
    return {
        "product list": "/produk/",
        "product": it.product,
        "maker": it.maker,
        "training": it.training,
        "event": it.event,
        "calendar": "/kalender/",
        "home": "/",
    }


def everything(it: Examples, portal) -> list[Asked]:
    """Each page as visitors meet it, as the first of them does, and signed in."""
    artisan, staff = cookies_of("perajin"), cookies_of("admin")
    same = {"If-None-Match": portal.tag}
    kept = [
        Asked(f"{title}, kept", path, 1.2) for title, path in public_pages(it).items()
    ]
    return [
        *kept,
        Asked("product list, not changed", "/produk/", 1.2, same),
        *(
            Asked(f"{title}, first time", path, bar, PAST_THE_CACHE)
            for title, (path, bar) in drawn_pages(it).items()
        ),
        *(
            Asked(f"{title}, signed in", path, bar and 0.08, artisan)
            for title, (path, bar) in drawn_pages(it).items()
        ),
        *(Asked(title, f"/admin/{path}", bar, staff) for title, path, bar in ADMIN),
    ]


ADMIN = [
    ("staff home", "", 0.02),
    ("admin, products", "artisans/product/", 0.015),
    ("admin, products searched", "artisans/product/?q=songket", 0.015),
    ("admin, businesses", "artisans/business/", 0.015),
    ("admin, businesses searched", "artisans/business/?q=songket", 0.015),
    ("admin, artisans", "artisans/artisan/", 0.015),
    ("admin, people searched", "council/person/?q=ratna", 0.015),
]


def drawn_pages(it: Examples) -> dict[str, tuple[str, float]]:
    """Pages drawn for one visitor; those without a bar show how cost grows."""
    lists = {
        "product list": "/produk/",
        "filtered list": "/produk/?keluarga=tenun&urut=termurah",
        "deep page": it.deep,
        "search": "/produk/?q=songket+merah",
        "misspelt search": "/produk/?q=songkt+mera",
    }
    others = {
        **public_pages(it),
        "twice filtered list": "/produk/?keluarga=tenun&harga=100-250",
        "makers": "/perajin/",
        "trainings": "/pelatihan/",
    }
    with_bar = {title: (path, 0.10) for title, path in lists.items()}
    return with_bar | {
        title: (path, 0) for title, path in others.items() if title not in with_bar
    }


def cookies_of(username) -> dict:
    """The session of a demonstration account, past the sign-in page."""
    user = User.objects.get(username=username)
    # Accounts of the demonstration do not open a portal as in production.
    user.is_example = False
    user.save(update_fields=["is_example"])
    prove(user)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session.session_key}"}


def prove(user) -> None:
    """Give staff a second factor, without which they reach no page."""
    from allauth.mfa.models import Authenticator

    if user.is_staff:
        kind = Authenticator.Type.TOTP
        Authenticator.objects.get_or_create(user=user, type=kind, data={})


class Portal:
    """The portal that is measured, as one careful visitor sees it."""

    def __init__(self, port, host):
        self.port, self.host = port, host

    @property
    def tag(self) -> str:
        return self.asked("/produk/").headers["ETag"]

    def asked(self, path):
        visitor = HTTPConnection("127.0.0.1", self.port, timeout=120)
        visitor.putrequest("GET", path, skip_host=True)
        for header in (("Host", self.host), ("X-Forwarded-Proto", "https")):
            visitor.putheader(*header)
        visitor.endheaders()
        response = visitor.getresponse()
        response.read()
        visitor.close()
        return response
