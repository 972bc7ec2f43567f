"""What a browser finds wrong with a page: axe, the console, scrolling sideways."""

import os

from axe_playwright_python.base import AXE_SCRIPT

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "elementRef": False,
    # It would read the style sheets again, by a way that the policy refuses.
    "preload": False,
}
# Our scripts finish a page with its first frame; nobody reads it sooner.
ASK_AXE = """async (rules) => {
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  await frame().then(frame);
  const found = await axe.run(document, rules);
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) =>
      `${violation.id}: ${node.target} ${node.html.slice(0, 160)}`));
}"""
# More than half of the work: the widths have their colours in common, so the suite
# looks at them where the page is usually read. COLOURS=twice looks at both.
WITHOUT_COLOURS = {
    **RULES,
    "rules": {**RULES["rules"], "color-contrast": {"enabled": False}},
}
LOOKS_TWICE = os.environ.get("COLOURS") == "twice"
TOO_WIDE = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const parts = [...document.body.querySelectorAll("*")];
  const beyond = parts.filter((part) =>
    part.getBoundingClientRect().right > page.clientWidth + 1);
  return beyond.slice(0, 3).map((part) => part.outerHTML.slice(0, 120));
}"""
PHONE, DESK, SMALLEST, HEIGHT = 360, 1280, 320, 800


# What the tests themselves keep from the page is no fault of it.
BLOCKED = "Service Worker registration blocked by Playwright"


def listen(page):
    """Collect what the browser complains of from now on, refused styles included."""
    heard = []

    def note(line):
        if line.type in {"error", "warning"} and line.text != BLOCKED:
            heard.append(line.text)

    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", note)
    return heard


def bring_axe(context):
    """Every page that opens from now on has axe in it; reading it costs but once."""
    context.add_init_script(AXE_SCRIPT)


def faults_of(page):
    """Name what is wrong with the page that stands open, at every width."""
    # From the width at hand to the other end, where the next page begins.
    from_desk = page.viewport_size["width"] == DESK
    widths = sorted([SMALLEST, PHONE, DESK], reverse=from_desk)
    faults = [fault for width in widths for fault in faults_at(page, width)]
    if (headings := page.locator("h1").count()) != 1:
        faults.append(f"{headings} h1")
    return faults


def faults_at(page, width):
    page.set_viewport_size({"width": width, "height": HEIGHT})
    if width == SMALLEST:
        return [f"too wide: {part}" for part in page.evaluate(TOO_WIDE)]
    is_usual = ("/admin/" in page.url) == (width == DESK)
    rules = RULES if is_usual or LOOKS_TWICE else WITHOUT_COLOURS
    return [f"{width} px: {fault}" for fault in page.evaluate(ASK_AXE, rules)]
