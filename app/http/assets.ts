import { existsSync, readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import express, { type RequestHandler } from "express";

const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};

type Asset = { type: string; plain: Buffer; br?: Buffer; gzip?: Buffer };

/**
 * Serves the build's hashed files from memory, for ever cacheable, each as it was compressed when it was built.
 * @param folder of the build. While somebody develops there may be none: then Vite serves the files.
 */
export function serveAssets(folder: string): RequestHandler {
  const assets = new Map<string, Asset>();
  const plain = join(folder, "client/assets");
  const read = (path: string) => (existsSync(path) ? readFileSync(path) : undefined);
  for (const name of existsSync(plain) ? readdirSync(plain) : []) {
    const compressed = join(folder, "compressed", name);
    assets.set(`/${name}`, {
      type: types[extname(name)] ?? "application/octet-stream",
      plain: readFileSync(join(plain, name)),
      br: read(`${compressed}.br`),
      gzip: read(`${compressed}.gz`),
    });
  }
  return (request, response, next) => {
    const asset = assets.get(request.path);
    if (!asset) return next();
    // One question after the other: asked for both, it answers with what the browser happens to name first, gzip.
    const encoding = asset.br && (request.acceptsEncodings("br") || request.acceptsEncodings("gzip"));
    response.set({ "Content-Type": asset.type, "Cache-Control": "public, max-age=31536000, immutable", Vary: "Accept-Encoding" });
    if (encoding === "br" || encoding === "gzip") response.set("Content-Encoding", encoding).end(asset[encoding]);
    else response.end(asset.plain);
  };
}

/**
 * Serves the few files that have an address of their own, such as `/robots.txt`. The disk is asked for nothing else: each page would
 * wait for an answer that is always no.
 */
export function servePublicFiles(folder: string): RequestHandler {
  const paths = new Set(existsSync(folder) ? readdirSync(folder).map((name) => `/${name}`) : []);
  const serve = express.static(folder, { maxAge: "1h", index: false });
  return (request, response, next) => {
    if (paths.has(request.path)) serve(request, response, next);
    else next();
  };
}
