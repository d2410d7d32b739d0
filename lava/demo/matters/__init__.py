"""The matters of the demonstration (domain 7.3), invented from end to end, one module for each."""

from lava.demo.matters.centre import CENTRE
from lava.demo.matters.emergency_number import EMERGENCY_NUMBER
from lava.demo.matters.fees import FEES
from lava.demo.matters.furniture import FURNITURE
from lava.demo.matters.new_school import NEW_SCHOOL
from lava.demo.matters.preprimary import PREPRIMARY
from lava.demo.matters.shore_school import SHORE_SCHOOL
from lava.demo.matters.traffic_plan import TRAFFIC_PLAN
from lava.demo.matters.village_schools import VILLAGE_SCHOOLS
from lava.demo.matters.youth_centre import YOUTH_CENTRE

MATTERS = {
    "D1": NEW_SCHOOL,
    "D2": CENTRE,
    "D3": FEES,
    "D4": SHORE_SCHOOL,
    "D5": VILLAGE_SCHOOLS,
    "D6": EMERGENCY_NUMBER,
    "D7": TRAFFIC_PLAN,
    "D8": PREPRIMARY,
    "D9": FURNITURE,
    "D10": YOUTH_CENTRE,
}
"""In the order of their recipes; each is told by its own course."""
