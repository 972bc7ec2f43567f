// Shows a list again that was opened before, while there is no signal. Only pages
// that allow it are kept, and only as long as they say; signing out deletes them.

const KEPT = "presensi";
const UNTIL = "X-Kept-Until";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const request = event.request;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (new URL(request.url).pathname.startsWith("{% static "" %}")) {
    event.respondWith(part(request));
  }
});

async function page(request) {
  const store = await caches.open(KEPT);
  let answer;
  try {
    answer = await fetch(request);
  } catch {
    return (await fresh(store, request)) || Response.error();
  }
  const seconds = Number(answer.headers.get("X-Keep-Offline") || 0);
  if (answer.ok && seconds > 0) await keep(store, request, answer, seconds);
  else if (isClosed(answer)) await store.delete(request);
  return answer;
}

// Sent to sign in, or no longer open to whoever asks; a portal that is busy is neither.
function isClosed(answer) {
  return answer.type === "opaqueredirect" || [403, 404, 410].includes(answer.status);
}

async function keep(store, request, answer, seconds) {
  const copy = answer.clone();
  const headers = new Headers(copy.headers);
  headers.set(UNTIL, String(Date.now() + seconds * 1000));
  await store.put(request, new Response(await copy.blob(), { headers }));
}

async function fresh(store, request) {
  await forgetOld(store);
  return store.match(request);
}

async function forgetOld(store) {
  for (const request of await store.keys()) {
    const kept = await store.match(request);
    const until = kept && kept.headers.get(UNTIL);
    if (until && Number(until) < Date.now()) await store.delete(request);
  }
}

// Styles, scripts and letters hold nothing of anybody.
async function part(request) {
  const store = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok) await store.put(request, answer.clone());
    return answer;
  } catch {
    return (await store.match(request)) || Response.error();
  }
}
