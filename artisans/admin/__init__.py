from .artisans import ArtisanAdmin
from .businesses import BusinessAdmin
from .enquiries import EnquiryAdmin
from .products import ProductAdmin
from .vocabulary import CraftAdmin, MaterialAdmin, MotifAdmin, ProductKindAdmin

__all__ = [
    "ArtisanAdmin",
    "BusinessAdmin",
    "CraftAdmin",
    "EnquiryAdmin",
    "MaterialAdmin",
    "MotifAdmin",
    "ProductAdmin",
    "ProductKindAdmin",
]
