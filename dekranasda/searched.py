"""Everything that can be found; of equals, the kind named first comes first."""

from artisans.searched import CRAFTS, MAKERS, MOTIFS, PRODUCTS
from council.searched import COUNCILS
from events.searched import EVENTS
from trainings.searched import TRAININGS

KINDS = [CRAFTS, MOTIFS, MAKERS, PRODUCTS, COUNCILS, TRAININGS, EVENTS]
