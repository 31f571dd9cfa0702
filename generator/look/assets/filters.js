/* Filters for the lists of claims, the questions by sources and the timeline. A page says in `data-filters` what may be
   chosen; rows (`.fs-row`) carry their values. The controls are made here, so that without script there are none. */
(() => {
  "use strict";
  const spot = document.querySelector(".fs-filters");
  const rows = [...document.querySelectorAll(".fs-row")];
  if (!spot || !rows.length) return;

  const make = (tag, set, ...inside) => {
    const made = Object.assign(document.createElement(tag), set);
    made.append(...inside);
    return made;
  };
  const noun = spot.dataset.noun;
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}|(?<=\d),(?=\d)/gu, "").toLowerCase();
  const words = new Map(rows.map((row) => [row, fold((row.querySelector("th") || row).textContent)]));
  const values = (row, filter) => (row.dataset[filter.name] || "").split(" ");

  const filters = JSON.parse(spot.dataset.filters).map((filter) => {
    const control = filter.options ? make("select") : make("input", { type: "search" });
    Object.assign(control, { id: `fs-by-${filter.name}`, name: filter.name, autocomplete: "off" });
    if (filter.options) {
      control.append(make("option", { value: "", textContent: "any" }));
      filter.options.forEach(([value]) => control.append(make("option", { value })));
    }
    return { ...filter, control };
  });
  const active = () => filters.some(({ control }) => control.value.trim());
  const fits = (row, except) =>
    filters.every((filter) => {
      const { value } = filter.control;
      if (filter === except || !value.trim()) return true;
      if (filter.options) return values(row, filter).includes(value);
      return fold(value).split(/\s+/).every((word) => words.get(row).includes(word));
    });

  const count = make("p", { className: "fs-count" });
  count.setAttribute("role", "status");
  const reset = make("button", { type: "button", className: "fs-reset", textContent: "Show all" });
  const summary = make("summary", { textContent: `Filter the ${noun}` });
  const form = make("form", { className: "fs-filter-form" });
  form.setAttribute("aria-label", summary.textContent);
  filters.forEach(({ label, control }) =>
    form.append(make("div", {}, make("label", { htmlFor: control.id, textContent: label }), control)));
  const folded = make("details", { className: "fs-filter" }, summary, form);

  const show = () => {
    rows.forEach((row) => (row.hidden = !fits(row)));
    document.querySelectorAll(".fs-section").forEach((section) => {
      section.hidden = active() && !section.querySelector(".fs-row:not([hidden])");
    });
    if (active()) document.querySelectorAll("details.fs-more").forEach((more) => (more.open = true));
    filters.forEach((filter) => {
      if (!filter.options) return;
      const left = rows.filter((row) => fits(row, filter));
      filter.options.forEach(([value, text], place) => {
        const number = left.filter((row) => values(row, filter).includes(value)).length;
        filter.control.options[place + 1].text = `${text} (${number})`;
      });
    });
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = active() ? `${shown} of ${rows.length} ${noun}` : `${rows.length} ${noun}`;
    reset.hidden = !active();
  };

  /* The choice stands in the query; where a page is a file and the browser refuses that, behind `#?`. */
  let inHash = location.hash.startsWith("#?");
  const read = () => {
    if (inHash && !location.hash.startsWith("#?")) return;
    const given = new URLSearchParams(inHash ? location.hash.slice(2) : location.search);
    filters.forEach(({ name, control }) => {
      control.value = given.get(name) || "";
      if (control.selectedIndex < 0) control.value = "";
    });
  };
  const write = () => {
    const url = new URL(location);
    const kept = inHash ? new URLSearchParams() : url.searchParams;
    filters.forEach(({ name, control }) => (control.value.trim() ? kept.set(name, control.value) : kept.delete(name)));
    try {
      if (!inHash) return history.replaceState(history.state, "", url);
    } catch {
      inHash = true;
      return write();
    }
    history.replaceState(history.state, "", kept.size ? `#?${kept}` : "#");
  };
  const clear = () => {
    filters.forEach(({ control }) => (control.value = ""));
    show();
    write();
  };
  /* A link may lead to what is filtered away. */
  const reveal = () => {
    const target = document.querySelector(":target");
    if (!target?.closest(":is(.fs-row, .fs-section)[hidden]")) return;
    clear();
    target.scrollIntoView();
  };

  let waiting;
  form.addEventListener("input", ({ target }) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (show(), write()), target.type === "search" ? 200 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  reset.addEventListener("click", () => (clear(), summary.focus()));
  addEventListener("popstate", () => (read(), show()));
  addEventListener("hashchange", reveal);

  read();
  folded.open = active() || matchMedia("(min-width: 45em)").matches;
  show();
  spot.append(folded, make("div", { className: "fs-counted" }, count, reset));
  reveal();
})();
