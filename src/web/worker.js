// Serves the analysis off the page's thread: takes {glueUrl, module} once, says "ready", then answers each {text, settings} with {report}.

self.onmessage = async ({ data }) => {
  const glue = await import(data.glueUrl);
  await glue.default({ module_or_path: data.module });
  self.onmessage = ({ data: { text, settings } }) => {
    // An error here reaches the page as the worker's error event, and the page starts another worker.
    self.postMessage({ report: glue.analyse(text, settings) });
  };
  self.postMessage("ready");
};
