// The package in Node: reads the wasm that lies beside it; once this module is imported, the functions are ready.

import { readFileSync } from "node:fs";
import { analyse, initSync, rules } from "./core.js";

initSync({ module: readFileSync(new URL("core_bg.wasm", import.meta.url)) });

export { analyse, rules };
