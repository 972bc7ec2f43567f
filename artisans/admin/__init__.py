from .artisans import ArtisanAdmin
from .businesses import BusinessAdmin
from .competence import CompetenceCertificateAdmin
from .curated import CollectionAdmin, CraftRouteAdmin
from .enquiries import EnquiryAdmin
from .labels import LabelReportAdmin, TechniqueLabelAdmin
from .motifs import MotifAdmin, MotifClaimAdmin
from .places import CentreAdmin, OutletAdmin
from .products import ProductAdmin
from .revisions import BusinessRevisionAdmin, ProductRevisionAdmin
from .vocabulary import CraftAdmin, MaterialAdmin, ProductKindAdmin

__all__ = [
    "ArtisanAdmin",
    "BusinessAdmin",
    "BusinessRevisionAdmin",
    "CentreAdmin",
    "CollectionAdmin",
    "CompetenceCertificateAdmin",
    "CraftAdmin",
    "CraftRouteAdmin",
    "EnquiryAdmin",
    "LabelReportAdmin",
    "MaterialAdmin",
    "MotifAdmin",
    "MotifClaimAdmin",
    "OutletAdmin",
    "ProductAdmin",
    "ProductKindAdmin",
    "ProductRevisionAdmin",
    "TechniqueLabelAdmin",
]
