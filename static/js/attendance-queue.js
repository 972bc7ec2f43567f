// Marks wait on this device, as numbers without names, until the portal has answered.
// Each carries a key, so that nothing counts twice, and how long ago it was made, so
// that the clock of the phone is never asked.

const SOON = 300;
const AGAIN = 15000;

export class Queue {
  constructor(shelf, token, changed, address) {
    Object.assign(this, { shelf, token, changed, address, fault: "", isSending: false, isOver: false });
    this.marks = JSON.parse(localStorage.getItem(shelf) || "[]");
  }

  add(row, status) {
    const key = crypto.getRandomValues(new Uint32Array(3)).join("-");
    this.keep([...this.marks.filter((mark) => mark.row !== row), { row, status, key, at: Date.now() }]);
    this.later(SOON);
  }

  keep(marks) {
    this.marks = marks;
    if (marks.length) localStorage.setItem(this.shelf, JSON.stringify(marks));
    else localStorage.removeItem(this.shelf);
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), wait);
  }

  async send() {
    if (this.isSending || this.isOver || !this.marks.length || !navigator.onLine) return;
    this.isSending = true;
    const sent = this.marks;
    const answer = await this.post(sent).catch(() => null);
    this.isSending = false;
    if (answer && !answer.refused) this.keep(this.marks.filter((mark) => !sent.includes(mark)));
    // The link works no more: whoever keeps asking gets no other answer.
    this.isOver = Boolean(answer?.isOver);
    this.fault = answer ? answer.refused || "" : "unreached";
    if (this.marks.length && !this.isOver) this.later(this.fault ? AGAIN : SOON);
    this.changed(answer);
  }

  async post(sent) {
    const marks = sent.map((mark) => [mark.row, mark.status, ago(mark), mark.key]);
    const answer = await this.fetch({ marks: JSON.stringify(marks) });
    return { ...(await answer.json()), isOver: answer.status === 410 };
  }

  fetch(fields) {
    const body = new URLSearchParams({ csrfmiddlewaretoken: this.token, ...fields });
    return fetch(this.address, { method: "POST", headers: { Accept: "application/json" }, body, redirect: "error" });
  }
}

export const ago = (mark) => Math.max(0, Date.now() - mark.at) / 1000;
// The shelves of somebody on this device, one for each session.
export const shelves = (start) => Object.keys(localStorage).filter((name) => name.startsWith(start));
