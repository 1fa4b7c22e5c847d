"""What is measured of whom."""

from __future__ import annotations

from dataclasses import dataclass

from import_time import CONTENDERS

LAYERS = ("bare protocol", "exchange", "request", "attempt", "transport", "whole")
UNITS = {"µs": 1.0, "ms": 1e3, "KiB": 1024.0}
TURNS = 6
SLOW, SELDOM = frozenset({"litellm"}), 3
_LEAST = 10


@dataclass(frozen=True, slots=True)
class Race:
    """One measurement of several contenders.

    The races of a *group* are run one after the other by one process for each contender; what is measured *beside*
    another race has processes of its own, and takes turns with those in that. There are so many *turns* in a round,
    each *stretch* times as long as usual. *every*: in which rounds, of those that are long or whose figures hardly
    differ; SELDOM holds for the SLOW contenders, which take seconds to begin. *figure* is the one that counts, in
    *unit*; *level* and *part* are for some measurements to know.
    """

    name: str
    title: str
    measurement: str
    contenders: tuple[str, ...]
    group: str
    figure: str = "cpu_us"
    unit: str = "µs"
    level: int = 1
    part: str = ""
    secure: bool = False
    every: int = 1
    turns: int = TURNS
    stretch: float = 1.0
    beside: str = ""


OPENAI = ("aigpt", "openai", "openai, aiohttp", "aiohttp, msgspec")

RACES = (
    Race("calls", "a call, 64 in flight", "calls",
         ("aigpt", "aigpt, long way", "aiohttp", "aiohttp, tuned", "igptai", "aigpt, uvloop",
          "aiohttp, uvloop"), "calls"),
    Race("latency", "a call, one at a time (p50)", "latency",
         ("aigpt", "aigpt, long way", "aiohttp", "aiohttp, tuned", "igptai"), "calls", "p50_us"),
    Race("limits", "a call, 64 in flight, of a client that only counts", "limits",
         ("bare protocol", "bare protocol, uvloop", "wrk"), "calls", turns=2, every=3),
    Race("tls", "a call over TLS, 64 in flight", "calls", ("aigpt", "aigpt, long way", "aiohttp", "igptai"), "tls",
         secure=True),
    Race("stream", "an event of a stream", "stream", ("aigpt", "aiohttp", "igptai"), "streams",
         turns=4, stretch=2),
    Race("text", "an event of a stream, by text()", "text", ("aigpt",), "streams", turns=4, stretch=2,
         beside="stream"),
    Race("singly", "an event of a stream, each in an HTTP chunk of its own", "singly", ("aigpt", "aiohttp", "igptai"),
         "streams", turns=4, stretch=2),
    Race("first", "from the server's first byte to the first event (p50)", "first", ("aigpt", "aiohttp", "igptai"),
         "streams", "p50_us", turns=4, stretch=3),
    *(
        Race(f"blocking, {threads}", f"a blocking call, threads: {threads}", "blocking",
             ("aigpt", "aiohttp, bridged", "igptai"), "blocking", level=threads)
        for threads in (1, 16)
    ),
    *(
        Race(f"in flight, {level:,}", f"a call, {level:,} on the wire at once, no pool limit", "in_flight",
             ("aigpt", "aiohttp"), "in flight", level=level, turns=2, beside="" if level == _LEAST else
             f"in flight, {_LEAST}")
        for level in (_LEAST, 100, 1_000)
    ),
    Race("in flight, 5,000", "a call, 5,000 on the wire at once, no pool limit", "in_flight", ("aigpt", "aiohttp"),
         "5,000 in flight", level=5_000, every=5, turns=1),
    Race("at once, 5,000", "a call, 5,000 begun at once, a pool of 100", "at_once", ("aigpt", "aiohttp"), "at once",
         level=5_000, every=5, turns=1),
    Race("fan out", "a call of 100,000, 256 in flight", "fan_out", ("aigpt", "aiohttp"), "fan out", level=100_000,
         every=5, turns=1),
    Race("memory", "memory of a call, 5,000 in flight", "memory", ("aigpt", "aiohttp"), "memory", "bytes", "KiB",
         level=5_000, every=5, turns=1),
    Race("import", "import", "import", tuple(CONTENDERS["import"]), "import", unit="ms", turns=1),

    Race("chat", "chat.completions.create, 64 in flight", "chat",
         ("aigpt", "aigpt, long way", "openai", "openai, aiohttp", "litellm", "aiohttp, msgspec"), "chat", turns=3),
    Race("chat stream", "a chunk of a chat's stream", "chat_stream", (*OPENAI, "litellm"), "chat", turns=2),
    Race("models", "models.list, 64 in flight", "models", OPENAI, "chat", turns=3, every=3),
    Race("responses", "responses.create, 64 in flight", "responses", OPENAI, "chat", turns=3),
    Race("responses stream", "an event of a response's stream", "responses_stream", OPENAI, "chat", turns=3),
    *(
        Race(f"embeddings, {name}", f"embeddings.create, 100 x 1,536, {title}", name,
             ("aigpt", "openai", "aiohttp, msgspec"), "embeddings", unit="ms", turns=turns, beside=beside)
        for name, title, turns, beside in (
            ("floats", "as numbers", 2, ""),
            ("lists", "as base64, to lists", 4, ""),
            ("arrays", "as base64, to arrays", 4, "embeddings, lists"),
        )
    ),
    Race("import, openai", "import, client, .chat.completions, after aiohttp", "import",
         tuple(CONTENDERS["import, openai"]), "import, openai", unit="ms", turns=1),
    *(
        Race(f"first use, {what}", f"the first call of {what}, on a warm connection", "first_use",
             ("aigpt", "openai"), f"first use, {what}", unit="ms", part=what, turns=1)
        for what in ("chat", "responses")
    ),
    *(
        Race(f"first answer, {what}", f"import, client, first call of {what}, after aiohttp", "first_answer",
             ("aigpt", "openai"), f"first answer, {what}", unit="ms", part=what, every=3,
             turns=1)
        for what in ("chat", "responses")
    ),
    Race("memory, client", "memory of one more client that has made a call", "client_memory",
         ("aigpt", "openai", "openai, aiohttp"), "memory, client", "bytes", "KiB", level=100, every=5,
         turns=1),
    Race("memory, chunks", "memory of a chunk that is kept, of 10,000", "chunk_memory", OPENAI, "memory, chunks",
         "bytes", "KiB", level=10_000, every=5, turns=1),

    *(
        Race(f"layer, {layer}", f"a call as far as: {layer}", "layer", ("aigpt", "aigpt, long way", "aigpt.openai"),
             "layers", part=layer, every=3, turns=4, beside="" if layer == LAYERS[0] else f"layer, {LAYERS[0]}")
        for layer in LAYERS
    ),
)  # fmt: skip
BY_NAME = {race.name: race for race in RACES}


def chosen(only: str | None) -> list[Race]:
    """Return the races that *only* names by their names, measurements or groups, with commas between; else all.

    Raises ValueError for a name that there is not.
    """
    if only is None:
        return list(RACES)
    wanted = {name.strip() for name in only.split(",")}
    if unknown := wanted - {name for race in RACES for name in _names(race)}:
        known = ", ".join(dict.fromkeys(race.measurement for race in RACES))
        raise ValueError(f"there is no race {min(unknown)!r}; the measurements are {known}")
    return [race for race in RACES if wanted & _names(race)]


def _names(race: Race) -> set[str]:
    # A comma separates names, so those that have one are known without it too.
    return {race.name.replace(",", ""), race.measurement, race.group.replace(",", "")}
