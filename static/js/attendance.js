// Keeps a list through a lost signal. Each tick waits on this device, as numbers
// without names, until the portal has answered; it carries a key, so that nothing
// counts twice, and how long ago it was made, so that the clock of the phone is
// never asked.

const form = document.querySelector("[data-roll]");
const sync = document.querySelector("[data-sync]");
const SOON = 300;
const AGAIN = 15000;

if (form && sync) start();
if (form && navigator.serviceWorker) {
  const script = document.querySelector("script[data-offline]").dataset.offline;
  navigator.serviceWorker.register(script).catch(() => {});
}

function start() {
  const shelf = `presensi:${form.dataset.who}:${form.dataset.session}`;
  const token = form.elements.csrfmiddlewaretoken.value;
  let waiting = read(shelf);
  let timer = 0;
  let isSending = false;
  let fault = "";

  form.querySelector("[data-save]").hidden = true;
  form.querySelector("[data-everybody]").type = "button";
  waiting.forEach((mark) => show(mark.row, mark.status));
  form.addEventListener("change", (event) => {
    const row = event.target.closest("[data-row]");
    if (row) keep([row]);
  });
  form.querySelector("[data-everybody]").addEventListener("click", () => {
    const open = [...form.querySelectorAll("[data-row]")].filter((row) => !ticked(row));
    open.forEach((row) => show(row.dataset.row, "hadir"));
    keep(open);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  addEventListener("online", send);
  addEventListener("offline", tell);
  document.addEventListener("visibilitychange", () => document.hidden || send());
  tell();
  send();

  function keep(rows) {
    for (const row of rows) {
      const number = Number(row.dataset.row);
      const mark = { row: number, status: ticked(row), key: newKey(), at: Date.now() };
      waiting = [...waiting.filter((each) => each.row !== number), mark];
      row.classList.remove("is-open");
      row.querySelector("[data-note]").textContent = sync.dataset.now;
    }
    localStorage.setItem(shelf, JSON.stringify(waiting));
    count();
    tell();
    clearTimeout(timer);
    timer = setTimeout(send, SOON);
  }

  async function send() {
    if (isSending || !waiting.length || !navigator.onLine) return tell();
    isSending = true;
    const sent = waiting;
    try {
      const answer = await fetch(location.href, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams({ csrfmiddlewaretoken: token, marks: asSent(sent) }),
        redirect: "error",
      });
      await take(answer, sent);
    } catch {
      // No signal, or nobody signed in any more: the marks stay here.
      fault = navigator.onLine ? sync.dataset.reload : "";
      clearTimeout(timer);
      timer = setTimeout(send, AGAIN);
    }
    isSending = false;
    tell();
    if (waiting.length && !fault) timer = setTimeout(send, SOON);
  }

  async function take(answer, sent) {
    const isJson = (answer.headers.get("Content-Type") || "").includes("json");
    const said = isJson ? await answer.json() : {};
    if (!answer.ok) {
      fault = said.refused || sync.dataset.reload;
      return;
    }
    fault = "";
    const keys = new Set(sent.map((mark) => mark.key));
    waiting = waiting.filter((mark) => !keys.has(mark.key));
    if (waiting.length) localStorage.setItem(shelf, JSON.stringify(waiting));
    else localStorage.removeItem(shelf);
    const mine = new Set(waiting.map((mark) => mark.row));
    for (const [row, status] of Object.entries(said.standing)) {
      if (!mine.has(Number(row))) show(row, status);
    }
    count();
  }

  function tell() {
    const number = waiting.length;
    const words = number === 1 ? sync.dataset.one : sync.dataset.many.replace("%d", number);
    const why = fault || (navigator.onLine ? "" : sync.dataset.away);
    sync.hidden = false;
    sync.classList.toggle("is-waiting", number > 0 || !navigator.onLine);
    sync.classList.toggle("is-refused", Boolean(fault));
    sync.textContent = [number ? words : why ? "" : sync.dataset.saved, why].join(" ").trim();
  }

  function count() {
    const rows = [...form.querySelectorAll("[data-row]")];
    for (const figure of form.querySelectorAll("[data-count]")) {
      figure.textContent = rows.filter((row) => ticked(row) === figure.dataset.count).length;
    }
  }
}

function asSent(marks) {
  const now = Date.now();
  return JSON.stringify(
    marks.map((mark) => [mark.row, mark.status, Math.max(0, now - mark.at) / 1000, mark.key]),
  );
}

function ticked(row) {
  const radio = row.querySelector("input[type=radio]:checked");
  return radio ? radio.value : "";
}

function show(number, status) {
  const row = form.querySelector(`[data-row="${number}"]`);
  if (!row) return;
  for (const radio of row.querySelectorAll("input[type=radio]")) {
    radio.checked = radio.value === status;
  }
  row.classList.toggle("is-open", !status);
}

function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

function read(shelf) {
  try {
    const kept = JSON.parse(localStorage.getItem(shelf));
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
