// Names for the parts that the admin's own scripts and tables leave without one.

const DRAWN = "[role=combobox], [role=textbox], input";
const TYPED = "td input:not([type=hidden]), td select, td textarea";

function wordsOf(field) {
  const label = field.id && document.querySelector(`label[for="${field.id}"]`);
  if (label) return label.textContent.trim().replace(/:$/, "");
  const cell = field.closest("td");
  const table = cell && cell.closest("table");
  const head = table && table.querySelectorAll("thead tr:last-child th")[cell.cellIndex];
  return (head && head.textContent.trim()) || field.name;
}

function nameParts(root) {
  for (const field of root.querySelectorAll(TYPED)) {
    const isNamed = field.labels && field.labels.length;
    if (isNamed || field.hasAttribute("aria-label")) continue;
    field.setAttribute("aria-label", wordsOf(field));
  }
  for (const select of root.querySelectorAll("select.admin-autocomplete")) {
    const drawn = select.nextElementSibling;
    if (!drawn || !drawn.classList.contains("select2")) continue;
    for (const part of drawn.querySelectorAll(DRAWN)) {
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", wordsOf(select));
    }
  }
  // A cross for all of them stands in the list as no list item may; each has its own.
  for (const cross of root.querySelectorAll("ul > .select2-selection__clear")) {
    cross.remove();
  }
  for (const tip of root.querySelectorAll(".help-tooltip[aria-label]:not([role])")) {
    tip.setAttribute("role", "img");
  }
}

let isAsked = false;

// Boxes are drawn late, and again with each row that is added.
function nameSoon() {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    nameParts(document);
  });
}

nameSoon();
new MutationObserver(nameSoon).observe(document.body, { childList: true, subtree: true });

// Lists that were kept for a lost signal leave the device with whoever signs out.
document.addEventListener("submit", (event) => {
  if (event.target.id === "logout-form" && window.caches) caches.delete("presensi");
});
