"""
Print one page of HTML as a PDF, in a process of its own.

`python -m council.printing` reads the job from its input as JSON: the HTML,
and by the beginning of their address the folders that files may come from. Nothing
else is opened: no other folder, no other machine. The process has limits of memory
and time that the system keeps, so that no document takes the portal down with it.
"""

import json
import resource
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

MEMORY = 640 * 1024 * 1024
SECONDS = 20
# Never asked for: every address is answered from a folder.
BASE = "https://files.invalid/"
KINDS = {
    ".css": "text/css",
    ".jpg": "image/jpeg",
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


def printed(html: str, folders: dict[str, list[str]]) -> bytes:
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class Files(URLFetcher):
        """Gives files of the portal, and drawings that stand in the style itself."""

        def fetch(self, url, headers=None):
            if url.startswith("data:image/svg+xml,"):
                return super().fetch(url, headers)
            try:
                file = file_of(url, folders)
            except ValueError as error:
                # A photo may be gone; without its style the page is not printed.
                if url.endswith(".css"):
                    raise FatalURLFetchingError("no style") from error
                raise
            kind = {"Content-Type": KINDS[file.suffix]}
            return URLFetcherResponse(url, file.read_bytes(), kind)

    page = HTML(string=html, base_url=BASE, url_fetcher=Files())
    return page.write_pdf(pdf_variant="pdf/ua-1", **PICTURES)


def main():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    job = json.load(sys.stdin)
    sys.stdout.buffer.write(printed(job["html"], job["folders"]))


if __name__ == "__main__":
    main()
