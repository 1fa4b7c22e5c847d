"""What rewrites the assertions of all tests in turn: pytest takes its files for its own."""

from pathlib import Path

import pytest
from _pytest.assertion import rewrite
from rewriting import rewrite_in_turn


class _Config:
    """A process's own options, as pytest-xdist hands them on."""

    def __init__(self, config: pytest.Config, place: Path, number: int) -> None:
        self.args = [str(place), str(place / "more" / "test_d.py::test")]
        self.workerinput = {"workerid": f"gw{number}", "workercount": 3}
        self.invocation_params, self.stash, self.getini = config.invocation_params, config.stash, config.getini


def _rewritten(file: Path) -> bool:
    done = rewrite.get_cache_dir(file) / (file.stem + rewrite.PYC_TAIL)
    return rewrite._read_pyc(file, done) is not None


@pytest.mark.parametrize("number", [0, 2])
def test_pytest_takes_what_was_rewritten(
    number: int, tmp_path: Path, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    (tmp_path / "more").mkdir()
    files = [tmp_path / name for name in ("test_a.py", "test_b.py", "test_c.py", "more/test_d.py")]
    for file in files:
        file.write_text("def test() -> None:\n    assert 1 + 1 == 2\n", encoding="utf-8")
    config = _Config(pytestconfig, tmp_path, number)
    rewrite_in_turn(config)  # type: ignore[arg-type]  # what is read of it is there
    assert all(map(_rewritten, files))
    files[1].write_text("def test() -> None:\n    assert 1 + 1 + 1 == 3\n", encoding="utf-8")
    assert [_rewritten(file) for file in files] == [True, False, True, True]  # left to pytest
