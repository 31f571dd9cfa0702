/* The theme opens its navigation and, on narrow screens, its search with labels that only a pointer can use. Here they
   become buttons: the same look, in the order of the Tab key, saying whether what they open is shown. */
(() => {
  "use strict";
  for (const [id, name] of [["__drawer", "Navigation"], ["__search", "Search"]]) {
    const box = document.getElementById(id);
    const label = document.querySelector(`.md-header label.md-header__button[for="${id}"]`);
    if (!box || !label) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = `${label.className} fs-opens${id}`;
    button.setAttribute("aria-label", name);
    button.append(...label.querySelectorAll("svg"));
    label.replaceWith(button);

    const tell = () => button.setAttribute("aria-expanded", String(box.checked));
    box.addEventListener("change", tell);
    tell();
    button.addEventListener("click", (event) => {
      box.click();
      // By keyboard: on to the first thing that was opened; the search does so itself.
      if (event.detail === 0 && box.checked && id === "__drawer") {
        document.querySelector(".md-nav--primary > .md-nav__list :is(a, input)")?.focus();
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.checked || id !== "__drawer") return;
      box.click();
      button.focus();
    });
  }
})();
