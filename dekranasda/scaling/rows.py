"""
What a large portal holds: a few crafts and cities with much, and many with little.

Everything is invented, marked as example data, and found again by its address,
which begins with `skala-`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate, count
from random import Random

from django.utils.text import slugify

from artisans.models import (
    Artisan,
    Business,
    Craft,
    Material,
    Motif,
    Product,
    ProductKind,
    ProductPhoto,
)
from artisans.models.status import Status
from council.models import Person, Region, Unit
from council.sheets import Sheet, next_key
from dekranasda.demonstration.names import LAST, MEN, WOMEN
from programs.models import Activity
from trainings.models import Training, TrainingClass

PREFIX = "skala-"
MOST_CITIES, VILLAGES_EACH = 150, 40
COLOURS = (
    *("merah mengkudu", "biru indigo", "hitam", "putih gading", "hijau daun"),
    *("cokelat soga", "toska", "ungu manggis", "kunyit", "biru malam", "terakota"),
)
SIZES = ("", "200 × 60 cm", "30 × 20 cm", "tinggi 25 cm", "S, M, L, XL")
STORY = "Dibuat dengan tangan di {place}, dari bahan yang dipilih sendiri. {name}."
YEARS_OF_PRODUCTS = 3


class Skewed:
    """Drawn from a list by Zipf's law: the second half as often as the first."""

    def __init__(self, random, items, *, flat=0):
        self.items, self.random = list(items), random
        places = range(1 + flat, len(self.items) + 1 + flat)
        self.weights = list(accumulate(1 / place for place in places))

    def draw(self, number):
        return self.random.choices(self.items, cum_weights=self.weights, k=number)


@dataclass(frozen=True)
class Maker:
    """What a product must know of its maker."""

    key: int
    name: str
    place: str
    craft: Craft
    is_public: bool


class World:
    """The words, places and councils that invented rows point at."""

    def __init__(self, seed=13):
        self.random = Random(seed)  # noqa: S311 (example data)
        self.now = datetime.now(UTC)
        crafts = list(Craft.objects.order_by("pk"))
        self.random.shuffle(crafts)
        self.crafts = Skewed(self.random, crafts)
        self.kinds = Skewed(self.random, ProductKind.objects.order_by("pk"), flat=3)
        self.materials = Skewed(self.random, Material.objects.order_by("pk"), flat=3)
        self.motifs = Skewed(self.random, Motif.objects.order_by("pk"), flat=3)
        self.villages = self._villages()

    def _villages(self):
        """Villages of some cities, those of the first city most often."""
        by_city = {}
        villages = Region.objects.villages().select_related("parent__parent")
        for village in villages.order_by("code"):
            by_city.setdefault(village.pk[:5], []).append(village)
        # Cities that have a council come first, the way councils are found first.
        known = set(Unit.objects.values_list("code", flat=True))
        codes = sorted(by_city, key=lambda code: (code not in known, code[::-1]))
        cities = Skewed(self.random, codes[:MOST_CITIES], flat=2)
        return Placed(cities, by_city, self.random)

    def moment(self, *, days_back, days_ahead=0) -> str:
        """A moment as both databases read it."""
        span = (days_back + days_ahead) * 86_400
        back = days_back * 86_400 - self.random.random() * span
        return in_utc(self.now - timedelta(seconds=back))


class Placed:
    """Villages drawn by their city, and the council of each city."""

    def __init__(self, cities, by_city, random):
        self.cities, self.by_city, self.random = cities, by_city, random
        self.units = councils_of(cities.items)

    def draw(self, number):
        for code in self.cities.draw(number):
            villages = self.by_city[code]
            yield self.random.choice(villages[:VILLAGES_EACH]), self.units[code]


def councils_of(codes) -> dict[str, int]:
    """The key of each city's council; one is made where there is none."""
    known = dict(Unit.objects.filter(code__in=codes).values_list("code", "pk"))
    names = dict(Region.objects.filter(pk__in=codes).values_list("code", "name"))
    for code in codes:
        if code not in known:
            unit = Unit(region_id=code, name=f"Dekranasda {names[code]}")
            unit.slug, unit.is_example = f"{PREFIX}{slugify(names[code])}-{code}", True
            unit.slug = unit.slug.replace(".", "-")
            unit.save_without_historical_record()
            known[code] = unit.pk
    return known


def in_utc(moment) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}"


class Makers:
    """Invented artisans, each with one business."""

    BATCH = 2000

    def __init__(self, world):
        self.world, self.made = world, []
        self.people = Sheet(
            Person, "id", "unit_id", "full_name", "gender", "is_example"
        )
        self.artisans = Sheet(
            Artisan, "id", "person_id", "unit_id", "village_id", "main_craft_id",
            "is_example",
        )  # fmt: skip
        self.businesses = Sheet(
            Business, "id", "unit_id", "owner_id", "name", "slug", "village_id",
            "story", "status", "verified_at", "founded_year", "is_example",
        )  # fmt: skip
        self.crafts = Sheet(Business.crafts.through, "business_id", "craft_id")
        keys = (count(next_key(model)) for model in (Person, Artisan, Business))
        self.keys = zip(*keys, strict=True)

    def write(self, number):
        people, artisans, businesses, crafts = [], [], [], []
        world, random = self.world, self.world.random
        drawn = zip(world.crafts.draw(number), world.villages.draw(number), strict=True)
        for craft, (village, unit) in drawn:
            person, artisan, key = next(self.keys)
            is_woman = random.random() < 0.7
            first = random.choice(WOMEN if is_woman else MEN)
            full_name = f"{first} {random.choice(LAST)}"
            name = f"{craft.name} {random.choice(LAST)} {key}"
            is_public = random.random() < 0.94
            people.append(
                (
                    person,
                    unit,
                    full_name,
                    "perempuan" if is_woman else "laki-laki",
                    True,
                )
            )
            artisans.append((artisan, person, unit, village.pk, craft.pk, True))
            businesses.append((
                key, unit, artisan, name, f"{PREFIX}{slugify(name)}", village.pk,
                STORY.format(place=village.name, name=name),
                Status.VERIFIED.value if is_public else Status.SUBMITTED.value,
                world.moment(days_back=1500) if is_public else None,
                random.randrange(1980, 2026), True,
            ))  # fmt: skip
            crafts.append((key, craft.pk))
            self.made.append(Maker(key, name, village.name, craft, is_public))
        self.people.write(people)
        self.artisans.write(artisans)
        self.businesses.write(businesses)
        self.crafts.write(crafts)


