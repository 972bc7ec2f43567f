"""
Print pages of HTML as PDF, in a process of its own.

`python -m council.printing` reads the job from its input as JSON: the HTML,
its styles, and by the beginning of their address the folders that files may come
from. Nothing else is opened: no other folder, no other machine. The process has
limits of memory and time that the system keeps, so that no document takes the portal
down with it.

`python -m council.printing many` prints one document after another, which saves
reading fonts and styles anew: each line is a job, each answer its length and the PDF.
"""

import json
import os
import resource
import struct
import sys
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

MEMORY = 640 * 1024 * 1024
SECONDS = 20
# Of the processor for each of many; they wait behind whoever opens a page.
SECONDS_EACH = 2
POLITENESS = 10
# How long each of many answers is, in the bytes before it.
LENGTH = struct.Struct(">Q")
# Never asked for: every address is answered from a folder.
BASE = "https://files.invalid/"
KINDS = {
    ".css": "text/css",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
# Photos as sharp as an office printer shows them.
PICTURES = {"optimize_images": True, "jpeg_quality": 75, "dpi": 170}


def file_of(url: str, folders: dict[str, list[str]]) -> Path:
    """The file behind an address; raises ValueError for anything outside."""
    parts = urlsplit(url)
    if f"{parts.scheme}://{parts.netloc}/" != BASE:
        raise ValueError("Only files of the portal are printed.")
    path = unquote(parts.path)
    for start, roots in folders.items():
        if path.startswith(start):
            return within(roots, path.removeprefix(start))
    raise ValueError("This address has no folder.")


def within(roots: list[str], name: str) -> Path:
    """The first file of that name that really lies in one of the folders."""
    for root in map(Path, roots):
        file = (root / name.lstrip("/")).resolve()
        is_inside = file.is_relative_to(root.resolve())
        if is_inside and file.suffix in KINDS and file.is_file():
            return file
    raise ValueError("There is no such file.")


def printed(html: str, folders: dict, styles=()) -> bytes:
    """The page as PDF; styles given by their address are read once a process."""
    from weasyprint import HTML

    files = json.dumps(folders)
    page = HTML(string=html, base_url=BASE, url_fetcher=files_of(files))
    return page.write_pdf(
        stylesheets=[style_of(address, files) for address in styles],
        font_config=fonts(),
        pdf_variant="pdf/ua-1",
        **PICTURES,
    )


@cache
def fonts():
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@cache
def style_of(address: str, files: str):
    from weasyprint import CSS

    return CSS(
        url=urljoin(BASE, address), url_fetcher=files_of(files), font_config=fonts()
    )


@cache
def files_of(folders: str):
    """What opens the files of those folders (written as JSON), each of them once."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    roots = json.loads(folders)

    class Files(URLFetcher):
        """Gives files of the portal, and drawings that stand in the style itself."""

        def fetch(self, url, headers=None):
            if url.startswith("data:image/svg+xml,"):
                return super().fetch(url, headers)
            try:
                file = file_of(url, roots)
            except ValueError as error:
                # A photo may be gone; without its style the page is not printed.
                if url.endswith(".css"):
                    raise FatalURLFetchingError("no style") from error
                raise
            kind = {"Content-Type": KINDS[file.suffix]}
            return URLFetcherResponse(url, file.read_bytes(), kind)

    return Files()


def limit(seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def main():
    limit(SECONDS)
    sys.stdout.buffer.write(printed(**json.load(sys.stdin)))


def many(number: int):
    """Answer each line of the input; so many at most within the limits."""
    limit(SECONDS + number * SECONDS_EACH)
    os.nice(POLITENESS)
    for line in sys.stdin:
        document = printed(**json.loads(line))
        sys.stdout.buffer.write(LENGTH.pack(len(document)) + document)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    many(int(sys.argv[2])) if sys.argv[1:2] == ["many"] else main()
