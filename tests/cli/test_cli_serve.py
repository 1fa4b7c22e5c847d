"""`aigpt serve`: settings on stdout, news on stderr, and an end that leaves nothing half-done."""

import json
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
from cli_running import Aigpt, Start, environment

from aigpt._install import install_command
from aigpt.cli.serve_settings import print_settings
from aigpt.local import LocalServer, loopback
from aigpt.local.sample import MAILBOX, MEETINGS

pytestmark = pytest.mark.forked

BROKEN = b"From nobody@example Mon Mar  2 08:14:00 2026\n\n\n"  # a message without any header


def settings(process: subprocess.Popen[str]) -> dict[str, str]:
    """Read what the server prints at its start, as a shell would, and return it as environment variables."""
    assert process.stdout
    lines = [process.stdout.readline() for _ in range(6)]
    assert [line[0] for line in lines[:3]] == ["#", "#", "#"]
    return dict(shlex.split(line)[1].split("=", 1) for line in lines[3:])


def news(process: subprocess.Popen[str], until: str) -> str:
    """Read the server's stderr up to a line that has *until* in it."""
    assert process.stderr
    lines = [process.stderr.readline()]
    while lines[-1] and until not in lines[-1]:
        lines.append(process.stderr.readline())
    assert until in lines[-1], lines
    return "".join(lines)


def stop(process: subprocess.Popen[str], number: int = signal.SIGINT) -> tuple[int, str]:
    """Send a signal; return the exit code and the rest of stderr."""
    process.send_signal(number)
    _, errors = process.communicate(timeout=280)
    return process.returncode, errors


def test_it_serves_what_it_was_given(aigpt: Aigpt, start: Start) -> None:
    """The settings it prints lead the other commands to it, and they get answers."""
    arguments = ["--data", str(MAILBOX), "--data", str(MEETINGS), "--user", "mara o'duya", "--port", "0"]
    process = start("serve", *arguments, env=environment())
    printed = settings(process)
    assert list(printed) == ["IGPT_BASE_URL", "IGPT_API_KEY", "IGPT_API_USER"]
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/v1", printed["IGPT_BASE_URL"])
    assert printed["IGPT_API_USER"] == "mara o'duya"
    assert "mailbox.mbox: 45 messages indexed.\n" in news(process, "meetings: 1 note indexed.")
    ready = {"url": printed["IGPT_BASE_URL"], "key": printed["IGPT_API_KEY"], "user": printed["IGPT_API_USER"]}
    budget = aigpt("ask", "How much is the marketing budget?", **ready)
    assert budget.returncode == 0
    assert "€48,500" in budget.stdout
    assert "\nSources\n  [1] " in budget.stdout
    date = aigpt("run", "What did we decide about the launch date?", **ready)
    assert date.returncode == 0
    assert "9 June" in date.stdout
    found = aigpt("search", "lease", "--from", "2026-05-01", **ready)
    assert found.stdout.startswith("2026-05-28\tMara Oduya")
    assert "We move on 26 June" in found.stdout
    listed = aigpt("datasources", **ready).stdout
    assert [line.split("\t")[1:] for line in listed.splitlines()] == [
        ["enabled", "mailbox.mbox", "45 messages", "100%"],
        ["enabled", "meetings", "1 note", "100%"],
    ]
    assert aigpt("datasources", "disconnect", listed.split("\t")[0], **ready).returncode == 0
    assert len(aigpt("datasources", **ready).stdout.splitlines()) == 1
    assert stop(process) == (0, "Stopped.\n")


