# The embedded server (`aigpt serve`) over the mail and notes mounted at /data, its index kept in /index.
#
#   docker build -t aigpt .
#   docker run -p 127.0.0.1:8787:8787 -v ~/mail:/data:ro -v aigpt-index:/index -v ./keys:/run/keys:ro aigpt
#
# /run/keys holds the file api-keys: one API key a line, readable by nobody but its owner, who is the user 10001 of the
# image (chown 10001 keys/api-keys && chmod 400 keys/api-keys). Beyond the machine, put a TLS proxy before it, and add
# --public-url https://its.name after the image's name; options given there are added to those below.

FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY LICENSES LICENSES
COPY aigpt aigpt
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir ".[cli,local]"

FROM python:3.13-slim
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin aigpt \
    && install --directory --owner aigpt --mode 700 /index
COPY --from=build /venv /venv
USER aigpt
VOLUME /index
EXPOSE 8787
HEALTHCHECK --start-period=10s --timeout=10s \
    CMD ["/venv/bin/python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8787/healthz', timeout=8)"]
ENTRYPOINT ["/venv/bin/aigpt", "serve", "--host", "0.0.0.0", "--port", "8787", "--data", "/data", "--db", "/index/index.db", "--api-key-file", "/run/keys/api-keys"]
