/* Selecting words of a source's whole text gives them as an item of evidence, as `factsheet quote` prints it: whole
   words, with a prefix or suffix where they stand more than once. The check proves what is pasted, as ever. */
(() => {
  "use strict";
  const WIDTH = 110;
  const INDENT = 6; // of evidence in a claim
  const text = document.querySelector(".fs-text");
  if (!text) return;

  const source = text.dataset.source;
  const whole = text.textContent;
  const flat = (words) => words.replace(/\s+/gu, " ").trim();
  const inWord = /[\p{L}\p{N}\p{M}_]/u;

  const panel = document.createElement("section");
  panel.className = "fs-cite-here";
  panel.hidden = true;
  panel.setAttribute("aria-label", "Selected words as evidence");
  const block = document.createElement("pre");
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  const copy = Object.assign(document.createElement("button"), { type: "button", textContent: "Copy the evidence" });
  panel.append(said, block, copy);
  document.body.append(panel);

  /* Where the selection begins and ends in the text, as numbers of UTF-16 units; nothing where it lies outside. */
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const start = before.toString().length;
    return [start, start + range.toString().length];
  };

  const widened = ([start, end]) => {
    while (start < end && /\s/u.test(whole[start])) start++;
    while (end > start && /\s/u.test(whole[end - 1])) end--;
    if (start === end) return null;
    const joins = (at) => at > 0 && at < whole.length && (inWord.test(whole[at - 1]) && inWord.test(whole[at])
      || /\d[.,]$/u.test(whole.slice(at - 2, at)) && /\d/u.test(whole[at])
      || /\d/u.test(whole[at - 1]) && /^[.,]\d/u.test(whole.slice(at, at + 2)));
    while (joins(start)) start--;
    while (joins(end)) end++;
    return [start, end];
  };

  const times = (words) => flat(whole).split(words).length - 1;

  /* The fewest words before, else after, that tell these words from the same ones elsewhere. */
  const beside = ([start, end]) => {
    const words = flat(whole.slice(start, end));
    if (times(words) < 2) return {};
    const before = flat(whole.slice(0, start)).split(" ");
    for (let count = 1; count <= Math.min(12, before.length); count++) {
      const prefix = before.slice(-count).join(" ");
      if (prefix && times(`${prefix} ${words}`) + times(`${prefix}${words}`) === 1) return { prefix };
    }
    const after = flat(whole.slice(end)).split(" ");
    for (let count = 1; count <= Math.min(12, after.length); count++) {
      const suffix = after.slice(0, count).join(" ");
      if (suffix && times(`${words} ${suffix}`) + times(`${words}${suffix}`) === 1) return { suffix };
    }
    return {};
  };

  const folded = (name, words, by) => {
    const lines = [];
    for (const word of words.split(" ")) {
      const last = lines.length - 1;
      if (last >= 0 && by + lines[last].length + 1 + word.length <= WIDTH) lines[last] += ` ${word}`;
      else lines.push(word);
    }
    // A line that begins like a field would be taken for one.
    if (lines.some((line) => /^(- )?[A-Za-z][A-Za-z_-]*:(\s|$)/.test(line))) return [`${name}: ${JSON.stringify(words)}`];
    return [`${name}: >-`, ...lines.map((line) => `  ${line}`)];
  };

  const evidence = (span) => {
    const { prefix, suffix } = beside(span);
    const by = INDENT + 4;
    const fields = [`source: ${source}`, ...folded("exact", flat(whole.slice(...span)), by)];
    if (prefix) fields.push(`prefix: ${JSON.stringify(prefix)}`);
    if (suffix) fields.push(`suffix: ${JSON.stringify(suffix)}`);
    return fields.map((line, at) => `${" ".repeat(INDENT)}${at ? "  " : "- "}${line}`).join("\n");
  };

  const show = () => {
    const span = selected();
    const words = span && widened(span);
    if (!words) return;
    block.textContent = evidence(words);
    const count = flat(whole.slice(...words)).split(" ").length;
    said.textContent = `${count} ${count === 1 ? "word" : "words"} of ${source}, ready to paste under evidence:`;
    copy.textContent = "Copy the evidence";
    panel.hidden = false;
  };

  let later;
  document.addEventListener("selectionchange", () => {
    clearTimeout(later);
    later = setTimeout(show, 150);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") panel.hidden = true;
  });
  copy.addEventListener("click", async () => {
    const yaml = `${block.textContent}\n`;
    try {
      await navigator.clipboard.writeText(yaml);
      copy.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(block);
      copy.textContent = "Press Ctrl+C";
    }
  });
})();
