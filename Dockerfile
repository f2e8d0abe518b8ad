# The bot and the action server (docker-compose.yml says which).
FROM python:3.11.15-slim-bookworm AS packages
COPY requirements/setup.lock requirements/app.lock /locks/
RUN pip install --no-cache-dir --require-hashes -r /locks/setup.lock \
    && uv venv /opt/venv \
    && uv pip install --no-cache --compile-bytecode --python /opt/venv/bin/python \
        --require-hashes -r /locks/app.lock

FROM python:3.11.15-slim-bookworm
RUN useradd --uid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin manyhands
COPY --from=packages /opt/venv /opt/venv
COPY . /opt/manyhands
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /opt/manyhands
USER 10001
EXPOSE 8080
CMD ["python", "-m", "bot", "run", "--no-children"]
