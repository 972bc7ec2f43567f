// The page of a job follows it in place; without a script the page loads itself anew.

const EVERY = 2000;

async function look() {
  const job = document.querySelector(".job[data-active]");
  if (!job) return;
  try {
    const answer = await fetch(location.href);
    const text = answer.ok && !answer.redirected ? await answer.text() : "";
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.querySelector(".job");
    // The button stays the same one while it can be pressed.
    if (fresh && !fresh.hasAttribute("data-active")) job.replaceWith(fresh);
    else if (fresh) {
      for (const part of [".job__state", ".job__bar"]) {
        job.querySelector(part).replaceWith(fresh.querySelector(part));
      }
    }
  } catch {
    // The connection comes back, or it does not; the next look tells.
  }
  setTimeout(look, EVERY);
}

setTimeout(look, EVERY);
