"""Drawing the pictures that are still missing, on every processor there is."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor, as_completed

from artisans.models import Business, Product, ProductPhoto
from programs.models import Activity

from .drawings.recipes import Recipe
from .drawn import drawn
from .events import INVENTED, LOOKS, REAL
from .lines_of_craft import LINES
from .news import Kind
from .showcase import invented, workshops
from .trainings import PLANS

WORKERS = min(os.cpu_count() or 1, 4)
SCENE_LOOKS = {
    "pelatihan-tenun-songket-dan-kerajinan-kulit-kerang": (
        "songket",
        "naga besaung",
        0,
    ),
    "studi-tiru-bukittinggi-2021": ("granny", "", 1),
    "workshop-bagi-10-ikm-pengrajin-rajutan": ("crochet", "", 2),
}


def missing():
    """Yield each missing picture: its recipe, and the row that waits for it."""
    waiting = Product.objects.filter(is_example=True, photos=None)
    waiting = waiting.in_bulk(field_name="slug")
    for row in invented():
        if row["slug"] in waiting:
            photo = ProductPhoto(product=waiting[row["slug"]], alt=row["alt"])
            yield row["recipe"], photo, "image"
    yield from of_makers()
    yield from of_activities()


def of_makers():
    for number, business in enumerate(workshops()):
        if business.portrait:
            continue
        line = LINES[business.owner.main_craft.slug]
        motif = line.motifs[number % len(line.motifs)][1]
        business.portrait_alt = f"Contoh karya {business.name} di tempat kerja (gambar)"
        yield (
            Recipe(business.slug, line.look, "bengkel", motif, number),
            business,
            "portrait",
        )
    fayari = Business.objects.filter(slug="kelompok-usaha-rajutan-fayari", portrait="")
    for business in fayari:
        business.portrait_alt = "Contoh rajutan (gambar)"
        yield Recipe(business.slug, "granny", "bengkel", "", 2), business, "portrait"


def of_activities():
    looks = {plan.title: plan.picture for plan in PLANS}
    looks |= {row[1]: in_scene(row[0]) for row in (*REAL, *INVENTED)}
    activities = Activity.objects.filter(picture="").exclude(kind=Kind.MEETING)
    for activity in activities:
        if activity.slug in SCENE_LOOKS:
            look, motif, colour = SCENE_LOOKS[activity.slug]
            look = (look, "spanduk", motif, colour)
        elif activity.title in looks:
            look = looks[activity.title]
        else:
            continue
        activity.picture_alt = (
            "Gambar kain dan benang"
            if look[1] == "spanduk"
            else "Gambar umbul-umbul kain"
        )
        look, scene, motif, colour = look
        yield Recipe(activity.slug, look, scene, motif, colour), activity, "picture"


def in_scene(code):
    look, motif, colour = LOOKS[code]
    return look, "umbul", motif, colour


def build(progress=lambda done, total: None):
    """Draw and keep what is missing; each picture is kept as soon as it is ready."""
    waiting = list(missing())
    for done, (recipe_number, photo) in enumerate(
        prepared([row[0] for row in waiting]), 1
    ):
        _recipe, row, field = waiting[recipe_number]
        keep(row, field, photo)
        progress(done, len(waiting))


def keep(row, field, photo):
    setattr(row, field, photo)
    if row._state.adding:
        row.save()
    else:
        row.save_without_historical_record(update_fields=[field, f"{field}_alt"])


def prepared(recipes):
    """Yield (number, picture) in the order they are finished."""
    if WORKERS == 1 or len(recipes) < 8:
        for number, recipe in enumerate(recipes):
            yield number, drawn(recipe)
        return
    # A new interpreter, not a copy of this one with its database connections.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(WORKERS, mp_context=context) as pool:
        jobs = {pool.submit(drawn, recipe): n for n, recipe in enumerate(recipes)}
        for job in as_completed(jobs):
            yield jobs[job], job.result()
