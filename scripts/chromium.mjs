// Where the system's Chromium is, for the browser tests and what is measured.

import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const chromiumPath = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));
