from .artisans import ArtisanAdmin
from .businesses import BusinessAdmin
from .labels import LabelReportAdmin, TechniqueLabelAdmin
from .products import ProductAdmin
from .revisions import BusinessRevisionAdmin, ProductRevisionAdmin
from .vocabulary import CraftAdmin, MaterialAdmin, MotifAdmin, ProductKindAdmin

__all__ = [
    "ArtisanAdmin",
    "BusinessAdmin",
    "BusinessRevisionAdmin",
    "CraftAdmin",
    "LabelReportAdmin",
    "MaterialAdmin",
    "MotifAdmin",
    "ProductAdmin",
    "ProductKindAdmin",
    "ProductRevisionAdmin",
    "TechniqueLabelAdmin",
]
