"""Templates cannot forget to escape, and hold no logic beyond `for` and `if`."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from generator.writing import jinja

TEMPLATES = sorted((Path(jinja.__file__).parent / "templates").glob("*.jinja"))
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.NSRef, nodes.Getattr, nodes.For, nodes.If,
    nodes.Macro, nodes.Call, nodes.FromImport, nodes.Const, nodes.Filter, nodes.Not, nodes.Tuple, nodes.Or,
)  # fmt: skip


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_logic(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.startswith("{# "), "line 1 names the context"
    tree = jinja2.Environment(autoescape=True).parse(source)
    for node in tree.find_all(nodes.Node):
        assert isinstance(node, (*ALLOWED, nodes.Keyword)), f"{type(node).__name__} in line {node.lineno}"
    used = {node.name for node in tree.find_all(nodes.Filter)}
    assert used <= {"address", "attribute", "content", "data", "front", "note"}


def _render(monkeypatch: pytest.MonkeyPatch, source: str, view: object) -> str:
    loader = jinja2.DictLoader({"x.md.jinja": source})
    monkeypatch.setattr(jinja, "PackageLoader", lambda *_: loader)
    return jinja.renderer()("x", view)


def test_values_are_escaped_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "{% macro m(v) %}{{ v }}{% endmacro %}{% for v in view %}{{ m(v) }} {{ v }}{% if v %} {{ v }}"
    source += "{% endif %}{% endfor %}"
    assert _render(monkeypatch, source, ["*a*"]) == "&#42;a&#42; &#42;a&#42; &#42;a&#42;\n"


@pytest.mark.parametrize("name", ["safe", "join", "replace", "upper", "e"])
def test_other_filters_are_not_there(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with pytest.raises(jinja2.TemplateAssertionError):
        _render(monkeypatch, f"{{{{ view | {name} }}}}", "x")


@pytest.mark.parametrize("view", [None, True, 1.5, ["x"], object()])
def test_only_text_and_whole_numbers_are_printed(monkeypatch: pytest.MonkeyPatch, view: object) -> None:
    with pytest.raises(TypeError):
        _render(monkeypatch, "{{ view }}", view)


def test_unknown_names_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(AttributeError):
        _render(monkeypatch, "{{ view.missing }}", "x")
    with pytest.raises(jinja2.UndefinedError):
        _render(monkeypatch, "{{ nothing }}", "x")


def test_macros_take_values_by_place_and_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "{% macro m(a, b='*', c=false) %}{{ a }}{{ b }}{% if c %}!{% endif %}{% endmacro %}"
    source += "{{ m(view) }} {{ m(view, '_') }} {{ m(view, c=true) }}"
    assert _render(monkeypatch, source, "x") == "x&#42; x&#95; x&#42;!\n"
    with pytest.raises(jinja2.UndefinedError):
        _render(monkeypatch, "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(nothing) }}", "x")


@pytest.mark.parametrize("source", ["{{ m(view | note) }}", "{{ m(m(view)) }}", "{% if view | note %}{% endif %}"])
def test_what_is_escaped_already_can_only_be_printed(monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    with pytest.raises(jinja2.TemplateAssertionError, match="can only be printed"):
        _render(monkeypatch, "{% macro m(a) %}{{ a }}{% endmacro %}" + source, "x")


def test_compiled_templates_are_kept_until_anything_changes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    compiled: list[str] = []
    compile_ = jinja._Environment.compile

    def counted(self: jinja2.Environment, source: str, *others: object, **named: object) -> object:
        compiled.append(source)
        return compile_(self, source, *others, **named)  # type: ignore[call-overload]  # as it was called

    monkeypatch.setattr(jinja._Environment, "compile", counted)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", str(tmp_path))
    for source in ("a{{ view }}", "a{{ view }}", "b{{ view }}"):
        assert _render(monkeypatch, source, "x") == f"{source[0]}x\n"
    assert compiled == ["a{{ view }}", "b{{ view }}"]
    monkeypatch.setattr(jinja, "version", lambda _: "another")
    _render(monkeypatch, "b{{ view }}", "x")
    assert len(compiled) == 3
    monkeypatch.setattr("sys.pycache_prefix", str(Path(__file__)))  # a file: no folder can be made there
    assert _render(monkeypatch, "c{{ view }}", "x") == "cx\n"


def test_notes_come_last_in_order_of_citation() -> None:
    text = "a[^p2]: b[^p1]\n\n\n\n[^p1]: one\n[^p2]: two\n[^p3]: nobody cites it  \n"
    heading = "## Notes { #notes data-search-exclude }"
    assert jinja.tidy(text) == f"a[^p2]: b[^p1]\n\n{heading}\n\n[^p2]: two\n\n[^p1]: one\n"
    assert jinja.tidy("a\n\n[^p1]: one\n") == "a\n"


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("[^p1]: one\na[^p1]", "a[^p1]\n\n{}\n\n[^p1]: one\n"),
        ("a[^p1]  \n\n\n[^p1] b \n[^p1]: one \n\n\nc", "a[^p1]\n\n[^p1] b\n\nc\n\n{}\n\n[^p1]: one\n"),
        ("---\nx: '[^p1]'\n---\n\n a\n[^p1]: one", "---\nx: '[^p1]'\n---\n\n a\n"),
        ("a[^p1]\n[^p1]: one\n[^p1]: two", "a[^p1]\n\n{}\n\n[^p1]: two\n"),
    ],
)
def test_notes_stand_anywhere_before_they_are_moved(text: str, page: str) -> None:
    assert jinja.tidy(text) == page.format("## Notes { #notes data-search-exclude }")


def test_what_a_filter_keeps_is_what_it_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _render(monkeypatch, "{% for v in view %}{{ v }}{{ v | attribute }} {% endfor %}", ["<*>", "<*>"]) == (
        "&lt;&#42;&gt;&lt;*&gt; &lt;&#42;&gt;&lt;*&gt;\n"
    )


def test_names_of_notes_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _render(monkeypatch, "x{{ view | note }}\n[^p1]: y", "p1") .endswith("\n\n[^p1]: y\n")
    with pytest.raises(ValueError, match="no name of a footnote"):
        _render(monkeypatch, "{{ view | note }}", "p]1")
