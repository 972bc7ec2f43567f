// Keeps a list through a lost signal; without this script the form simply sends it.
import { Queue, shelves } from "./attendance-queue.js";
import { count, form, numberOf, rows, show, ticked } from "./attendance-rows.js";

const sync = form && form.querySelector("[data-sync]");

function start() {
  const { who, session } = form.dataset;
  const token = form.elements.csrfmiddlewaretoken.value;
  const place = (name) => form.getAttribute("action").replace(/\d+\/$/, `${name.split(":").at(-1)}/`);
  const open = (name, changed) => new Queue(name, token, changed, place(name));
  const queue = open(`presensi:${who}:${session}`, told);
  // What was ticked on the lists of other sessions goes to those.
  const others = shelves(`presensi:${who}:`).filter((name) => name !== queue.shelf);
  const queues = [queue, ...others.map((name) => open(name, () => tell()))];
  const send = () => queues.forEach((each) => each.send());
  const { saved, one, many, away, reload, now } = sync.dataset;

  function tell() {
    const number = queues.flatMap((each) => each.marks).length;
    const said = queues.map((each) => each.fault).find(Boolean);
    const fault = said === "unreached" ? reload : said || "";
    const why = navigator.onLine ? fault : away;
    const unsent = number === 1 ? one : number ? many.replace("{number}", number) : why ? "" : saved;
    sync.textContent = `${unsent} ${why}`.trim();
    sync.className = `roll__sync${number || why ? " is-waiting" : ""}`;
    count();
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
  for (const name of ["online", "offline", "focus"]) addEventListener(name, () => (tell(), send()));
  for (const mark of queue.marks) rows.filter((row) => numberOf(row) === mark.row).map((row) => show(row, mark.status));
  send();
  tell();
}

const { offline } = document.querySelector("[data-offline]").dataset;
navigator.serviceWorker?.register(offline).catch(() => {});
if (sync) start();
