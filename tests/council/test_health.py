import os
import time
from datetime import timedelta

import pytest

from django.db import OperationalError, connections
from django.utils import timezone

from council import health
from council.outbox import post_mail
from council.stored_files import WholeFileStorage

pytestmark = pytest.mark.django_db(transaction=True)
NAME = "photos/3f/" + "3f" * 16 + "-320.webp"


def test_alive_without_asking_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok")


def test_ready_when_every_part_is(client):
    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {"database": "ok", "outbox": "ok", "files": "ok"}


def test_not_ready_while_messages_wait_for_a_worker(client):
    message = post_mail("nadia@contoh.id", "Halo", "…")
    assert client.get("/readyz").status_code == 200

    message.next_try_at = timezone.now() - timedelta(minutes=16)
    message.save(update_fields=["next_try_at"])

    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["outbox"] == "late"


def test_not_ready_without_a_database(client, monkeypatch):
    def lose(*_):
        raise OperationalError("no connection to 10.0.0.7 version 15")

    wrapper = type(connections["default"])
    with monkeypatch.context() as lost:
        lost.setattr(wrapper, "ensure_connection", lose)
        lost.setattr(wrapper, "cursor", lose)
        answer = client.get("/readyz")

    assert answer.status_code == 503
    assert b"10.0.0.7" not in answer.content


def test_database_that_hangs_is_answered_within_two_seconds(client, monkeypatch):
    def hang():
        time.sleep(3)
        return {"database": "ok"}

    monkeypatch.setattr(health, "database_parts", hang)
    started_at = time.monotonic()

    answers = [client.get("/readyz").status_code]

    assert time.monotonic() - started_at < 2
    assert answers == [503]
    health._running.result(timeout=5)


def test_not_ready_without_room_for_files(client, monkeypatch):
    monkeypatch.setattr(health, "ROOM_NEEDED", 10**18)

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()["files"]) == (503, "full")


def test_not_ready_when_files_cannot_be_written(client, settings, tmp_path):
    (tmp_path / "file").write_text("")
    settings.MEDIA_ROOT = tmp_path / "file" / "media"

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()["files"]) == (503, "not writable")


def keep_file(folder, name, content=b"content"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_photo_is_served_as_a_photo_and_kept_for_good(client, settings):
    keep_file(settings.MEDIA_ROOT, NAME)

    answer = client.get(f"/media/{NAME}", HTTP_ACCEPT_ENCODING="gzip")

    assert b"".join(answer.streaming_content) == b"content"
    assert answer["Content-Type"] == "image/webp"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Content-Encoding" not in answer
    seen = client.get(f"/media/{NAME}", HTTP_IF_MODIFIED_SINCE=answer["Last-Modified"])
    assert seen.status_code == 304


@pytest.mark.once
@pytest.mark.parametrize(
    "name",
    [
        "x.html",
        "photos/",
        "",
        "photos/3f/x.svg",
        "photos/../x.html",
        "..%2f..%2fmanage.py",
        "photos/3f/" + "3f" * 16 + "-320.webp.html",
        "photos/4f/" + "4f" * 16 + "-320.webp",
    ],
)
def test_nothing_but_photos_is_served(name, client, settings):
    for kept in ("x.html", "photos/3f/x.svg", f"{NAME}.html"):
        keep_file(settings.MEDIA_ROOT, kept, b"<script>")

    answer = client.get(f"/media/{name}")

    assert answer.status_code == 404
    assert b"<script>" not in answer.content


def test_file_appears_whole_or_not_at_all(settings, tmp_path):
    class Interrupted:
        def chunks(self):
            yield b"half"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        WholeFileStorage()._save("a/b.txt", Interrupted())

    assert not [name for _, _, names in os.walk(settings.MEDIA_ROOT) for name in names]
