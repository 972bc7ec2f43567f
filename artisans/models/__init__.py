from .businesses import Artisan, Business, ShopLink
from .counts import DailyCount
from .enquiries import Enquiry
from .flagships import FlagshipMark
from .labels import LabelReport, TechniqueLabel
from .products import Product, ProductPhoto
from .taxonomy import Craft, Material, Motif, ProductKind

__all__ = [
    "Artisan",
    "Business",
    "Craft",
    "DailyCount",
    "Enquiry",
    "FlagshipMark",
    "LabelReport",
    "Material",
    "Motif",
    "Product",
    "ProductKind",
    "ProductPhoto",
    "ShopLink",
    "TechniqueLabel",
]
