"""Invented questions to makers, looks at their pages, and ten days of taking turns."""

from datetime import timedelta
from random import Random

from django.utils import timezone

from artisans.models import Business, DailyCount, Enquiry, Product
from artisans.rotation import rotate
from council.consents import NOTICE_VERSION

from .makers import HOME
from .names import invented_phone

Channel, State, Wish = DailyCount.Channel, Enquiry.State, Enquiry.Wish
DAYS, LOOKED_DAYS, TURNS = 170, 9, 10
# who, what they want, how many, days until it is needed, language, words
QUESTIONS = (
    ("Ratna Wijaya", Wish.ONE_PIECE, None, None, "id",
     "Apakah masih ada? Saya ingin memberikannya kepada ibu saya bulan depan."),
    ("Marieke van Dijk", Wish.BULK, 40, 75, "en",
     "We run a small shop in Rotterdam. Can you make forty, and how long does it take?"),
    ("Hotel Contoh Bintaro", Wish.BULK, 300, 60, "id",
     "Kami memerlukan 300 cendera mata untuk tamu rapat. Mohon contoh dan harganya."),
    ("Dimas Prakoso", Wish.COOPERATION, None, None, "id",
     "Saya perancang busana dan ingin membuat koleksi bersama. Boleh berkunjung?"),
    ("Laila Sari", Wish.ONE_PIECE, 2, 20, "id",
     "Bisakah dibuat dalam warna hijau tua, ukuran sedikit lebih panjang?"),
    ("Emma Clarke", Wish.ONE_PIECE, None, None, "en",
     "Is this still available? I would also love to visit your workshop in July."),
)  # fmt: skip


def build():
    ask_questions()
    count_looks()
    today = timezone.localdate()
    for days_ago in range(TURNS, -1, -1):
        rotate(today - timedelta(days=days_ago))


def ask_questions():
    """Three to the artisan who signs in, one to every fifth other maker."""
    home = Product.objects.published().filter(business__name=HOME).order_by("pk")
    others = Product.objects.published().exclude(business__name=HOME)
    first = {product.business_id: product for product in others.order_by("-pk")}
    asked = [*home[:3], *list(first.values())[::5]]
    known = set(Enquiry.objects.values_list("form_number", flat=True))
    Enquiry.objects.bulk_create(
        question
        for number, product in enumerate(asked)
        if (question := invented(number, product)).form_number not in known
    )


def invented(number, product):
    name, wish, quantity, days, language, words = QUESTIONS[number % len(QUESTIONS)]
    now = timezone.now()
    # The first two wait; so does every fourth of the others.
    is_new = number < 2 or number % 4 == 0
    asked_at = now - timedelta(hours=7 + 31 * number)
    return Enquiry(
        business_id=product.business_id,
        product=product,
        name=name,
        email="" if number % 2 else f"penanya{number}@contoh.invalid",
        phone=invented_phone(700 + number) if number % 2 else "",
        wish=wish,
        quantity=quantity,
        needed_on=(now + timedelta(days=days)).date() if days else None,
        message=words,
        language=language,
        notice_version=NOTICE_VERSION,
        state=State.NEW if is_new else State.ANSWERED,
        answered_at=None if is_new else asked_at + timedelta(days=1),
        asked_at=asked_at,
        form_number=f"contoh-{number}",
        is_example=True,
    )


def count_looks():
    """A few days of looks at every page; nothing once anybody was counted."""
    if DailyCount.objects.exists():
        return
    products = Product.objects.published().values_list("business", "pk", "slug")
    makers = Business.objects.published().values_list("pk", "slug")
    pages = [*products, *((pk, None, slug) for pk, slug in makers)]
    DailyCount.objects.bulk_create(count for page in pages for count in looks_at(*page))


def looks_at(business, product, slug):
    seed = Random(f"{slug} dilihat")  # noqa: S311 (example data)
    today = timezone.localdate()
    for days_ago in seed.sample(range(DAYS), LOOKED_DAYS):
        day = today - timedelta(days=days_ago)
        place = {"business_id": business, "product_id": product, "counted_on": day}
        looks = seed.randint(2, 24)
        yield DailyCount(channel=Channel.VIEW, number=looks, **place)
        if looks > 17:
            channel = seed.choice(
                [Channel.WHATSAPP, Channel.WHATSAPP, Channel.TOKOPEDIA, Channel.SHOPEE]
            )
            yield DailyCount(channel=channel, number=looks // 9, **place)
