import { existsSync, readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import type { RequestHandler } from "express";

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
