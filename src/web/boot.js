// Starts the page: loads the wasm once, keeps it for the worker, and says in plain words when this browser cannot run it.

const script = document.querySelector("script[data-glue]");
const address = (path) => new URL(path, document.baseURI).href;

async function compile(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  try {
    return await WebAssembly.compileStreaming(response.clone());
  } catch {
    // A server that gives wasm a wrong Content-Type.
    return WebAssembly.compile(await response.arrayBuffer());
  }
}

/** What is told of the rules, loaded when it is wanted. */
async function texts() {
  const glue = await import(address("texts.js"));
  await glue.default();
  return glue.texts();
}

try {
  const glueUrl = address(script.dataset.glue);
  const [glue, module] = await Promise.all([import(glueUrl), compile(address(script.dataset.wasm))]);
  // What a worker can run: the page's own wasm, and one for office files that is loaded when it is wanted.
  globalThis.fazhiBoot = { workerUrl: address("worker.js"), app: { glueUrl, module }, office: { glueUrl: address("office.js") }, texts };
  await glue.default({ module_or_path: module });
} catch (error) {
  console.error(error);
  const words = document.querySelector("#boot p");
  if (words) {
    words.textContent =
      typeof WebAssembly === "object"
        ? "页面没有打开成功。请刷新一次；如果还是这样，请检查网络后再试。"
        : "这个浏览器版本太旧，无法运行本页。请改用 Chrome 109、Edge 109、Firefox 115 或更新的版本；国产浏览器请切换到“极速模式”。";
    document.querySelector("#boot").classList.add("failed");
  }
}
