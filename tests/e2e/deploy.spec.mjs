// The page as hosts serve it: the headers, which are one policy in three places, and any path.

import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { rules, serve } from "../../scripts/serve.mjs";
import { App, expect, REPORT, test } from "./page.mjs";

const root = new URL("../../", import.meta.url);
const dist = new URL("dist", root).pathname;
const read = (name) => readFile(new URL(name, root), "utf8");
const [everywhere] = rules(await read("deploy/_headers"));
const POLICY = "Content-Security-Policy";

/** Serves a folder of the test's own under target/, with dist/ or files in it. */
const it = test.extend({
  folder: async ({}, use) => {
    const folder = await mkdtemp(new URL("target/deploy-", root).pathname);
    await use(folder);
    await rm(folder, { recursive: true });
  },
  served: async ({ folder }, use) => {
    const servers = [];
    await use(async () => {
      const server = await serve(folder, 0);
      servers.push(server);
      return `http://127.0.0.1:${server.address().port}`;
    });
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  },
});

it("every answer has the headers of deploy/_headers, one that finds nothing too", async ({ request }) => {
  const build = (await (await request.get("./")).text()).match(/"\.\/(build-[^/]+)\/boot\.js"/)[1];
  const hashed = "public, max-age=31536000, immutable";
  for (const [path, status, type, cache] of [
    ["./", 200, "text/html; charset=utf-8", "no-cache"],
    ["./sw.js", 200, "text/javascript; charset=utf-8", "no-cache"],
    [`./${build}/boot.js`, 200, "text/javascript; charset=utf-8", hashed],
    [`./${build}/office_bg.wasm`, 200, "application/wasm", hashed],
    ["./nothing", 404, "text/plain; charset=utf-8", "no-cache"],
    ["./_headers", 404, "text/plain; charset=utf-8", "no-cache"],
  ]) {
    const answer = await request.get(path);
    const headers = answer.headers();
    expect([path, answer.status(), headers["content-type"], headers["cache-control"]]).toEqual([path, status, type, cache]);
    for (const [name, value] of Object.entries(everywhere.headers)) expect(headers[name.toLowerCase()], name).toBe(value);
  }
});

it("the page's own policy and that of nginx.conf are the same", async () => {
  const { [POLICY]: policy, ...others } = everywhere.headers;
  // In a page it means nothing.
  const own = policy.replace(/; frame-ancestors 'none'$/, "");
  expect(own).not.toBe(policy);
  for (const page of [await read("index.html"), await read("dist/index.html")]) {
    expect(page.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1]).toBe(own);
    expect(page.match(/name="referrer" content="([^"]*)"/)?.[1]).toBe(others["Referrer-Policy"]);
  }
  const nginx = [...(await read("deploy/nginx.conf")).matchAll(/add_header (\S+) "(.*)" always;/g)];
  expect(Object.fromEntries(nginx.map(([, name, value]) => [name, value]))).toEqual(everywhere.headers);
});

it("under any path all of it works", async ({ page: _, folder, served, browser }) => {
  await mkdir(`${folder}/a/法治`, { recursive: true });
  await symlink(dist, `${folder}/a/法治/b`);
  await writeFile(`${folder}/_headers`, await read("deploy/_headers"));
  const origin = await served();
  const context = await browser.newContext({ baseURL: `${origin}/a/法治/b` });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  // Without the slash, as people type it.
  await page.goto(`${origin}/a/法治/b`);
  const app = new App(page);
  await app.paste(REPORT);
  await expect(app.results.getByRole("heading", { name: /四部分/ })).toBeVisible();
  expect((await app.save("数据表（Excel，XLSX）")).bytes.subarray(0, 2).toString()).toBe("PK");
  await app.foot.getByRole("button", { name: "规则说明" }).click();
  await expect(page.getByRole("dialog", { name: "规则说明" })).toContainText("查什么：");
  const under = `${origin}${encodeURI("/a/法治/b")}`;
  expect(asked.filter((url) => !url.startsWith(under) && !url.startsWith("blob:"))).toEqual([]);
  await context.close();
});

it("what lies packed beside a file is sent packed, and what has not changed is not sent again", async ({ folder, served, request }) => {
  await writeFile(`${folder}/文.js`, "plain");
  await writeFile(`${folder}/文.js.gz`, gzipSync("packed"));
  const origin = await served();
  const packed = await request.get(`${origin}/文.js`, { headers: { "Accept-Encoding": "gzip" } });
  expect([await packed.text(), packed.headers()["content-encoding"], packed.headers().vary]).toEqual(["packed", "gzip", "Accept-Encoding"]);
  const plain = await request.get(`${origin}/文.js`, { headers: { "Accept-Encoding": "identity" } });
  expect([await plain.text(), plain.headers()["content-encoding"]]).toEqual(["plain", undefined]);
  const again = await request.get(`${origin}/文.js`, { headers: { "Accept-Encoding": "identity", "If-None-Match": plain.headers().etag } });
  expect(again.status()).toBe(304);
});

it("nothing outside the folder is served", async ({ folder, served }) => {
  await mkdir(`${folder}/in`);
  await writeFile(`${folder}/index.html`, "in");
  const origin = await served();
  for (const path of ["/..%2f..%2fpackage.json", "/%2e%2e/%2e%2e/package.json", "/in/..%2f..%2f..%2fpackage.json", "/%00", "/%zz", "/in"]) {
    const answer = await fetch(`${origin}${path}`, { redirect: "manual" });
    expect([path, answer.status]).toEqual([path, path === "/in" ? 301 : 404]);
  }
});
