"""`aigpt doctor`: each check says what it found and what to do, the exit code tells, and the key is never shown."""

import json
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import trustme
from cli_running import Aigpt, Outcome

from aigpt._version import __version__
from aigpt.local.web.api_keys import Keys
from aigpt.testing import OpenAIServer, ScriptedServer

KEY = "k-secret-of-mara"
SOURCES = {"datasources": [{"id": "a", "status": "ready"}, {"id": "b", "status": "indexing"}]}
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")

Doctor = Callable[..., Outcome]
Ready = dict[str, str]


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL", "IGPT_ALLOW_HTTP")
    for name in (*names, *PROXIES, *map(str.upper, PROXIES)):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def settings(igpt_server: ScriptedServer) -> Ready:
    igpt_server.reply("datasources/list", json=SOURCES)
    return {"url": igpt_server.url, "key": KEY, "user": "mara"}


@pytest.fixture
def doctor(aigpt: Aigpt) -> Doctor:
    """Run it; the key must not be in anything it prints."""

    def run(*args: str, **settings: str) -> Outcome:
        done = aigpt("doctor", *args, **settings)
        assert KEY not in done.stdout + done.stderr
        return done

    return run


def findings(done: Outcome) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in json.loads(done.stdout)["checks"]}


def states(done: Outcome) -> dict[str, str]:
    return {name: one["state"] for name, one in findings(done).items()}


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def test_where_all_is_well(doctor: Doctor, settings: Ready) -> None:
    done = doctor(**settings)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split(maxsplit=2) for line in done.stdout.splitlines()]
    names = ["versions", "key", "user", "url", "proxy", "dns", "connect", "tls", "server"]
    assert [name for _, name, _ in lines] == names
    assert {state for state, name, _ in lines if name != "tls"} == {"ok"}
    told = {name: text for _, name, text in lines}
    assert __version__ in told["versions"]
    assert "aiohttp" in told["versions"]
    assert "by IGPT_BASE_URL" in told["url"]
    assert told["user"] == "mara, by IGPT_API_USER"
    assert told["server"].endswith("2 datasources of mara")


def test_as_json(doctor: Doctor, settings: Ready) -> None:
    done = doctor("--json", **settings)
    assert done.returncode == 0
    report = json.loads(done.stdout)
    assert report["ok"] is True
    assert report["checks"][0].keys() == {"name", "state", "text", "remedy", "is_setting"}
    assert states(done)["tls"] == "skipped"


def test_a_user_without_mail_is_told(doctor: Doctor, settings: Ready) -> None:
    with ScriptedServer() as server:
        server.reply("datasources/list", json={"datasources": []})
        done = doctor("--json", **{**settings, "url": server.url})
    assert (done.returncode, states(done)["server"]) == (0, "note")
    assert "connect a mailbox" in findings(done)["server"]["remedy"]


@pytest.mark.parametrize(
    ("changed", "name", "words"),
    [
        ({"key": ""}, "key", "IGPT_API_KEY"),
        ({"key": "two\nlines"}, "key", "one line of printable ASCII"),
        ({"user": " "}, "user", "IGPT_API_USER"),
        ({"url": "nonsense"}, "url", "IGPT_BASE_URL must begin with https://"),
        ({"url": "http://192.0.2.1/v1"}, "url", "--allow-http"),
    ],
)
def test_a_wrong_setting_is_exit_code_2(
    doctor: Doctor, settings: Ready, igpt_server: ScriptedServer, changed: Ready, name: str, words: str
) -> None:
    done = doctor("--json", **{**settings, **changed})
    assert (done.returncode, json.loads(done.stdout)["ok"]) == (2, False)
    assert states(done)[name] == "failed"
    assert words in findings(done)[name]["text"]
    assert states(done).get("server", "skipped") == "skipped"
    assert not igpt_server.calls


