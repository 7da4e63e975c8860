// A part of a page came in place of a page. What is not the page that was asked for is gone to whole.
"use strict";

const whole = (where) => location.assign(where);

// What asks by itself leads nobody away, and asks for nothing while nobody looks.
const polls = (ctx) => ctx.sourceElement.matches("[data-polls]");

document.addEventListener("htmx:before:request", (event) => {
  if (polls(event.detail.ctx) && document.hidden) event.preventDefault();
});

document.addEventListener("htmx:before:response", (event) => {
  const { raw } = event.detail.ctx.response;
  if (raw.redirected || !(raw.ok || raw.status === 422)) {
    event.preventDefault();
    if (!polls(event.detail.ctx)) whole(raw.url);
  }
});

document.addEventListener("htmx:error", (event) => {
  const { ctx } = event.detail;
  if (ctx && !polls(ctx)) whole(ctx.request.action);
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
