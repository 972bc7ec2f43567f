"""Reads what a browser would send from a form on a page."""

from html.parser import HTMLParser


class FormData(HTMLParser):
    """The fields of every form on a page that posts, as a browser fills them."""

    def __init__(self, html):
        super().__init__()
        self.data, self.choices = {}, {}
        self.select, self.textarea, self.depth = None, None, 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.depth += attrs.get("method", "").lower() == "post"
        if not self.depth:
            return
        name = attrs.get("name")
        if tag == "input" and name:
            self._input(name, attrs)
        elif tag == "select":
            self.select = (name, "multiple" in attrs)
            self.choices.setdefault(name, [])
        elif tag == "option" and self.select:
            self._option(attrs)
        elif tag == "textarea" and name:
            self.textarea = name
            self.data.setdefault(name, "")

    def _input(self, name, attrs):
        kind = attrs.get("type", "text")
        if kind in {"submit", "button", "file", "image"}:
            return
        if kind in {"checkbox", "radio"} and "checked" not in attrs:
            return
        value = attrs.get("value") or ("on" if kind == "checkbox" else "")
        if kind == "checkbox" and name in self.data:
            # Several boxes of one name are sent one by one.
            earlier = self.data[name]
            earlier = earlier if isinstance(earlier, list) else [earlier]
            self.data[name] = [*earlier, value]
        else:
            self.data[name] = value

    def _option(self, attrs):
        name, multiple = self.select
        self.choices[name].append(attrs.get("value", ""))
        if "selected" not in attrs:
            return
        if multiple:
            self.data.setdefault(name, []).append(attrs.get("value", ""))
        else:
            self.data[name] = attrs.get("value", "")

    def handle_endtag(self, tag):
        if tag == "select" and self.select:
            name, multiple = self.select
            if name not in self.data and not multiple and self.choices[name]:
                self.data[name] = self.choices[name][0]
            self.select = None
        if tag == "textarea":
            self.textarea = None
        if tag == "form" and self.depth:
            self.depth -= 1

    def handle_data(self, data):
        if self.textarea:
            # Django writes a line break after the opening tag.
            self.data[self.textarea] += data.removeprefix("\r\n").removeprefix("\n")


def form_data(html: str) -> dict:
    """What a browser would post from the page's forms, nothing touched."""
    return FormData(html).data