def test_a_refused_key(doctor: Doctor, settings: Ready) -> None:
    with ScriptedServer() as server:
        refusal = {"error": "auth", "message": f"no such key: {KEY}\x1b[2J"}
        server.reply("datasources/list", status=401, json=refusal)
        done = doctor(**{**settings, "url": server.url})
        found = findings(doctor("--json", **{**settings, "url": server.url}))["server"]
    assert done.returncode == 2
    assert found["is_setting"]
    assert "check IGPT_API_KEY" in found["remedy"]
    last = done.stdout.splitlines()[-1]
    assert last.startswith("failed   server    auth: ")
    assert "no such key: ***" in last
    assert "check IGPT_API_KEY" in last
    assert "\x1b" not in done.stdout


def test_a_key_of_another_user_is_not_called_wrong(doctor: Doctor, settings: Ready) -> None:
    keys = Keys({KEY: "somebody"})
    with ScriptedServer() as server:
        server.reply("datasources/list", json={"error": "auth", "message": keys.problem(f"Bearer {KEY}", "mara")})
        found = findings(doctor("--json", **{**settings, "url": server.url}))["server"]
    assert found["remedy"] == "check --user or IGPT_API_USER"
    assert found["is_setting"]


@pytest.mark.parametrize("arguments", [[], ["--openai"]])
@pytest.mark.parametrize("path", ["/v1", ""])
def test_what_is_wrong_with_the_url_has_one_remedy(
    doctor: Doctor, settings: Ready, monkeypatch: pytest.MonkeyPatch, arguments: list[str], path: str
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with (OpenAIServer if arguments else ScriptedServer)() as server:
        server.reply("*", status=404, body=b"<h1>no</h1>")
        url = server.url.removesuffix("/v1") + path
        done = doctor("--base-url", url, *arguments, **settings)
    assert done.returncode == 2
    last = done.stdout.splitlines()[-1]
    assert "404" in last
    assert last.count("check") + last.count("; end") == 1
    assert "check base_url" not in last


def test_a_key_of_a_file_is_named_by_its_file(doctor: Doctor, settings: Ready, tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text(KEY, encoding="utf-8")
    done = doctor("--json", "--api-key-file", str(file), **{**settings, "key": "another"})
    assert str(file) in findings(done)["key"]["text"]
    assert done.returncode == 0


@pytest.mark.parametrize("words", [{}, {"error": "not_found", "message": "there is no such route"}])
def test_a_url_without_its_version(doctor: Doctor, aigpt: Aigpt, settings: Ready, words: Ready) -> None:
    """Where the server knows no route below it; and ordinary commands say so, too."""
    remedy = "end IGPT_BASE_URL, or --base-url, with /v1"
    with ScriptedServer() as server:
        server.reply("*", status=404, json=words)
        for path in ("", "/", "/v2"):
            short = {**settings, "url": server.url.removesuffix("/v1") + path}
            done = doctor("--json", **short)
            assert (done.returncode, findings(done)["server"]["is_setting"]) == (2, True)
            assert findings(done)["server"]["remedy"] == remedy
            asked = aigpt("ask", "When?", **short)
            assert (asked.returncode, asked.stderr.endswith(f"; {remedy}\n")) == (1, True)
        assert remedy not in aigpt("ask", "When?", **{**settings, "url": server.url}).stderr


def test_nobody_listens(doctor: Doctor, settings: Ready) -> None:
    port = free_port()
    done = doctor("--json", **{**settings, "url": f"http://127.0.0.1:{port}/v1"})
    assert (done.returncode, states(done)["connect"], states(done)["server"]) == (1, "failed", "skipped")
    assert done.stderr == "aigpt: failed: connect\n"
    assert f"no connection to 127.0.0.1:{port}" in findings(done)["connect"]["text"]
    assert "whether the server runs" in findings(done)["connect"]["remedy"]


def test_a_name_that_is_not_known(doctor: Doctor, settings: Ready, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    done = doctor("--json", **{**settings, "url": "https://nowhere.invalid/v1"})
    assert (done.returncode, states(done)["dns"]) == (1, "failed")
    assert findings(done)["dns"]["text"] == "nowhere.invalid cannot be resolved: Name or service not known"
    assert "connect" not in findings(done)


def test_a_name_server_that_does_not_answer_keeps_nobody(
    doctor: Doctor, settings: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()

    def silent(*_: object, **__: object) -> Any:
        over.wait(280)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", silent)
    done = doctor("--json", "--timeout", "0.1", **{**settings, "url": "https://nowhere.invalid/v1"})
    assert not over.is_set()  # nobody waited for it
    over.set()
    assert findings(done)["dns"]["text"] == "no answer for nowhere.invalid within 0.1 s"


def test_a_key_that_is_part_of_a_word_leaves_the_findings_whole(doctor: Doctor, settings: Ready) -> None:
    """Such as the one that `aigpt serve` prints."""
    port = free_port()
    done = doctor("--json", **{**settings, "key": "local", "url": f"http://localhost:{port}/v1"})
    assert f"localhost:{port}" in findings(done)["url"]["text"]


@pytest.mark.parametrize("seconds", ["nan", "inf"])
def test_a_timeout_that_is_no_number(doctor: Doctor, settings: Ready, seconds: str) -> None:
    done = doctor("--timeout", seconds, **settings)
    assert done.returncode == 2
    assert f"'{seconds}' is not a valid number" in done.stderr


# ── TLS ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def tls_server(authority: trustme.CA) -> Iterator[ScriptedServer]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with ScriptedServer(ssl=context) as server:
        server.reply("datasources/list", json=SOURCES)
        yield server


def test_a_certificate_of_an_unknown_authority(doctor: Doctor, settings: Ready, tls_server: ScriptedServer) -> None:
    done = doctor("--json", **{**settings, "url": tls_server.url})
    assert (done.returncode, states(done)["tls"]) == (1, "failed")
    assert "the certificate of 127.0.0.1 is refused: " in findings(done)["tls"]["text"]
    assert "SSL_CERT_FILE" in findings(done)["tls"]["remedy"]
    assert not tls_server.calls


def test_a_certificate_of_an_authority_that_is_named(
    doctor: Doctor,
    settings: Ready,
    tls_server: ScriptedServer,
    authority: trustme.CA,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    done = doctor("--json", **{**settings, "url": tls_server.url})
    assert states(done)["tls"] in {"ok", "note"}
    assert "TLSv1.3, the certificate of 127.0.0.1 by trustme" in findings(done)["tls"]["text"]
    assert "valid until " in findings(done)["tls"]["text"]


def test_https_to_a_server_that_speaks_none(doctor: Doctor, settings: Ready) -> None:
    class Refusal(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            if self.request.recv(1000):
                self.request.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Refusal) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        done = doctor("--json", **{**settings, "url": f"https://127.0.0.1:{server.server_address[1]}/v1"})
        server.shutdown()
        thread.join()
    assert (done.returncode, states(done)["tls"]) == (1, "failed")
    assert "does not speak TLS" in findings(done)["tls"]["text"]
    assert "begins with http://" in findings(done)["tls"]["remedy"]


# ── proxies ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_proxy_is_asked_for_the_way_and_its_password_is_not_shown(
    doctor: Doctor, settings: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    monkeypatch.setenv("HTTPS_PROXY", f"http://mara:passw0rd@127.0.0.1:{port}")
    done = doctor("--json", **{**settings, "url": "https://api.example/v1"})
    assert done.returncode == 1
    assert findings(done)["proxy"]["text"] == f"http://127.0.0.1:{port}, by HTTPS_PROXY"
    assert f"127.0.0.1:{port}" in findings(done)["connect"]["text"]
    assert findings(done)["connect"]["remedy"].startswith("check HTTPS_PROXY, which names the proxy http://127.0.0.1:")
    assert "passw0rd" not in done.stdout


def test_no_proxy_is_used_for_this_machine_nor_where_it_is_excepted(
    doctor: Doctor, settings: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert findings(doctor("--json", **settings))["proxy"]["text"] == "none for this URL"


def test_a_proxy_that_cannot_be_used(doctor: Doctor, settings: Ready, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:9")
    done = doctor("--json", **{**settings, "url": "https://api.example/v1"})
    assert (done.returncode, states(done)["proxy"]) == (2, "failed")
    assert "SOCKS proxies are not supported" in findings(done)["proxy"]["text"]
    assert "trust_env" not in done.stdout


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_wants_a_password(
    doctor: Doctor, aigpt: Aigpt, settings: Ready, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    class Refusal(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            if self.request.recv(10_000):
                self.request.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Refusal) as proxy:
        thread = threading.Thread(target=proxy.serve_forever, args=(0.02,))
        thread.start()
        place = f"http://127.0.0.1:{proxy.server_address[1]}"
        variable = f"{scheme.upper()}_PROXY"
        monkeypatch.setenv(variable, place)
        url = f"{scheme}://api.example/v1"
        done = doctor("--json", "--allow-http", **{**settings, "url": url})
        asked = aigpt("ask", "When?", "--allow-http", "--timeout", "2", **{**settings, "url": url})
        proxy.shutdown()
        thread.join()
    found = findings(done)["server"]
    assert (done.returncode, found["is_setting"]) == (2, True)
    assert "status 407" in found["text"]
    assert found["remedy"].startswith(f"check {variable}, which names the proxy {place} (")
    assert asked.returncode == 1
    assert "status 407" in asked.stderr
    assert f"check {variable}, which names the proxy {place} (" in asked.stderr


def test_a_proxy_that_is_not_there_is_named(aigpt: Aigpt, settings: Ready, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://mara:passw0rd@127.0.0.1:{free_port()}")
    done = aigpt("ask", "When?", "--timeout", "2", **{**settings, "url": "https://api.example/v1"})
    assert done.returncode == 1
    assert "check HTTPS_PROXY, which names the proxy http://127.0.0.1:" in done.stderr
    assert "api.example:443" in done.stderr
    assert ":443:443" not in done.stderr
    assert "passw0rd" not in done.stderr


def test_requests_take_the_proxy(aigpt: Aigpt, settings: Ready, monkeypatch: pytest.MonkeyPatch) -> None:
    with ScriptedServer() as proxy:
        proxy.reply("datasources/list", json=SOURCES)
        monkeypatch.setenv("HTTP_PROXY", proxy.url.removesuffix("/v1"))
        url = {"url": "http://api.invalid/v1"}
        done = aigpt("datasources", "--allow-http", "--json", **{**settings, **url})
        assert json.loads(done.stdout) == SOURCES, done.stderr
        monkeypatch.setenv("NO_PROXY", "api.invalid")
        assert aigpt("datasources", "--allow-http", **{**settings, **url}).returncode == 1
    assert len(proxy.calls) == 1


# ── the OpenAI protocol ─────────────────────────────────────────────────────────────────────────────────────────


def test_of_the_openai_protocol_the_models_are_listed(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    with OpenAIServer() as server:
        server.reply("models", json={"object": "list", "data": [{"id": "otter-1"}, {"id": "otter-2"}]})
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.setenv("OPENAI_MODEL", "heron")
        done = doctor("--openai", "--json")
    assert done.returncode == 0
    assert "user" not in findings(done)
    assert "by OPENAI_BASE_URL" in findings(done)["url"]["text"]
    assert findings(done)["server"]["text"].endswith("2 models (otter-1, otter-2)")
    assert findings(done)["server"]["remedy"] == "OPENAI_MODEL=heron is none of them"


def test_a_server_of_ones_own_may_want_no_key(doctor: Doctor) -> None:
    with OpenAIServer() as server:
        server.reply("models", json={"data": []})
        done = doctor("--openai", "--json", "--base-url", server.url)
    assert (done.returncode, states(done)["key"], states(done)["server"]) == (0, "note", "ok")


@pytest.mark.parametrize(("status", "words"), [(401, "OPENAI_API_KEY"), (404, "without a list of models")])
def test_what_a_server_of_the_openai_protocol_refuses(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch, status: int, words: str
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with OpenAIServer() as server:
        error = {"error": {"message": f"Not with {KEY}."}}
        server.reply("models", json=error, status=status, headers={"x-should-retry": "false"})
        done = doctor("--openai", "--json", "--base-url", server.url)
    found = findings(done)["server"]
    assert (done.returncode, found["state"], found["is_setting"]) == (2, "failed", True)
    assert words in found["remedy"]
