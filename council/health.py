"""Tells a balancer whether this process lives, and whether it may get visitors."""

import shutil
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error as DatabaseError
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from council.models import Message

SECONDS = 1.5
ROOM_NEEDED = 50 * 1024 * 1024
OUTBOX_MAY_WAIT = timedelta(minutes=15)

_checker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="readiness")
_running: Future | None = None


@login_not_required
@require_safe
def healthz(request):
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
@require_safe
def readyz(request):
    parts = {**database_parts_in_time(), "files": files_part()}
    is_ready = all(state == "ok" for state in parts.values())
    response = JsonResponse(parts, status=200 if is_ready else 503)
    response["Cache-Control"] = "no-store"
    return response


def database_parts_in_time() -> dict[str, str]:
    """Ask the database in a thread, since one that hangs answers nobody in time."""
    global _running
    if _running is None or _running.done():
        _running = _checker.submit(database_parts)
    try:
        return _running.result(timeout=SECONDS)
    except TookTooLong:
        return {"database": "no answer"}


def database_parts() -> dict[str, str]:
    try:
        late = Message.objects.due().filter(
            next_try_at__lt=timezone.now() - OUTBOX_MAY_WAIT
        )
        return {"database": "ok", "outbox": "late" if late.exists() else "ok"}
    except DatabaseError:
        return {"database": "no answer"}
    finally:
        connection.close()


def files_part() -> str:
    """Whether photos and documents can be written, and there is room for them."""
    for folder in (Path(settings.MEDIA_ROOT), Path(settings.PRIVATE_MEDIA_ROOT)):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=folder) as file:
                file.write(b"ok")
                file.flush()
            if shutil.disk_usage(folder).free < ROOM_NEEDED:
                return "full"
        except OSError:
            return "not writable"
    return "ok"
