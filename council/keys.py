"""Keys of rows as they stand in addresses and forms, where anything may stand."""

import re

# Nine digits are more rows than there are, and fewer than a database refuses.
KEY = re.compile(r"[0-9]{1,9}")
