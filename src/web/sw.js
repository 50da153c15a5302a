// Keeps the page for offline use. bin/pack puts BUILD, the name of this build, and FILES, each with its hash, in front of this.
//
// One build is one cache, filled whole or not at all, and answered from before the network. A new build waits until a window asks for it. The code
// of a build lies in a folder of its name, so a window that still runs an older one finds its own files, as long as there is such a window.

const SCOPE = self.registration.scope;
// Another page of this origin has another scope, and its caches other names.
const PREFIX = `fazhi-check ${SCOPE} `;
const NAME = PREFIX + BUILD;
const HOME = [SCOPE, `${SCOPE}index.html`];
const CODE = new RegExp("^build-[0-9a-f]+/");

/** Takes all files from the network, and only when each has come and is what was built, puts them into the cache. */
async function fill() {
  const files = Object.entries(FILES).map(async ([path, integrity]) => {
    const url = SCOPE + path.replace(/^\.\//, "");
    // The browser's own cache is asked only for what the server says is still the same.
    const response = await fetch(url, { cache: "no-cache", integrity });
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return [url, response];
  });
  const answers = await Promise.all(files);
  try {
    const cache = await caches.open(NAME);
    await Promise.all(answers.map(([url, response]) => cache.put(url, response)));
  } catch (error) {
    await caches.delete(NAME).catch(() => {});
    throw error;
  }
}

async function whole() {
  const kept = await (await caches.open(NAME)).keys();
  return kept.length === Object.keys(FILES).length;
}

/** Whether all is kept. What the browser has thrown away is fetched again. */
async function kept() {
  try {
    if (!(await whole())) await fill();
    return true;
  } catch {
    return false;
  }
}

/** Deletes the caches of other builds, once a window alone is open: it is of this build, as it has just asked. */
async function tidy() {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.filter(({ url }) => url.startsWith(SCOPE)).length > 1) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== NAME).map((name) => caches.delete(name)));
}

/** The answer out of the cache of this build, or of an older one that a window still runs, or from the network. */
async function answer(request, url) {
  try {
    const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
    for (const cacheName of [NAME, ...names]) {
      const response = await caches.match(url, { cacheName, ignoreVary: true });
      if (response) return response;
    }
  } catch {
    // A storage that fails is no reason to fail while there is a network.
  }
  return fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(fill()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = request.url.replace(/[?#].*/s, "");
  if (request.method !== "GET" || !url.startsWith(SCOPE)) return;
  if (HOME.includes(url)) {
    if (request.mode === "navigate") event.respondWith(answer(request, SCOPE));
  } else if (url.slice(SCOPE.length) in FILES || CODE.test(url.slice(SCOPE.length))) {
    event.respondWith(answer(request, url));
  }
});

// A window says which build it is of, and is told whether it is this one, and whether that is kept; or asks for the build that waits.
self.addEventListener("message", (event) => {
  if (event.data === "activate") {
    self.skipWaiting();
    return;
  }
  const { build } = event.data;
  const [port] = event.ports;
  event.waitUntil(
    (async () => {
      await clients.claim();
      const all = build === BUILD && (await kept());
      if (all) await tidy().catch(() => {});
      port.postMessage({ same: build === BUILD, kept: all });
    })(),
  );
});
