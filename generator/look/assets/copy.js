/* A button after each `.fs-copy` that puts its text on the clipboard. Without script there are no buttons. */
(() => {
  "use strict";
  const blocks = document.querySelectorAll(".fs-copy");
  if (!blocks.length) return;

  const said = document.createElement("p");
  said.className = "fs-said";
  said.setAttribute("role", "status");
  document.body.append(said);

  /* Where pages are files, or not served safely, there is no `navigator.clipboard`. */
  const copied = async (block, text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const put = (event) => (event.clipboardData.setData("text/plain", text), event.preventDefault());
      getSelection().selectAllChildren(block);
      document.addEventListener("copy", put, { once: true });
      const done = document.execCommand("copy");
      document.removeEventListener("copy", put);
      if (done) getSelection().removeAllRanges();
      return done;
    }
  };

  for (const block of blocks) {
    const label = block.dataset.label || "text";
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "fs-copy-button", textContent: `Copy ${label}` });
    block.after(button);
    let later;
    button.addEventListener("click", async () => {
      const done = await copied(block, block.textContent);
      button.textContent = done ? "Copied" : "Press Ctrl+C";
      said.textContent = done ? `Copied ${label}` : `${label} is selected. Press Ctrl+C`;
      clearTimeout(later);
      later = setTimeout(() => ((button.textContent = `Copy ${label}`), (said.textContent = "")), 4000);
    });
  }
})();
