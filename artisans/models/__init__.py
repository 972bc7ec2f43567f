from .businesses import Artisan, Business, ShopLink
from .products import Product, ProductPhoto
from .taxonomy import Craft, Material, Motif, ProductKind

__all__ = [
    "Artisan",
    "Business",
    "Craft",
    "Material",
    "Motif",
    "Product",
    "ProductKind",
    "ProductPhoto",
    "ShopLink",
]