class Products:
    """Invented products of the invented makers, some makers having many."""

    BATCH = 4000

    def __init__(self, world, makers, pictures):
        self.world, self.pictures = world, pictures
        self.makers = Skewed(world.random, makers, flat=200)
        self.products = Sheet(
            Product, "id", "business_id", "name", "slug", "craft_id", "kind_id",
            "description", "price", "price_unit", "size", "is_made_to_order",
            "lead_time_days", "status", "added_at", "verified_at", "is_example",
        )  # fmt: skip
        self.materials = Sheet(Product.materials.through, "product_id", "material_id")
        self.motifs = Sheet(Product.motifs.through, "product_id", "motif_id")
        self.photos = Sheet(ProductPhoto, "product_id", "image", "alt")
        self.keys = count(next_key(Product))

    def write(self, number):
        world = self.world
        random = world.random
        kinds, motifs = world.kinds.draw(number), world.motifs.draw(number)
        materials = world.materials.draw(number)
        products, made_of, patterned, photos = [], [], [], []
        for place, maker in enumerate(self.makers.draw(number)):
            key, chance = next(self.keys), random.random()
            kind, motif = kinds[place], motifs[place]
            has_motif, is_made_to_order = chance < 0.5, chance > 0.65
            name = f"{kind.name} {maker.craft.name} {random.choice(COLOURS)}"
            if has_motif:
                name = f"{kind.name} motif {motif.name} {random.choice(COLOURS)}"
            is_public = random.random() < 0.95
            shown_at = world.moment(days_back=YEARS_OF_PRODUCTS * 365)
            products.append((
                key, maker.key, name[:1].upper() + name[1:120],
                f"{PREFIX}{kind.slug}-{key}", maker.craft.pk, kind.pk,
                STORY.format(place=maker.place, name=maker.name),
                None if chance < 0.08 else price_drawn(random),
                "buah", SIZES[key % len(SIZES)], is_made_to_order,
                14 if is_made_to_order else None,
                Status.VERIFIED.value if is_public else Status.SUBMITTED.value,
                shown_at, shown_at if is_public else None, True,
            ))  # fmt: skip
            made_of.append((key, materials[place].pk))
            if has_motif:
                patterned.append((key, motif.pk))
            if self.pictures:
                picture = self.pictures[key % len(self.pictures)]
                photos.append((key, picture, f"{kind.name} (gambar buatan)"))
        self.products.write(products)
        self.materials.write(made_of)
        self.motifs.write(patterned)
        self.photos.write(photos)


def price_drawn(random) -> int:
    """From Rp40.000, mostly below Rp200.000, at times very much."""
    return int(min(random.paretovariate(1.1), 500) * 40) * 1000


class Trainings:
    """Invented trainings of the last two years and the next half, with classes."""

    BATCH = 1000

    def __init__(self, world):
        self.world = world
        self.activities = Sheet(
            Activity, "id", "unit_id", "kind", "title", "slug", "summary", "starts_on",
            "ends_on", "venue", "status", "published_at", "is_example",
        )  # fmt: skip
        self.trainings = Sheet(Training, "activity_ptr_id")
        self.classes = Sheet(
            TrainingClass, "training_id", "name", "craft_id", "quota", "taken",
            "opens_at", "closes_at",
        )  # fmt: skip
        self.keys = count(next_key(Activity))

    def write(self, number):
        world, random = self.world, self.world.random
        activities, trainings, classes = [], [], []
        drawn = zip(world.crafts.draw(number), world.villages.draw(number), strict=True)
        for craft, (village, unit) in drawn:
            key = next(self.keys)
            starts = world.now + timedelta(days=random.randrange(-730, 180))
            ends = starts + timedelta(days=random.randrange(0, 5))
            title = f"Pelatihan {craft.name} {village.name}"
            status = (
                Activity.Status.DONE if ends < world.now else Activity.Status.PLANNED
            )
            activities.append((
                key, unit, Activity.Kind.TRAINING.value, title[:200],
                f"{PREFIX}{slugify(title)[:150]}-{key}", f"Belajar {craft.name}.",
                f"{starts:%Y-%m-%d}", f"{ends:%Y-%m-%d}", f"Balai {village.name}",
                status.value, in_utc(starts - timedelta(days=60)), True,
            ))  # fmt: skip
            trainings.append((key,))
            quota = random.randrange(10, 41)
            for name in ("Pagi", "Sore")[: random.randrange(1, 3)]:
                classes.append((
                    key, name, craft.pk, quota, random.randrange(quota + 1),
                    in_utc(starts - timedelta(days=50)),
                    in_utc(starts - timedelta(days=3)),
                ))  # fmt: skip
        self.activities.write(activities)
        self.trainings.write(trainings)
        self.classes.write(classes)
