// Names for the parts that the admin's own scripts draw without one.

function wordsOf(select) {
  const label = document.querySelector(`label[for="${select.id}"]`);
  if (label) return label.textContent.trim().replace(/:$/, "");
  const cell = select.closest("td");
  const head = cell && cell.closest("table").querySelectorAll("thead th")[cell.cellIndex];
  return head ? head.textContent.trim() : select.name;
}

function nameParts(root) {
  for (const select of root.querySelectorAll("select.admin-autocomplete")) {
    const drawn = select.nextElementSibling;
    if (!drawn || !drawn.classList.contains("select2")) continue;
    const name = wordsOf(select);
    for (const part of drawn.querySelectorAll("[role=combobox], [role=textbox], input")) {
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", name);
    }
  }
  for (const tip of root.querySelectorAll(".help-tooltip[aria-label]:not([role])")) {
    tip.setAttribute("role", "img");
  }
}

window.addEventListener("load", () => {
  nameParts(document);
  document.addEventListener("formset:added", (event) => {
    setTimeout(() => nameParts(event.target));
  });
});
