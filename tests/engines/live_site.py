"""A served site without a network: edits are told to it, and it is asked for pages, in the process of the test."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from generator.live.turns import Turns

ADDRESS = "http://127.0.0.1:8000/"
_RELOAD = re.compile(rb"<script>\s*var livereload = function.*?</script>", re.S)


class LiveSite:
    """What `mkdocs serve` makes of a folder, with nothing that goes on by itself."""

    def __init__(self, root: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(Turns, "go_on", lambda *_, **__: None)
        self.root, self.out = root, out
        self.whole_builds = 0
        config = _config(root, out, dirty=False)
        server = LiveReloadServer(self._build, "127.0.0.1", 8000, str(out))
        server.server_close()  # nothing is sent
        self._build(config)
        config.plugins.on_serve(server, config=config, builder=self._build)
        self.keeper = config.plugins["factsheet"].keeper  # type: ignore[attr-defined]

    def _build(self, config: MkDocsConfig | None = None) -> None:
        self.whole_builds += 1
        config = config or load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.out), site_url=ADDRESS)
        config.site_url = ADDRESS
        build(config, serve_url=ADDRESS)

    def edited(self, *names: str) -> None:
        """Take up what was changed."""
        for name in names:
            self.keeper.note(self.root / name)
        self.keeper.build()

    def page(self, path: str) -> bytes | None:
        """Ask for what stands at a path, as a browser does; None where nothing stands there."""
        answered: list[str] = []

        def start_response(status: str, _headers: list[tuple[str, str]]) -> None:
            answered.append(status)

        answer = self.keeper.answer({"PATH_INFO": f"/{path}"}, start_response)
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        return _RELOAD.sub(b"", body) if answered[0].startswith("200") else None

    def everything(self, paths: Iterable[str]) -> dict[str, bytes | None]:
        """Ask for all of it, in the order given; a page by the address of its folder."""
        return {path: self.page(re.sub(r"(^|/)index\.html$", r"\1", path)) for path in paths}

    def lying(self) -> set[str]:
        """Give every file that lies in the built site."""
        return {path.relative_to(self.out).as_posix() for path in self.out.rglob("*") if path.is_file()}


def clean(root: Path, out: Path) -> dict[str, bytes]:
    """Build the same site from nothing, as `mkdocs serve` would at its start, without anything that is kept."""
    config = _config(root, out, dirty=True)
    config.site_url = ADDRESS
    build(config, serve_url=ADDRESS)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def _config(root: Path, out: Path, *, dirty: bool) -> MkDocsConfig:
    config = loaded(root, out)
    config.plugins.on_startup(command="serve", dirty=dirty)
    return config


def loaded(root: Path, out: Path) -> MkDocsConfig:
    """Load a configuration with plugins that know nothing of another build: MkDocs keeps them in its process."""
    option: Any = next(option for name, option in MkDocsConfig()._schema if name == "plugins")
    option.plugin_cache.clear()
    return load_config(str(root / "mkdocs.yml"), site_dir=str(out))
