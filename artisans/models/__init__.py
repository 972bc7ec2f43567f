from .businesses import Artisan, Business, ShopLink
from .enquiries import Enquiry
from .products import Product, ProductPhoto
from .taxonomy import Craft, Material, Motif, ProductKind

__all__ = [
    "Artisan",
    "Business",
    "Craft",
    "Enquiry",
    "Material",
    "Motif",
    "Product",
    "ProductKind",
    "ProductPhoto",
    "ShopLink",
]
