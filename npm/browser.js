// The package in a browser: loads the wasm that lies beside it; once this module is imported, the functions are ready.

import start, { analyse, rules } from "./core.js";

await start();

export { analyse, rules };
