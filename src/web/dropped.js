// The files that were dropped on the window, those in folders among them, in the order of their paths.

const listed = (folder) =>
  new Promise((done, failed) => {
    const reader = folder.createReader();
    const entries = [];
    // It gives a hundred at a time, and none at the end.
    const more = () => reader.readEntries((some) => (some.length ? (entries.push(...some), more()) : done(entries)), failed);
    more();
  });

async function under(entry, files) {
  if (entry.isDirectory) {
    for (const inner of await listed(entry)) await under(inner, files);
  } else {
    files.push([entry.fullPath, await new Promise((done, failed) => entry.file(done, failed))]);
  }
}

/** Must be called while the drop is told: what was dropped cannot be asked for later. */
export async function dropped(data) {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.());
  if (!entries.some((entry) => entry?.isDirectory)) return [...data.files];
  const files = [];
  for (const entry of entries) if (entry) await under(entry, files);
  const order = new Intl.Collator("zh-CN", { numeric: true });
  return files.sort(([one], [other]) => order.compare(one, other)).map(([, file]) => file);
}
