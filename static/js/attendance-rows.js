// The rows of a list on the page: what is ticked, and how many of each status.
export const form = document.querySelector("[data-roll]");
export const rows = form ? [...form.querySelectorAll("[data-row]")] : [];
export const ticked = (row) => row.querySelector(":checked")?.value || "";
export const numberOf = (row) => Number(row.dataset.row);

export function show(row, status) {
  for (const radio of row.querySelectorAll("[type=radio]")) radio.checked = radio.value === status;
  row.classList.toggle("is-open", !status);
}

export function count() {
  for (const figure of form.querySelectorAll("[data-count]")) {
    figure.textContent = rows.filter((row) => ticked(row) === figure.dataset.count).length;
  }
}
