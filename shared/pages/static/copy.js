// Buttons beside a text that is to be pasted elsewhere. Without this file the text is selected by hand.
"use strict";

async function copy(from, formatted) {
  if (!formatted) return navigator.clipboard.writeText(from.value);
  const plain = document.getElementById("text") || from;
  const blob = (text, type) => new Blob([text], { type });
  return navigator.clipboard.write([
    new ClipboardItem({
      "text/html": blob(from.value, "text/html"),
      "text/plain": blob(plain.value, "text/plain"),
    }),
  ]);
}

for (const button of document.querySelectorAll("[data-copies]")) {
  const from = document.getElementById(button.dataset.copies);
  const said = button.parentElement.querySelector("[role=status]");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    said.textContent = "";
    try {
      await copy(from, button.dataset.as === "formatted");
      said.textContent = button.dataset.done;
    } catch {
      from.focus();
      from.select();
    }
  });
}

for (const field of document.querySelectorAll("textarea[readonly], input[readonly]")) {
  field.addEventListener("focus", () => field.select());
}
