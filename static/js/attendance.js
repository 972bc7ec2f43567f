// Keeps a list through a lost signal; without this script the form simply sends it.
import { Queue } from "./attendance-queue.js";

const form = document.querySelector("[data-roll]");
const sync = form && form.querySelector("[data-sync]");
const rows = form ? [...form.querySelectorAll("[data-row]")] : [];
const ticked = (row) => row.querySelector(":checked")?.value || "";
const numberOf = (row) => Number(row.dataset.row);

function show(row, status) {
  for (const radio of row.querySelectorAll("[type=radio]")) radio.checked = radio.value === status;
  row.classList.toggle("is-open", !status);
}

function start() {
  const shelf = `presensi:${form.dataset.who}:${form.dataset.session}`;
  const queue = new Queue(shelf, form.elements.csrfmiddlewaretoken.value, told);
  const { saved, one, many, away, reload, now } = sync.dataset;

  function tell() {
    const number = queue.marks.length;
    const fault = queue.fault === "unreached" ? reload : queue.fault;
    const why = navigator.onLine ? fault : away;
    const unsent = number === 1 ? one : number ? many.replace("{number}", number) : why ? "" : saved;
    sync.textContent = `${unsent} ${why}`.trim();
    sync.className = `roll__sync${number || why ? " is-waiting" : ""}`;
    for (const figure of form.querySelectorAll("[data-count]")) {
      figure.textContent = rows.filter((row) => ticked(row) === figure.dataset.count).length;
    }
  }

  function told(answer) {
    const mine = queue.marks.map((mark) => mark.row);
    const theirs = rows.filter((row) => answer?.standing && !mine.includes(numberOf(row)));
    theirs.forEach((row) => show(row, answer.standing[row.dataset.row] ?? ticked(row)));
    tell();
  }

  function keep(row) {
    queue.add(numberOf(row), ticked(row));
    row.classList.remove("is-open");
    row.querySelector("[data-note]").textContent = now;
    tell();
  }
  form.querySelector("[data-save]").hidden = !(sync.hidden = false);
  form.addEventListener("change", (event) => keep(event.target.closest("[data-row]")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!event.submitter?.name) return;
    rows.filter((row) => !ticked(row)).forEach((row) => (show(row, "hadir"), keep(row)));
  });
  for (const name of ["online", "offline", "focus"]) addEventListener(name, () => (tell(), queue.send()));
  for (const mark of queue.marks) rows.filter((row) => numberOf(row) === mark.row).map((row) => show(row, mark.status));
  queue.send();
  tell();
}

const { offline } = document.querySelector("[data-offline]").dataset;
navigator.serviceWorker?.register(offline).catch(() => {});
if (sync) start();
