// 本机草稿, and the text on its way through a reload, as they lie on this machine: each in a database of its own, there only while it is wanted, sealed
// by a key that no script can read out.
//
// Each text has a key of its own, which goes with it. It keeps the words out of what searches, copies or backs up files; not from whoever opens
// this page in this browser.

const NAME = "fazhi-check";
const STORE = "draft";
const CIPHER = { name: "AES-GCM", iv: new Uint8Array(12) };

const asked = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

/** A database, opened for one thing; undefined where there is none and none is to be made. */
async function opened(name, make) {
  const request = indexedDB.open(name);
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

/** Does one thing with what a database keeps; false where there is none. */
async function within(name, act, make = false) {
  const database = await opened(name, make);
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
const make = (name) => within(name, empty, true);
const remove = (name) => asked(indexedDB.deleteDatabase(name));

/** Keeps a text, or that there is none, in the place of the last one. False where there is no such database. */
async function write(name, draft) {
  if (!draft) return (await within(name, empty)) !== false;
  const key = await crypto.subtle.generateKey({ ...CIPHER, length: 256 }, false, ["encrypt", "decrypt"]);
  const sealed = await crypto.subtle.encrypt(CIPHER, key, new TextEncoder().encode(JSON.stringify(draft)));
  return (await within(name, (store) => store.put({ key, sealed }, STORE))) !== false;
}

/** What is kept: false where there is no such database, nothing where it holds no text or none that can be read. */
async function read(name) {
  const kept = await within(name, (store) => store.get(STORE));
  try {
    return kept && JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(CIPHER, kept.key, kept.sealed)));
  } catch {
    return undefined;
  }
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
  await make(NAME);
  await write(NAME, JSON.parse(before || "null"));
}

// One after the other, so that an older text never comes to lie over a newer one.
let last = Promise.resolve();
const inTurn = (act) => (...args) => (last = last.catch(() => {}).then(() => act(...args)));

export const draft = {
  /** What is kept; false where the switch is off. */
  read: inTurn(async () => {
    await takeOver().catch(() => {});
    return read(NAME);
  }),

  /** Turns the switch on or off. Off, nothing is left. */
  turn: inTurn((on) => (on ? make(NAME) : remove(NAME))),

  /** Keeps a draft, or that there is none. False where another window has turned the switch off. */
  keep: inTurn((draft) => write(NAME, draft)),
};

// In the storage of the window: the name under which its text lies. No words.
const HANDED = "fazhi-check.handed";

export const handed = {
  /** Leaves a text for the page that this window loads next. */
  async leave(draft) {
    const name = `${NAME} ${crypto.randomUUID()}`;
    sessionStorage.setItem(HANDED, name);
    await make(name);
    await write(name, draft);
  },

  /** Takes what the page before this one has left, so that nothing stays of it. */
  async take() {
    const name = sessionStorage.getItem(HANDED);
    if (!name) return undefined;
    sessionStorage.removeItem(HANDED);
    try {
      return await read(name);
    } finally {
      await remove(name);
    }
  },
};
