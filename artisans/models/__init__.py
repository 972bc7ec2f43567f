from .businesses import Artisan, Business, ShopLink
from .collections import Collection, CollectionItem
from .competence import CompetenceCertificate
from .counts import DailyCount
from .enquiries import Enquiry
from .flagships import FlagshipMark
from .labels import LabelReport, TechniqueLabel
from .motif_claims import MotifClaim
from .motifs import Motif
from .placements import Placement
from .places import Centre, Outlet
from .products import Product, ProductPhoto
from .revisions import BusinessRevision, ProductRevision, RevisionPhoto
from .routes import CraftRoute, RouteStop
from .taxonomy import Craft, Material, ProductKind

__all__ = [
    "Artisan",
    "Business",
    "BusinessRevision",
    "Centre",
    "Collection",
    "CollectionItem",
    "CompetenceCertificate",
    "Craft",
    "CraftRoute",
    "DailyCount",
    "Enquiry",
    "FlagshipMark",
    "LabelReport",
    "Material",
    "Motif",
    "MotifClaim",
    "Outlet",
    "Placement",
    "Product",
    "ProductKind",
    "ProductPhoto",
    "ProductRevision",
    "RevisionPhoto",
    "RouteStop",
    "ShopLink",
    "TechniqueLabel",
]
