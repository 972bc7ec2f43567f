"""Drawing one picture in a process of its own, which knows no database."""

from council.images import PreparedPhoto, photo_from_picture

from .drawings.recipes import Recipe


def drawn(recipe: Recipe) -> PreparedPhoto:
    return photo_from_picture(recipe.draw(), name="gambar.webp", quick=True)
