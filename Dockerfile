FROM python:3.11-slim AS libraries

WORKDIR /opt
RUN python -m venv /opt/venv
COPY requirements.txt .
RUN /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check -r requirements.txt


FROM python:3.11-slim

ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DEBUG=0 \
    STORAGE_URL=file:///srv/files

# WeasyPrint draws the gift catalogue with Pango.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
       libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/*

RUN useradd --system --uid 10001 --no-create-home portal \
    && install --directory --owner portal /srv/files
COPY --from=libraries /opt/venv /opt/venv
WORKDIR /srv/portal
COPY . .

# Only this step runs without the real secrets: hashed names need no database.
RUN python -m compileall -q . \
    && SECRET_KEY=build-build-build-build-build-build-build-build \
    NIK_KEY=YnVpbGQtYnVpbGQtYnVpbGQtYnVpbGQtYnVpbGQtMDA= \
    ALLOWED_HOSTS=build.invalid PUBLIC_BASE_URL=https://build.invalid \
    python manage.py collectstatic --no-input --verbosity 0

USER 10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "deploy/is_alive.py"]
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "dekranasda.wsgi"]
