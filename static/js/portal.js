// Small comforts on pages that work without them.

const menu = document.querySelector("details.menu");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

document.addEventListener("click", (event) => {
  if (menu && menu.open && !menu.contains(event.target)) menu.open = false;
});

const summary = document.querySelector("[data-focus]");
if (summary) summary.focus();

// A second press on a slow line must not send the form again.
const sent = new Set();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  const button = event.submitter;
  if (!button || !button.dataset.wait) return;
  button.dataset.label = button.textContent;
  button.textContent = button.dataset.wait;
  button.setAttribute("aria-disabled", "true");
});

window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  sent.clear();
  for (const button of document.querySelectorAll("[data-label]")) {
    button.textContent = button.dataset.label;
    button.removeAttribute("aria-disabled");
  }
});

// Lists that were kept for a lost signal leave the device with whoever signs out.
document.addEventListener("submit", (event) => {
  const leaves = /\/logout\/$/.test(new URL(event.target.action, location.href).pathname);
  if (leaves && window.caches) caches.delete("presensi");
});
