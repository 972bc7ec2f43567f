"""Drawing the pictures that are still missing, on every processor there is."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass

from artisans.models import Business, Centre, Motif, Outlet, Product, ProductPhoto
from programs.models import Activity
from trainings.models import Work

from .drawings.recipes import Recipe
from .drawn import drawn
from .events import INVENTED, LOOKS, REAL
from .news import Kind
from .places import MOTIFS_DRAWN, PLACES_DRAWN
from .queues import PLANS as QUEUES
from .results import LOOKS as WORKS_DRAWN
from .results import PLANS as ENDED
from .showcase import invented, workshops
from .trainings import PLANS

WORKERS = min(os.cpu_count() or 1, 4)
# look, scene, motif, colour
SCENES = {
    "pelatihan-tenun-songket-dan-kerajinan-kulit-kerang": (
        "songket",
        "spanduk",
        "naga besaung",
        0,
    ),
    "studi-tiru-bukittinggi-2021": ("granny", "spanduk", "", 1),
    "workshop-bagi-10-ikm-pengrajin-rajutan": ("crochet", "spanduk", "", 2),
}
ALTS = {
    "spanduk": ("Gambar kain dan benang", "Drawing of cloth and threads"),
    "umbul": ("Gambar umbul-umbul kain", "Drawing of cloth banners"),
}


@dataclass(frozen=True)
class Job:
    """A missing picture, and the row and field that wait for it."""

    recipe: Recipe
    row: object
    field: str
    width: int = 600
    also: tuple = ()


def missing():
    """Yield a job for each picture that is not there."""
    waiting = Product.objects.filter(is_example=True, photos=None)
    waiting = waiting.in_bulk(field_name="slug")
    for row in invented():
        if row["slug"] in waiting:
            photo = ProductPhoto(product=waiting[row["slug"]])
            photo.alt, photo.alt_en = row["alt"], row["alt_en"]
            yield Job(row["recipe"], photo, "image", row["width"])
    yield from of_makers()
    yield from of_activities()
    yield from of_motifs()
    yield from of_places()
    yield from of_works()


def of_makers():
    for number, business, line in workshops():
        motif = line.motifs[number % len(line.motifs)][1]
        recipe = Recipe(business.slug, line.look, "bengkel", motif, number)
        words = f"Contoh karya {business.name} di tempat kerja (gambar)"
        words_en = f"Work by {business.name} at the bench (drawing)"
        yield from portrait(business, recipe, words, words_en)
    for business in Business.objects.filter(slug="kelompok-usaha-rajutan-fayari"):
        recipe = Recipe(business.slug, "granny", "bengkel", "", 2)
        words = "Contoh rajutan (gambar)", "Crochet work (drawing)"
        yield from portrait(business, recipe, *words)


def portrait(business, recipe, words, words_en):
    if not business.portrait:
        business.portrait_alt, business.portrait_alt_en = words, words_en
        yield Job(recipe, business, "portrait")


def of_activities():
    looks = {plan.title: plan.picture for plan in (*PLANS, *QUEUES, *ENDED)}
    looks |= {row[1]: in_scene(row[0]) for row in (*REAL, *INVENTED)}
    activities = Activity.objects.filter(picture="").exclude(kind=Kind.MEETING)
    for activity in activities:
        look = SCENES.get(activity.slug) or looks.get(activity.title)
        if look:
            activity.picture_alt, activity.picture_alt_en = ALTS[look[1]]
            recipe = Recipe(activity.slug, *look)
            yield Job(recipe, activity, "picture", 900)


def of_motifs():
    for motif in Motif.objects.filter(picture="", slug__in=MOTIFS_DRAWN):
        look, drawing, colour = MOTIFS_DRAWN[motif.slug]
        motif.picture_alt = f"Motif {motif.name} (gambar buatan)"
        motif.picture_alt_en = f"The motif {motif.name_en or motif.name} (drawing)"
        recipe = Recipe(f"motif {motif.slug}", look, "bidang", drawing, colour)
        yield Job(recipe, motif, "picture", 800)


def of_places():
    for model in (Centre, Outlet):
        for place in model.objects.filter(picture="", slug__in=PLACES_DRAWN):
            look, scene, drawing, colour = PLACES_DRAWN[place.slug]
            place.picture_alt = f"Kriya di {place.name} (gambar buatan)"[:150]
            place.picture_alt_en = f"Crafts at {place.name} (drawing)"[:150]
            recipe = Recipe(place.slug, look, scene, drawing, colour)
            yield Job(recipe, place, "picture", 900)


def of_works():
    """What participants made; every second one agreed to show it."""
    waiting = Work.objects.filter(
        photo="", enrolment__training_class__training__is_example=True
    ).select_related("enrolment__training_class__craft")
    for work in waiting:
        group = work.enrolment.training_class
        look, drawing = WORKS_DRAWN[group.craft.slug]
        if work.pk % 2:
            work.public_page_id = group.training_id
        recipe = Recipe(f"karya {work.pk}", look, "bidang", drawing, work.pk % 6)
        yield Job(recipe, work, "photo", 480, also=("public_page",))


def in_scene(code):
    look, motif, colour = LOOKS[code]
    return look, "umbul", motif, colour


def build(progress=lambda done, total: None):
    """Draw and keep what is missing; each picture is kept as soon as it is ready."""
    jobs = list(missing())
    for done, (number, photo) in enumerate(prepared(jobs), 1):
        keep(jobs[number], photo)
        progress(done, len(jobs))


def keep(job, photo):
    row, field = job.row, job.field
    setattr(row, field, photo)
    if row._state.adding:
        row.save()
        return
    # Nobody changed anything, so the history says nothing of it.
    save = getattr(row, "save_without_historical_record", row.save)
    words = f"{field}_alt" if hasattr(row, f"{field}_alt") else "alt"
    # What a participant made is described in one language.
    said = [each for each in (words, f"{words}_en") if hasattr(row, each)]
    save(update_fields=[field, *said, *job.also])


def prepared(jobs):
    """Yield (number, picture) in the order they are finished."""
    if WORKERS == 1 or len(jobs) < 8:
        for number, job in enumerate(jobs):
            yield number, drawn(job.recipe, job.width)
        return
    # New interpreters, not copies of this one with its database connections.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(WORKERS, mp_context=context) as pool:
        numbers = {
            pool.submit(drawn, job.recipe, job.width): number
            for number, job in enumerate(jobs)
        }
        for done in as_completed(numbers):
            yield numbers.pop(done), done.result()
