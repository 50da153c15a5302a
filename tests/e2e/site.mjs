// Builds of the page in folders of the tests' own, each behind a server that can be stopped, started again, and given another build.

import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { serve } from "../../scripts/serve.mjs";
import { expect, test as base } from "./page.mjs";

const root = new URL("../../", import.meta.url).pathname;
export const dist = `${root}dist`;

/** Packs what Trunk built, with other words in a file of it. */
export async function pack(to, name, change) {
  const from = await mkdtemp(`${root}target/site-`);
  await cp(`${root}target/site`, from, { recursive: true });
  const text = await readFile(`${from}/${name}`, "utf8");
  await writeFile(`${from}/${name}`, change(text));
  await promisify(execFile)("cargo", ["run", "--quiet", "--bin", "pack", "--", from, to], { cwd: root });
  await rm(from, { recursive: true });
}

class Site {
  constructor(folder) {
    this.folder = folder;
  }

  get url() {
    return `http://127.0.0.1:${this.port}/`;
  }

  async start() {
    this.server = await serve(this.folder, this.port ?? 0);
    this.port = this.server.address().port;
  }

  async stop() {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** Puts a build up in the place of what there is, under the paths given. */
  async put(build, ...paths) {
    await rm(this.folder, { recursive: true });
    for (const path of paths.length ? paths : [""]) await cp(build, `${this.folder}/${path}`, { recursive: true });
  }

  /** Changes a file as no build would; what lies packed beside it goes. */
  async change(name, change) {
    const file = `${this.folder}/${name}`;
    await writeFile(file, change(await readFile(file, "utf8")));
    for (const packed of ["gz", "br"]) await rm(`${file}.${packed}`);
  }
}

export const test = base.extend({
  serviceWorkers: "allow",
  site: async ({}, use) => {
    const site = new Site(await mkdtemp(`${root}target/e2e-`));
    await site.put(dist);
    await site.start();
    await use(site);
    await site.stop();
    await rm(site.folder, { recursive: true });
  },
  baseURL: ({ site }, use) => use(site.url),
  // What the service worker asks for is asked by no page.
  context: async ({ context, site }, use) => {
    const asked = [];
    context.on("request", (request) => asked.push(request.url()));
    await use(context);
    expect(asked.filter((url) => !url.startsWith(site.url) && !url.startsWith("blob:"))).toEqual([]);
  },
  // A build that says something else than the one in dist/.
  next: [
    async ({}, use) => {
      const folder = await mkdtemp(`${root}target/next-`);
      await pack(folder, "index.html", (text) => text.replace("已可离线使用", "新版本已可离线使用"));
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: "worker", timeout: 300_000 },
  ],
});