def test_the_openai_protocol_is_at_the_same_url(start: Start, tmp_path: Path) -> None:
    """The line it prints leads any client of that protocol to it; keys, pages and sizes are as its options say."""
    keys = tmp_path / "keys"
    keys.write_text("all-key\nbo-key bo\n")
    keys.chmod(0o600)
    options = ["--api-key-file", str(keys), "--cors-origin", "https://chat.example", "--upload-limit", "0"]
    process = start("serve", "--sample", "--port", "0", "--readers", "0", *options, env=environment())
    url = settings(process)["IGPT_BASE_URL"]
    assert process.stdout
    assert "igpt-run and igpt-ask" in process.stdout.readline()
    assert f"export OPENAI_BASE_URL={url} OPENAI_API_KEY=" in process.stdout.readline()
    news(process, "meetings: 1 note indexed.")
    asked = {"model": "igpt-ask", "messages": [{"role": "user", "content": "How much is the marketing budget?"}]}
    told = post(f"{url}/chat/completions", asked, "all-key", Origin="https://chat.example")
    assert "€48,500" in told["choices"][0]["message"]["content"]
    with pytest.raises(HTTPError, match="403"):
        post(f"{url}/chat/completions", asked | {"user": "me"}, "bo-key")
    with pytest.raises(HTTPError, match="403"):
        post(f"{url}/chat/completions", asked, "all-key", Origin="https://evil.example")
    upload = {"filename": "a.txt", "bytes": 1, "mime_type": "text/plain", "purpose": "user_data"}
    with pytest.raises(HTTPError, match="413"):
        post(f"{url}/uploads", upload, "all-key")
    code, errors = stop(process)
    assert (code, re.search("all-key|bo-key", errors)) == (0, None)


