from .businesses import Artisan, Business, ShopLink
from .flagships import FlagshipMark
from .labels import LabelReport, TechniqueLabel
from .products import Product, ProductPhoto
from .revisions import BusinessRevision, ProductRevision, RevisionPhoto
from .taxonomy import Craft, Material, Motif, ProductKind

__all__ = [
    "Artisan",
    "Business",
    "BusinessRevision",
    "Craft",
    "FlagshipMark",
    "LabelReport",
    "Material",
    "Motif",
    "Product",
    "ProductKind",
    "ProductPhoto",
    "ProductRevision",
    "RevisionPhoto",
    "ShopLink",
    "TechniqueLabel",
]
