// Serves a folder on 127.0.0.1 as a static host does, with the headers that its `_headers` asks for: `node scripts/serve.mjs [port [folder]]`, dist/ if
// none is named. For `make serve`, the browser tests and what is measured.

import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { basename, extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
const RULES = "_headers";
const PACKED = { br: ".br", gzip: ".gz" };

/** The rules of a `_headers`: which paths, and what is sent with them. */
export function rules(text) {
  const rules = [];
  for (const line of text.split("\n").filter((line) => line.trim() && !line.startsWith("#"))) {
    if (line.startsWith("/")) {
      const pattern = line.trim().replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
      rules.push({ path: new RegExp(`^${pattern}$`), headers: {} });
    } else {
      const at = line.indexOf(":");
      rules.at(-1).headers[line.slice(0, at).trim()] = line.slice(at + 1).trim();
    }
  }
  return rules;
}

/** What is in a file, packed where that lies beside it and the browser takes it. */
async function read(file, accepted) {
  for (const [encoding, ending] of Object.entries(PACKED)) {
    if (accepted.includes(encoding)) {
      const body = await readFile(file + ending).catch(() => undefined);
      if (body) return { body, encoding };
    }
  }
  return { body: await readFile(file) };
}

/** Serves a folder; gives the server once it listens. Port 0 is any free one. */
export async function serve(folder, port) {
  const root = resolve(folder);
  const sent = rules(await readFile(join(root, RULES), "utf8").catch(() => ""));

  async function find(path, headers, asked) {
    const file = join(root, normalize(path));
    if (path.includes("\0") || !`${file}${sep}`.startsWith(root + sep) || basename(file) === RULES) throw new Error("none of the files");
    if (!path.endsWith("/") && (await stat(file)).isDirectory()) {
      headers.Location = `${encodeURI(basename(path))}/`;
      return { status: 301 };
    }
    const wanted = path.endsWith("/") ? join(file, "index.html") : file;
    const { body, encoding } = await read(wanted, asked["accept-encoding"] ?? "");
    headers["Content-Type"] = types[extname(wanted)] ?? "application/octet-stream";
    headers.Vary = "Accept-Encoding";
    if (encoding) headers["Content-Encoding"] = encoding;
    headers.ETag = `"${createHash("sha256").update(body).digest("base64url")}"`;
    return asked["if-none-match"] === headers.ETag ? { status: 304 } : { status: 200, body };
  }

  const server = createServer(async (request, response) => {
    const headers = { "Cache-Control": "no-cache" };
    try {
      const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
      for (const rule of sent) if (rule.path.test(path)) Object.assign(headers, rule.headers);
      const { status, body } = await find(path, headers, request.headers);
      response.writeHead(status, headers).end(body);
    } catch {
      response.writeHead(404, { ...headers, "Content-Type": types[".txt"] }).end("404");
    }
  });
  await new Promise((listening, failed) => server.once("error", failed).listen(port, "127.0.0.1", listening));
  return server;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [port = 8080, folder = "dist"] = process.argv.slice(2);
  try {
    await serve(fileURLToPath(new URL(`../${folder}`, import.meta.url)), Number(port));
    console.log(`法治年报核对：http://127.0.0.1:${port}/（按 Ctrl+C 停止）`);
  } catch (error) {
    console.error(error.code === "EADDRINUSE" ? `端口 ${port} 已被占用，请换一个：make serve PORT=8081` : error.message);
    process.exitCode = 1;
  }
}
