// Files that the system opens with the installed page, given to it as if they were dropped on its window.

export function listen() {
  globalThis.launchQueue?.setConsumer(async ({ files }) => {
    if (!files?.length) return;
    const data = new DataTransfer();
    for (const handle of files) data.items.add(await handle.getFile());
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
}
