// What stands in for a worker where there can be none: the same messages, answered in the page's own thread.

export class Here extends EventTarget {
  #glue;

  /** Takes the promise of a wasm's glue, ready to be called. */
  constructor(glue) {
    super();
    this.#glue = glue;
    glue.then(() => this.#tell("ready"), () => this.#fail());
  }

  async postMessage({ call, args }) {
    const glue = await this.#glue;
    // The page paints first what it has to say.
    setTimeout(() => {
      try {
        this.#tell({ answer: glue[call](...args) });
      } catch {
        this.#fail();
      }
    });
  }

  /** Nothing runs on: who ends a worker listens no more. */
  terminate() {}

  #tell(data) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  #fail() {
    this.dispatchEvent(new Event("error", { cancelable: true }));
  }
}
