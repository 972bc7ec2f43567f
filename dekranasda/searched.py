"""Everything that can be found; of equals, the kind named first comes first."""

from artisans.searched import CENTRES, CRAFTS, MAKERS, MOTIFS, OUTLETS, PRODUCTS
from council.searched import COUNCILS
from events.searched import EVENTS
from trainings.searched import TRAININGS

KINDS = [CRAFTS, MOTIFS, MAKERS, PRODUCTS, CENTRES, OUTLETS]
KINDS += [COUNCILS, TRAININGS, EVENTS]
