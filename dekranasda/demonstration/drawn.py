"""Drawing one picture in a process of its own, which knows no database."""

from PIL import Image

from council.images import PreparedPhoto, photo_from_picture

from .drawings.recipes import Recipe


def drawn(recipe: Recipe, width: int) -> PreparedPhoto:
    """The picture in every size that pages need, `width` pixels at most."""
    picture = recipe.draw()
    size = (width, round(picture.height * width / picture.width))
    small = picture.resize(size, Image.Resampling.BILINEAR)
    return photo_from_picture(small, name="gambar.webp", quick=True)
