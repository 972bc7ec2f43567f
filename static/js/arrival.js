// Keeps the press of "I am here" through a lost signal; without this script the form
// simply sends it. The other pages of a participant send what was left.
import { Queue, ago, shelves } from "./attendance-queue.js";

const SLOW = 3000;
const desk = document.querySelector("[data-arrivals]");
const form = document.querySelector("[data-press]");
const { who, address, offline, away, reload, gone } = desk.dataset;

class Presses extends Queue {
  // One at a time: a shelf is a session's, a press names the seat and the page.
  async post([press]) {
    this.address = address.replace("0/0", `${press.row}/${this.shelf.split(":").at(-1)}`);
    const answer = await this.fetch({ stamp: press.status, key: press.key, ago: ago(press) });
    if (answer.status === 404) return { refused: gone, isOver: true };
    return { ...(await answer.json()), isOver: !answer.ok };
  }
}

function open(shelf) {
  const presses = new Presses(shelf, desk.elements.csrfmiddlewaretoken.value, (answer) => told(presses, answer));
  return presses;
}

function show(state, sentence) {
  desk.hidden = false;
  for (const each of desk.querySelectorAll("[data-when]")) each.hidden = each.dataset.when !== state;
  desk.querySelector(`[data-when=${state}] [data-why]`).textContent = sentence;
}

function told(presses, answer) {
  if (!answer) return show("kept", navigator.onLine ? reload : away);
  if (!answer.refused) return location.reload();
  presses.keep([]);
  show("refused", answer.refused);
}

function offer() {
  const mine = left.find((each) => each.shelf.endsWith(`:${form.dataset.session}`)) || open(`hadir:${who}:${form.dataset.session}`);
  left = [...new Set([...left, mine])];
  // Before its hours the button is only for those who may have no signal in them.
  const fit = () => (form.hidden = mine.marks.length > 0 || ("early" in form.dataset && navigator.onLine));
  for (const name of ["online", "offline"]) addEventListener(name, fit);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!mine.marks.length) mine.add(Number(form.dataset.row), form.dataset.stamp);
    setTimeout(tell, navigator.onLine ? SLOW : 0);
    fit();
  });
  fit();
}

const tell = () => left.some((each) => each.marks.length) && show("kept", away);
const send = () => left.forEach((each) => each.send());
let left = shelves(`hadir:${who}:`).map(open);
navigator.serviceWorker?.register(offline).catch(() => {});
if (form) offer();
for (const name of ["online", "offline", "focus"]) addEventListener(name, send);
send();
tell();
