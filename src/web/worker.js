// Runs a wasm off the page's thread: takes {glueUrl, module} once, says "ready", then answers each {call, args} with {answer}.

self.onmessage = async ({ data: { glueUrl, module } }) => {
  try {
    const glue = await import(glueUrl);
    await glue.default({ module_or_path: module });
    self.onmessage = ({ data: { call, args } }) => {
      // An error here reaches the page as the worker's error event, and the page starts another worker.
      self.postMessage({ answer: glue[call](...args) });
    };
    self.postMessage("ready");
  } catch (error) {
    // A promise that fails is no error event by itself.
    reportError(error);
  }
};
