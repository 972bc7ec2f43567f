from .artisans import ArtisanAdmin
from .businesses import BusinessAdmin
from .products import ProductAdmin
from .vocabulary import CraftAdmin, MaterialAdmin, MotifAdmin, ProductKindAdmin

__all__ = [
    "ArtisanAdmin",
    "BusinessAdmin",
    "CraftAdmin",
    "MaterialAdmin",
    "MotifAdmin",
    "ProductAdmin",
    "ProductKindAdmin",
]
