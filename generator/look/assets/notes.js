/* Notes at hand: what a note says, beside its number, on hover, keyboard focus and tap. The words and links are those of
   the note at the foot of the page, where the number leads without script. */
(() => {
  "use strict";
  if (!document.querySelector("a.footnote-ref")) return;

  const make = (tag, set, ...inside) => {
    const made = Object.assign(document.createElement(tag), set);
    made.append(...inside);
    return made;
  };
  const words = make("div", { className: "fs-note-words", id: "fs-note-words" });
  const goto = make("a", {});
  const close = make("button", { type: "button", textContent: "Close" });
  const box = make("div", { className: "fs-note" }, words, make("div", { className: "fs-note-ways" }, goto, close));
  box.setAttribute("role", "group");
  box.setAttribute("popover", "manual");
  const gap = 6;
  let ref; // the number whose note is shown
  let stays; // until somebody closes it or leaves it: opened by key or tap
  let timer;
  let touched = false;

  const refOf = (target) => target.closest?.("a.footnote-ref");
  const within = (target) => ref && ref.parentNode.contains(target);

  const place = () => {
    if (!ref || box.classList.contains("fs-sheet")) return;
    const at = [...ref.getClientRects()].pop();
    if (!at) return hide();
    const { clientWidth, clientHeight } = document.documentElement;
    const above = at.top - 2 * gap;
    const below = clientHeight - at.bottom - 2 * gap;
    box.style.removeProperty("max-height");
    const down = box.offsetHeight <= below || below >= above;
    const height = Math.min(box.offsetHeight, Math.max(down ? below : above, 0));
    box.style.maxHeight = `${height}px`;
    box.style.left = `${Math.max(gap, Math.min(at.left - gap, clientWidth - box.offsetWidth - gap))}px`;
    const top = down ? at.bottom + gap : at.top - gap - height;
    box.style.top = `${Math.max(gap, Math.min(top, clientHeight - height - gap))}px`;
  };
  const hide = () => {
    clearTimeout(timer);
    if (!ref) return;
    ref.removeAttribute("aria-describedby");
    ref = undefined;
    box.remove();
    box.removeAttribute("style");
  };
  const show = (next, { stay = false, tap = false } = {}) => {
    clearTimeout(timer);
    if (next === ref) return void (stays ||= stay);
    hide();
    const note = document.getElementById(decodeURIComponent(next.hash.slice(1)));
    if (!note) return;
    const copy = note.cloneNode(true);
    copy.querySelectorAll(".footnote-backref").forEach((back) => back.remove());
    copy.querySelectorAll("[id]").forEach((named) => named.removeAttribute("id"));
    words.replaceChildren(...copy.childNodes);
    const number = next.textContent.replace(/\D+/g, "");
    box.setAttribute("aria-label", `Note ${number}`);
    goto.href = next.hash;
    goto.textContent = `Go to note ${number}`;
    box.classList.toggle("fs-sheet", tap && matchMedia("(max-width: 45em)").matches);
    box.classList.toggle("fs-tapped", tap);
    box.style.position = "fixed"; // said here too: tools that measure links look for what leaves the line
    next.after(box);
    ref = next;
    stays = stay;
    ref.setAttribute("aria-describedby", words.id);
    box.showPopover?.();
    place();
    if (!box.classList.contains("fs-sheet")) return;
    const covered = ref.getBoundingClientRect().bottom - box.getBoundingClientRect().top;
    if (covered > -gap) scrollBy(0, covered + 4 * gap);
  };

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return;
    clearTimeout(timer);
    const over = refOf(target);
    if (over) timer = setTimeout(show, ref ? 150 : 60, over);
    else if (!within(target) && !stays) timer = setTimeout(hide, 300);
  });
  document.documentElement.addEventListener("pointerleave", () => {
    if (!stays) timer = setTimeout(hide, 300);
  });
  document.addEventListener("focusin", ({ target }) => {
    const on = refOf(target);
    if (on?.matches(":focus-visible")) show(on, { stay: true });
    else if (within(target)) stays = true;
    else if (ref && stays) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !ref) return;
    const from = ref;
    const inside = box.contains(document.activeElement);
    if (inside) from.focus({ preventScroll: true }); // while it is shown, so that this does not show it anew
    hide();
    event.stopPropagation();
  }, true);
  document.addEventListener("pointerdown", ({ pointerType }) => (touched = pointerType === "touch"), true);
  document.addEventListener("pointerup", ({ target }) => within(target) || hide());
  document.addEventListener("click", (event) => {
    const on = refOf(event.target);
    if (on && touched) {
      event.preventDefault();
      const open = on === ref;
      hide();
      if (!open) show(on, { stay: true, tap: true });
    } else if (on || event.target === goto) {
      setTimeout(hide);
    } else if (event.target === close) {
      ref.focus({ preventScroll: true });
      hide();
    }
  });
  addEventListener("scroll", ({ target }) => target === box || place(), { capture: true, passive: true });
  addEventListener("resize", place);
})();
