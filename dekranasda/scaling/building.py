"""Building a large portal, and taking it away again."""

import time

from django.core.files.storage import default_storage
from django.db import models, transaction
from django.db.models import ManyToOneRel

from artisans.models import Artisan, Business, Product, ProductPhoto
from council.models import Person, Unit
from council.search_kept import without_index, written_in_bulk
from council.sheets import after_writing, take_time
from dekranasda.demonstration.drawings.recipes import Recipe
from dekranasda.demonstration.drawn import drawn
from dekranasda.demonstration.lines_of_craft import LINES
from programs.models import Activity
from trainings.models import Training, TrainingClass

from .rows import PREFIX, Makers, Products, Trainings, World

PICTURES = 12
WRITTEN = (
    *(Person, Artisan, Business, Business.crafts.through, Product),
    *(Product.materials.through, Product.motifs.through, ProductPhoto),
    *(Activity, Training, TrainingClass),
)


@transaction.atomic
def build(*, businesses, products, trainings, with_pictures, progress) -> float:
    """
    Add that many of each, or, when stopped, nothing.

    Tell how many products were written a second.
    """
    take_time()
    world = World()
    makers = Makers(world)
    written(makers, businesses, progress("Perajin"))
    pictures = draw_pictures(progress("Gambar")) if with_pictures else []
    began = time.monotonic()
    written(Products(world, makers.made, pictures), products, progress("Produk"))
    took = time.monotonic() - began
    written(Trainings(world), trainings, progress("Pelatihan"))
    after_writing(*WRITTEN)
    with without_index():
        written_in_bulk(Business, Product, Training, progress_of=progress)
    return products / took


def written(part, number, progress):
    for done in range(0, number, part.BATCH):
        part.write(min(part.BATCH, number - done))
        progress(min(done + part.BATCH, number), number)


def draw_pictures(progress) -> list[str]:
    """A few pictures that all the products share; their names in the storage."""
    names = []
    for number, line in enumerate([*LINES.values()][:PICTURES], 1):
        thing = line.things[0]
        look = thing.look or line.look
        recipe = Recipe(
            f"{PREFIX}{number}", look, thing.scene, line.motifs[0][1], number
        )
        names.append(drawn(recipe, 600).store(default_storage))
        progress(number, PICTURES)
    return names


@transaction.atomic
def remove() -> int:
    """Take away every row that `build` made; tell how many products there were."""
    take_time()
    products = Product.objects.filter(slug__startswith=PREFIX)
    makers = Business.objects.filter(slug__startswith=PREFIX)
    owners = list(makers.values_list("owner", "owner__person"))
    number, pictures = products.count(), files_of(products)
    take_away(products)
    take_away(makers)
    for artisans, people in parts_of(owners):
        take_away(Artisan.objects.filter(pk__in=artisans))
        take_away(Person.objects.filter(pk__in=people))
    take_away(Activity.objects.filter(slug__startswith=PREFIX))
    take_away(Unit.objects.filter(slug__startswith=PREFIX))
    written_in_bulk(Business, Product, Training)
    transaction.on_commit(lambda: [default_storage.delete(name) for name in pictures])
    return number


def take_away(rows) -> None:
    """Delete rows and all that leans on them, without looking at each."""
    for relation in relations_to(rows.model):
        name = relation.field.name
        leaning = relation.related_model._base_manager.filter(**{f"{name}__in": rows})
        if relation.on_delete is models.SET_NULL:
            leaning.update(**{name: None})
        elif leaning.exists():
            take_away(leaning)
    rows._raw_delete(rows.db)


def relations_to(model):
    """Every foreign key that leads to a model, those of its links included."""
    fields = model._meta.get_fields(include_parents=False, include_hidden=True)
    relations = [field for field in fields if isinstance(field, ManyToOneRel)]
    return [each for each in relations if each.on_delete is not models.DO_NOTHING]


def parts_of(owners, size=5000):
    """The keys of artisans and people, some thousands at a time."""
    for start in range(0, len(owners), size):
        yield tuple(zip(*owners[start : start + size], strict=True))


def files_of(products) -> set[str]:
    """The stored files, in every size, of the pictures that products share."""
    photos = ProductPhoto.objects.filter(product__in=products).order_by()
    names = photos.values_list("image", flat=True).distinct()
    photos = [ProductPhoto(image=name) for name in names]
    return {name for photo in photos for name in photo.image.stored_names()}