def post(url: str, body: dict[str, Any], key: str, **headers: str) -> dict[str, Any]:
    """Post JSON; raises `HTTPError` for a status of failure."""
    sent = {"Authorization": f"Bearer {key}", "Content-Type": "application/json", **headers}
    with urlopen(Request(url, json.dumps(body).encode(), sent)) as response:  # noqa: S310 (of this test)
        found: dict[str, Any] = json.load(response)
        return found


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_sample_is_served_until_a_signal(start: Start, number: int) -> None:
    process = start("serve", "--sample", "--port", "0", env=environment())
    assert settings(process)["IGPT_API_USER"] == "me"
    news(process, "meetings: 1 note indexed.")
    assert stop(process, number) == (0, "Stopped.\n")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_in_a_scripts_background_it_ends_on_a_signal_too(start: Start, number: int) -> None:
    """A shell lets what a script runs in the background ignore SIGINT."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # which a process that is started inherits
    try:
        process = start("serve", "--sample", "--port", "0", env=environment())
    finally:
        signal.signal(signal.SIGINT, before)
    settings(process)
    news(process, "meetings: 1 note indexed.")
    assert stop(process, number) == (0, "Stopped.\n")


@pytest.mark.alone  # as below
def test_nohup_keeps_it_from_the_end_of_its_terminal(start: Start) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # which a process that is started inherits
    try:
        process = start("serve", "--sample", "--port", "0", "--readers", "0", env=environment())
    finally:
        signal.signal(signal.SIGHUP, before)
    settings(process)
    process.send_signal(signal.SIGHUP)
    news(process, "meetings: 1 note indexed.")
    assert stop(process) == (0, "Stopped.\n")


@pytest.mark.alone  # else it ignores what the tests ignore
@pytest.mark.parametrize("command", [["serve", "--sample", "--port", "0"], ["demo"]])
def test_a_closed_terminal_leaves_no_index_behind(start: Start, tmp_path: Path, command: list[str]) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # which a process that is started inherits
    try:
        process = start(*command, env=environment(TMPDIR=str(tmp_path)))
    finally:
        signal.signal(signal.SIGHUP, before)
    assert process.stdout
    process.stdout.readline()
    process.send_signal(signal.SIGHUP)
    process.communicate(timeout=280)
    assert process.returncode in {0, 130}
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_is_counted_and_named(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "post"
    folder.mkdir()
    (folder / "mail.mbox").write_bytes(MAILBOX.read_bytes() + BROKEN)
    (folder / "picture\x1b[2J.png").write_bytes(b"\x89PNG")
    process = start("serve", "--data", str(folder), "--port", "0", "--readers", "0", env=environment())
    told = news(process, "picture.png")
    assert "post: 45 messages indexed.\n" in told
    assert "post: could not be read: 1\n  mail.mbox at byte " in told
    assert "post: left out, being neither mail nor notes: 1\n" in told
    assert "Warning" not in told
    (folder / "later.mbox").write_bytes(BROKEN)
    warned = news(process, "later.mbox at byte 0")
    assert warned.startswith("Warning: ")
    assert stop(process)[0] == 0


def test_without_a_reader_of_its_warnings_it_goes_on(aigpt: Aigpt, start: Start, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ann: The heronsgate is green.")
    process = start("serve", "--data", str(tmp_path), "--port", "0", "--readers", "0", env=environment())
    printed = settings(process)
    news(process, "1 note indexed.")
    assert process.stderr
    process.stderr.close()
    (tmp_path / "later.mbox").write_bytes(BROKEN + MAILBOX.read_bytes())
    ready = {"url": printed["IGPT_BASE_URL"], "key": printed["IGPT_API_KEY"], "user": printed["IGPT_API_USER"]}
    ends = time.monotonic() + 60
    while "1 note" not in (listed := aigpt("datasources", **ready).stdout) or "45 messages" not in listed:
        assert time.monotonic() < ends, listed
    process.send_signal(signal.SIGINT)
    assert process.wait(280) == 0


def test_indexing_interrupted_goes_on_where_it_was(start: Start, tmp_path: Path) -> None:
    """After Ctrl-C in the middle, the same command completes the same file, each message once."""
    mail = tmp_path / "much.mbox"
    copies = [MAILBOX.read_bytes().replace(b"Message-ID: <", b"Message-ID: <%d." % number) for number in range(50)]
    mail.write_bytes(b"".join(copies))
    arguments = ["serve", "--data", str(mail), "--db", str(tmp_path / "index.db"), "--port", "0", "--readers", "0"]
    process = start(*arguments, env=environment())
    settings(process)
    assert stop(process) == (0, "Stopped.\n")
    process = start(*arguments, env=environment())
    assert news(process, "indexed.").endswith("much.mbox: 2,250 messages indexed.\n")
    assert stop(process)[0] == 0


def test_mail_is_chosen_later_below_a_root(aigpt: Aigpt, start: Start, tmp_path: Path) -> None:
    """It starts without any data, and says when what was connected in a browser is indexed."""
    (tmp_path / "mail.mbox").write_bytes(MAILBOX.read_bytes())
    process = start("serve", "--root", str(tmp_path), "--port", "0", "--readers", "0", env=environment())
    printed = settings(process)
    headers = {"Authorization": "Bearer local", "Content-Type": "application/json"}
    body = json.dumps({"user": "me", "service": "gmail", "scope": "mail"}).encode()
    request = Request(f"{printed['IGPT_BASE_URL']}/connectors/authorize", body, headers)  # noqa: S310 (our own server)
    with urlopen(request, timeout=280) as response:  # noqa: S310 (our own server)
        link = json.load(response)["url"]
    with urlopen(link, timeout=280) as response:  # noqa: S310 (our own server)
        (key,) = re.findall(r'name="key" value="([^"]+)"', response.read().decode())
    form = urlencode({"do": "connect", "place": "0/mail.mbox", "key": key}).encode()
    with urlopen(link, form, timeout=280) as response:  # noqa: S310 (our own server)
        assert "You can close this window" in response.read().decode()
    assert news(process, "indexed.").endswith("mail.mbox: 45 messages indexed.\n")
    assert stop(process) == (0, "Stopped.\n")


@pytest.mark.parametrize(("url", "more"), [("http://10.0.0.7:8787/v1", True), ("http://127.0.0.1:8787/v1", False)])
def test_the_settings_of_another_machine_allow_http(
    url: str, *, more: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    print_settings(cast("LocalServer", SimpleNamespace(url=url, user="me")), "10.0.0.7", None)
    assert ("export IGPT_ALLOW_HTTP=1\n" in capsys.readouterr().out) == more


@pytest.mark.parametrize(
    ("host", "address", "line"),
    [
        ("0.0.0.0", "10.0.0.7", "#   export IGPT_BASE_URL=http://10.0.0.7:8787/v1 IGPT_ALLOW_HTTP=1"),  # noqa: S104 (meant)
        ("::", "fd00::7", "#   export IGPT_BASE_URL=http://[fd00::7]:8787/v1 IGPT_ALLOW_HTTP=1"),
    ],
)
def test_a_server_on_all_addresses_prints_the_one_for_other_machines_too(
    host: str, address: str, line: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loopback, "address_for_others", {host: address}.get)
    server = cast("LocalServer", SimpleNamespace(url="http://127.0.0.1:8787/v1", user="me"))
    print_settings(server, host, None)
    *_, listens, last = capsys.readouterr().out.splitlines()
    assert f"all addresses ({host})" in listens
    assert last == line


def test_a_server_behind_a_proxy_prints_the_public_url_too(capsys: pytest.CaptureFixture[str]) -> None:
    server = cast("LocalServer", SimpleNamespace(url="http://127.0.0.1:8787/v1", user="me"))
    print_settings(server, "127.0.0.1", "https://mail.example.com/", Path("keys"), [None])
    assert capsys.readouterr().out.endswith("#   export IGPT_BASE_URL=https://mail.example.com/v1\n")


def test_options_that_the_server_refuses_are_a_wrong_usage(aigpt: Aigpt) -> None:
    for options, why in (
        (("--public-url", "https://mail.example.com"), "others reach the server there; give the API keys"),
        (("--public-url", "mail.example.com"), "give a scheme and a host"),
        (("--readers", "65"), "65"),
    ):
        done = aigpt("serve", "--sample", "--port", "0", *options)
        assert done.returncode == 2
        assert why in done.stderr


def test_the_address_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    for host in ("127.0.0.1", "192.0.2.7", "box", "::1", ""):
        assert loopback.address_for_others(host) is None
    for host in ("0.0.0.0", "::"):  # noqa: S104 (nothing listens)
        found = loopback.address_for_others(host)
        assert found
        assert not loopback.is_loopback(found)
        assert found not in {"0.0.0.0", "::"}  # noqa: S104 (as above)

    def no_route(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(socket.socket, "connect", no_route)
    monkeypatch.setattr("socket.gethostname", lambda: "box")
    assert loopback.address_for_others("0.0.0.0") == "box"  # noqa: S104 (as above)


def test_only_the_keys_of_the_file_are_accepted_and_none_is_shown(aigpt: Aigpt, start: Start, tmp_path: Path) -> None:
    keys = tmp_path / "the keys"
    keys.write_text("\n first-key-1 \nsecond-key-2\n")
    keys.chmod(0o600)
    arguments = ["serve", "--sample", "--host", "0.0.0.0", "--port", "0", "--api-key-file", str(keys)]  # noqa: S104 (meant)
    process = start(*arguments, env=environment())
    assert process.stdout
    lines = [process.stdout.readline() for _ in range(5)]
    assert not re.search("first|second", "".join(lines))
    shown = subprocess.run(
        ["/bin/sh", "-c", f"{''.join(lines)} echo $IGPT_BASE_URL $IGPT_API_KEY"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    url, key = shown.stdout.split()
    assert (url.startswith("http://127.0.0.1:"), key) == (True, "first-key-1")
    assert any("all addresses (0.0.0.0)" in process.stdout.readline() for _ in range(4))
    for good in (key, "second-key-2"):
        assert aigpt("datasources", url=url, key=good, user="me").returncode == 0
    for bad in ("local", "first-key-", "first-key-11", "FIRST-KEY-1"):
        done = aigpt("datasources", url=url, key=bad, user="me")
        assert (done.returncode, done.stdout) == (1, "")
    code, errors = stop(process)
    assert code == 0
    assert not re.search("first-key|second-key", errors)


@pytest.mark.parametrize(
    ("lines", "key", "user", "says"),
    [
        ("k-alice alice\n\nk-all\nk-me me\n", "k-all", "me", False),
        ("k-alice alice\n  k-me\tme\n", "k-me", "me", False),
        ("k-alice alice\nk-bo bo\n", "k-alice", "alice", True),
    ],
)
def test_the_settings_have_a_key_that_works(
    aigpt: Aigpt, start: Start, tmp_path: Path, lines: str, key: str, user: str, *, says: bool
) -> None:
    """The first that its user can use; where there is none, it says so, and the settings are for another user."""
    keys = tmp_path / "keys"
    keys.write_text(lines)
    keys.chmod(0o600)
    arguments = ["--data", str(MAILBOX), "--port", "0", "--readers", "0", "--api-key-file", str(keys)]
    process = start("serve", *arguments, env=environment())
    assert process.stdout
    printed = [process.stdout.readline()]
    while "igpt-run and igpt-ask" not in printed[-1]:
        printed.append(process.stdout.readline())
    assert any("No key of that file is for the user me" in line for line in printed) == says
    code = f"{''.join(printed)} echo $IGPT_BASE_URL $IGPT_API_KEY $IGPT_API_USER"
    shown = subprocess.run(["/bin/sh", "-c", code], capture_output=True, encoding="utf-8", check=True).stdout.split()
    assert shown[1:] == [key, user]
    assert aigpt("datasources", url=shown[0], key=key, user=user).returncode == 0
    assert stop(process)[0] == 0


def test_key_files_that_will_not_do(aigpt: Aigpt, tmp_path: Path) -> None:
    path = tmp_path / "keys"
    assert "cannot be read" in aigpt("serve", "--sample", "--port", "0", "--api-key-file", str(path)).stderr
    for text, mode, says in (
        ("k-secret\n", 0o640, "chmod 600"),
        ("k-secret\n", 0o604, "chmod 600"),
        (" \n\n", 0o600, "holds no API key"),
        ("fine\nk-secret with spaces\n", 0o600, "line 2 is no API key"),
        ("k-secret-\u00e9\n", 0o600, "line 1 is no API key"),
    ):
        path.write_text(text)
        path.chmod(mode)
        done = aigpt("serve", "--sample", "--port", "0", "--api-key-file", str(path))
        assert (done.returncode, done.stdout) == (2, "")
        assert str(path) in done.stderr
        assert says in done.stderr
        assert "k-secret" not in done.stderr


def test_a_port_in_use(aigpt: Aigpt) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = aigpt("serve", "--sample", "--port", str(port))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"port {port}" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "--sample"),
        (["--data", "missing.mbox"], "missing.mbox"),
        (["--sample", "--port", "70000"], "'--port': '70000' is not a port number (0 to 65535)."),
        (["--sample", "--readers", "x"], "'x' is not a valid whole number."),
        (["--sample", "--port", "80x"], "'80x' is not a port number (0 to 65535)."),
        (["--sample", "--port", "0", "--user", " "], "user"),
        (["--sample", "--port", "0", "--host", "192.0.2.1"], "API keys"),
        (["--sample", "--port", "0", "--host", ""], "host"),
        (["--root", "missing"], "missing"),
        (["--root", str(MAILBOX)], "is a file"),
        (["--data", sys.executable, "--port", "0"], "neither mail nor notes"),
    ],
)
def test_wrong_arguments(aigpt: Aigpt, arguments: list[str], words: str) -> None:
    done = aigpt("serve", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


def test_it_logs_requests_where_that_is_wanted(aigpt: Aigpt, start: Start) -> None:
    process = start("serve", "--sample", "--port", "0", "--readers", "0", env=environment(AIGPT_LOG="info"))
    printed = settings(process)
    news(process, "meetings: 1 note indexed.")
    ready = {"url": printed["IGPT_BASE_URL"], "key": printed["IGPT_API_KEY"], "user": printed["IGPT_API_USER"]}
    assert aigpt("datasources", **ready).returncode == 0
    news(process, "/v1/datasources/list: status 200 in ")
    stop(process)


def test_a_wrong_level_of_the_log_is_wrong_usage() -> None:
    code = "import sys; sys.argv[1:] = ['serve', '--sample', '--port', '0']; from aigpt.cli import main; main()"
    env = environment(AIGPT_LOG="loud")
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "AIGPT_LOG" in done.stderr


def test_a_database_that_cannot_be_written(aigpt: Aigpt, tmp_path: Path) -> None:
    done = aigpt("serve", "--sample", "--port", "0", "--db", str(tmp_path / "no" / "where.db"))
    assert done.returncode == 2
    assert "where.db" in done.stderr


@pytest.mark.alone  # the extra is not to be there yet
@pytest.mark.parametrize("missing", ["selectolax", "jsonschema"])
@pytest.mark.parametrize("command", [["serve", "--sample", "--port", "0"], ["demo"]])
def test_without_the_extra_it_names_it(missing: str, command: list[str]) -> None:
    code = (
        f"import sys; sys.modules[{missing!r}] = None; sys.argv[1:] = {command!r}; from aigpt.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert done.stderr == f"aigpt: the embedded server needs {missing}: {install_command('local')}\n"
