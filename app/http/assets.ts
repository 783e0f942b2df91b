import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { RequestHandler } from "express";

const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};

type Asset = { type: string; plain: Buffer; br?: Buffer; gzip?: Buffer };

/**
 * Serves the build's hashed files from memory, for ever cacheable, compressed once at start with the best that
 * brotli gives: a file this small is worth it, and no request waits for it.
 */
export function serveAssets(folder: string): RequestHandler {
  const assets = new Map<string, Asset>();
  for (const name of readdirSync(folder)) {
    const plain = readFileSync(join(folder, name));
    const type = types[extname(name)] ?? "application/octet-stream";
    const compressible = extname(name) !== ".woff2";
    assets.set(`/${name}`, { type, plain, ...(compressible && { br: brotliCompressSync(plain), gzip: gzipSync(plain, { level: 9 }) }) });
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
