from .businesses import Artisan, Business, ShopLink
from .flagships import FlagshipMark
from .products import Product, ProductPhoto
from .taxonomy import Craft, Material, Motif, ProductKind

__all__ = [
    "Artisan",
    "Business",
    "Craft",
    "FlagshipMark",
    "Material",
    "Motif",
    "Product",
    "ProductKind",
    "ProductPhoto",
    "ShopLink",
]
