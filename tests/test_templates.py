"""The face keeps its own rules: no inline code, seen colours, small files."""

import gzip
import re
from urllib.parse import unquote

import pytest

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from artisans.models import Craft

pytestmark = pytest.mark.once

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
STYLES = sorted((settings.BASE_DIR / "static/css").glob("*.css"))
SCRIPTS = sorted((settings.BASE_DIR / "static/js").glob("*.js"))
STRIPS = sorted((settings.BASE_DIR / "static/img/strips").glob("*.svg"))
MARK = settings.BASE_DIR / "static/img/mark.svg"
EVERYWHERE = {"tokens.css", "base.css", "components.css"}
DATA = re.compile(r'type="application/(ld\+)?json"')
PAIRS = [
    ("text", "page", 4.5),
    ("text", "sunk", 4.5),
    ("text", "raised", 4.5),
    ("text-soft", "page", 4.5),
    ("text-soft", "sunk", 4.5),
    ("text-soft", "raised", 4.5),
    ("action", "page", 4.5),
    ("action", "sunk", 4.5),
    ("action", "action-pale", 4.5),
    ("action-hover", "action-pale", 4.5),
    ("on-action", "action", 4.5),
    ("on-action", "action-hover", 4.5),
    ("on-action", "accent", 4.5),
    ("on-action", "danger", 4.5),
    ("on-action", "success", 4.5),
    ("accent", "page", 4.5),
    ("accent", "sunk", 4.5),
    ("danger", "page", 4.5),
    ("danger", "danger-pale", 4.5),
    ("warning", "warning-pale", 4.5),
    ("success", "success-pale", 4.5),
    ("on-night", "night", 4.5),
    ("on-night-soft", "night", 4.5),
    ("gold", "night", 4.5),
    ("control-line", "page", 3),
    ("control-line", "raised", 3),
    ("control-line", "sunk", 3),
    ("focus", "page", 3),
    ("focus", "sunk", 3),
    ("focus", "danger-pale", 3),
]


def name_of(path):
    return str(path.relative_to(settings.BASE_DIR))


def tokens():
    css = (settings.BASE_DIR / "static/css/tokens.css").read_text()
    css = css.partition("@media (forced-colors")[0]
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", css))


def colour(name):
    value = tokens()[f"color-{name}"]
    while match := re.fullmatch(r"var\(--([\w-]+)\)", value):
        value = tokens()[match[1]]
    return [int(value[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def luminance(parts):
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def weight(paths):
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_holds_no_inline_style_or_script(path):
    html = re.sub(r"{#.*?#}", "", path.read_text())

    assert not re.search(r"\sstyle\s*=", html)
    assert not re.search(r"<style\b", html)
    assert not re.search(r"\son[a-z]+\s*=", html)
    for script in re.findall(r"<script\b[^>]*>", html):
        assert "src=" in script or DATA.search(script), script


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_long_translations_are_trimmed(path):
    openings = re.findall(r"{%\s*blocktrans(?:late)?\b[^%]*%}", path.read_text())

    assert [each for each in openings if "trimmed" not in each] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_extending_comes_first(path):
    html = path.read_text()

    assert "{% extends" not in html or html.startswith("{% extends")


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_no_html_comment_reaches_the_visitor(path):
    assert "<!--" not in path.read_text()


@pytest.mark.parametrize("path", STYLES, ids=name_of)
def test_colours_live_in_the_tokens(path):
    if path.name == "tokens.css":
        return
    rules = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", path.read_text(), flags=re.S)

    assert (
        re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklch)a?\(", rules) == []
    )


@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_colours_are_told_apart(front, back, least):
    light, dark = sorted((luminance(colour(front)), luminance(colour(back))))[::-1]

    assert (light + 0.05) / (dark + 0.05) >= least


def test_a_page_carries_at_most_fifteen_kilobytes_of_style():
    common = [path for path in STYLES if path.name in EVERYWHERE]
    # The admin has its own page frame; its sheet never meets the others.
    pages = [path for path in STYLES if path.name not in EVERYWHERE | {"admin.css"}]

    assert len(common) == 3
    assert weight(common) + max(weight([path]) for path in pages) <= 15 * 1024


def test_scripts_are_small_modules():
    # All of them; a page carries a few.
    assert weight(SCRIPTS) <= 7 * 1024
    for path in SCRIPTS:
        assert len(path.read_text().splitlines()) <= 60, path.name


def test_the_typeface_is_one_small_file_with_its_licence():
    folder = settings.BASE_DIR / "static/fonts"

    assert [font.name for font in folder.glob("*.woff2")] == ["plus-jakarta-sans.woff2"]
    assert (folder / "plus-jakarta-sans.woff2").stat().st_size <= 30 * 1024
    assert "SIL OPEN FONT LICENSE" in (folder / "plus-jakarta-sans-OFL.txt").read_text()


def test_every_craft_family_has_its_strip():
    assert {path.stem for path in STRIPS} == set(Craft.Family.values)


@pytest.mark.parametrize("path", [*STRIPS, MARK], ids=name_of)
def test_a_drawing_in_the_tokens_is_the_file(path):
    token = "mark" if path == MARK else f"strip-{path.stem}"
    drawn = re.search(r'svg\+xml,(.*)"', tokens()[token])[1]

    assert unquote(drawn).replace("'", '"') == path.read_text().strip()
    assert path.stat().st_size <= 1024


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("status", [413, 500, 503])
def test_an_error_page_needs_neither_database_nor_request(status, language):
    with translation.override(language):
        html = render_to_string(f"{status}.html", {"request_id": "a1b2c3"})

    assert f'<html lang="{language}">' in html
    assert html.count("<h1>") == 1
    assert "a1b2c3" in html
