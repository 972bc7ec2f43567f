"""What every page of the portal keeps, checked on each page any test opens."""

from collections import Counter
from html.parser import HTMLParser


class Page(HTMLParser):
    """The few facts of a page that the rules below ask for."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.ids, self.labelled, self.faults = Counter(), [], set(), []
        self.inputs, self.label_depth, self.script = [], 0, False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags[tag] += 1
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if "style" in attrs:
            self.faults.append(f"inline style on <{tag}>")
        self.faults += [f"{name} on <{tag}>" for name in attrs if name.startswith("on")]
        if tag == "label":
            self.label_depth += 1
            self.labelled.add(attrs.get("for"))
        if tag == "img" and "alt" not in attrs:
            self.faults.append(f"img without alt: {attrs.get('src')}")
        if tag == "form" and attrs.get("method", "").lower() not in {"get", "post"}:
            self.faults.append("form without a method")
        if tag in {"input", "select", "textarea"}:
            self._note_input(tag, attrs)
        if tag == "script":
            self.script = "src" not in attrs and "json" not in attrs.get("type", "")

    def _note_input(self, tag, attrs):
        named = self.label_depth or "aria-label" in attrs or "aria-labelledby" in attrs
        quiet = attrs.get("type") in {"hidden", "submit", "button", "image", "reset"}
        if not named and not quiet:
            self.inputs.append((tag, attrs.get("id"), attrs.get("name")))

    def handle_endtag(self, tag):
        if tag == "label":
            self.label_depth -= 1
        if tag == "script":
            self.script = False

    def handle_data(self, data):
        if self.script and data.strip():
            self.faults.append("script in the page")


def faults_of(html: str, *, is_admin=False) -> list[str]:
    """Name what is wrong with a page; the admin's own markup is asked for less."""
    page = Page(html)
    faults = list(page.faults)
    if page.tags["h1"] != 1:
        faults.append(f"{page.tags['h1']} h1")
    faults += [f"id {name} twice" for name, n in Counter(page.ids).items() if n > 1]
    if not is_admin:
        faults += [
            f"no label for {what}"
            for what in page.inputs
            if what[1] not in page.labelled
        ]
    return faults
