// 本机草稿 as it lies on this machine: one database, there only while the switch is on, with the draft sealed by a key that no script can read out.
//
// Each draft has a key of its own, which goes with it. It keeps the words out of what searches, copies or backs up files; not from whoever opens
// this page in this browser.

const NAME = "fazhi-check";
const STORE = "draft";
const CIPHER = { name: "AES-GCM", iv: new Uint8Array(12) };

const asked = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

/** The database, opened for one thing; undefined where there is none and none is to be made. */
async function opened(make) {
  const request = indexedDB.open(NAME);
  let none = false;
  request.onupgradeneeded = () => {
    none = !make;
    if (none) request.transaction.abort();
    else request.result.createObjectStore(STORE);
  };
  try {
    return await asked(request);
  } catch (error) {
    if (none) return undefined;
    throw error;
  }
}

/** Does one thing with what is kept; false where the switch is off. */
async function within(act, make = false) {
  const database = await opened(make);
  if (!database) return false;
  try {
    const transaction = database.transaction(STORE, "readwrite");
    const finished = new Promise((done, failed) => {
      transaction.oncomplete = done;
      transaction.onabort = () => failed(transaction.error);
    });
    const result = asked(act(transaction.objectStore(STORE)));
    await finished;
    return await result;
  } finally {
    database.close();
  }
}

const empty = (store) => store.clear();

async function write(draft) {
  if (!draft) return (await within(empty)) !== false;
  const key = await crypto.subtle.generateKey({ ...CIPHER, length: 256 }, false, ["encrypt", "decrypt"]);
  const sealed = await crypto.subtle.encrypt(CIPHER, key, new TextEncoder().encode(JSON.stringify(draft)));
  return (await within((store) => store.put({ key, sealed }, STORE))) !== false;
}

/** What an earlier version kept in the clear; it lies there no longer. */
const before = (() => {
  const CLEAR = "fazhi-check.draft";
  try {
    const draft = localStorage.getItem(CLEAR);
    localStorage.removeItem(CLEAR);
    return draft;
  } catch {
    return null;
  }
})();

async function takeOver() {
  if (before === null) return;
  await within(empty, true);
  await write(JSON.parse(before || "null"));
}

// One after the other, so that an older text never comes to lie over a newer one.
let last = Promise.resolve();
const inTurn = (act) => (...args) => (last = last.catch(() => {}).then(() => act(...args)));

export const draft = {
  /** What is kept: false where the switch is off, nothing where there is no draft or none that can be read. */
  read: inTurn(async () => {
    await takeOver().catch(() => {});
    const kept = await within((store) => store.get(STORE));
    try {
      return kept && JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(CIPHER, kept.key, kept.sealed)));
    } catch {
      return undefined;
    }
  }),

  /** Turns the switch on or off. Off, nothing is left. */
  turn: inTurn((on) => (on ? within(empty, true) : asked(indexedDB.deleteDatabase(NAME)))),

  /** Keeps a draft, or that there is none, in the place of the last one. False where another window has turned the switch off. */
  keep: inTurn(write),
};
