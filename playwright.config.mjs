// The browser tests: the system's Chromium on the built dist/, and on pkg/ for the npm package. `make e2e` builds first.

import { defineConfig } from "@playwright/test";
import { chromiumPath } from "./scripts/chromium.mjs";

const page = "http://127.0.0.1:8097/";
export const PACKAGE = "http://127.0.0.1:8096/";

export default defineConfig({
  testDir: "tests/e2e",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  reporter: process.env.CI ? "dot" : "list",
  timeout: 30_000,
  webServer: [
    { command: "node scripts/serve.mjs 8097", url: page, reuseExistingServer: false },
    { command: "node scripts/serve.mjs 8096 pkg", url: `${PACKAGE}package.json`, reuseExistingServer: false },
  ],
  use: {
    baseURL: page,
    locale: "zh-CN",
    // They would answer in the place of what a test puts in; offline.spec.mjs lets them.
    serviceWorkers: "block",
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: chromiumPath,
      // Without a UTF-8 locale Chromium drops the Chinese names of downloads.
      env: { ...process.env, LANG: "C.UTF-8" },
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    },
  },
});
