from .businesses import Artisan, Business, ShopLink
from .products import Product, ProductPhoto
from .revisions import BusinessRevision, ProductRevision, RevisionPhoto
from .taxonomy import Craft, Material, Motif, ProductKind

__all__ = [
    "Artisan",
    "Business",
    "BusinessRevision",
    "Craft",
    "Material",
    "Motif",
    "Product",
    "ProductKind",
    "ProductPhoto",
    "ProductRevision",
    "RevisionPhoto",
    "ShopLink",
]
