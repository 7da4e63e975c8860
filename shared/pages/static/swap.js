// A part of a page came in place of a page. What is not the page that was asked for is gone to whole.
"use strict";

const whole = (where) => location.assign(where);

document.addEventListener("htmx:before:response", (event) => {
  const { raw } = event.detail.ctx.response;
  if (raw.redirected || !(raw.ok || raw.status === 422)) {
    event.preventDefault();
    whole(raw.url);
  }
});

document.addEventListener("htmx:error", (event) => {
  const { ctx } = event.detail;
  if (ctx) whole(ctx.request.action);
});

// Whose focus went with what was replaced goes on at the first of what came.
document.addEventListener("htmx:before:settle", (event) => {
  const first = event.detail.newContent.find((node) => node instanceof HTMLElement);
  if (first && document.activeElement === document.body) {
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
  }
});

// Read aloud, to who does not see that something moved.
document.addEventListener("htmx:after:swap", () => {
  const [said, says] = [document.getElementById("swapped"), document.querySelector("[data-says]")];
  if (said && says) said.textContent = says.textContent;
});
