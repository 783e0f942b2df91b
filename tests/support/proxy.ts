import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export type Proxy = { url: string; leadTo: (target: string) => void; close: () => Promise<void> };

/**
 * A server that hands on what comes below a path, as an operator's would, and answers nothing else.
 * @param strip whether it takes the path off.
 */
export async function openProxy(path: string, strip: boolean): Promise<Proxy> {
  let target = "";
  const server = createServer((incoming, outgoing) => {
    const { url = "", method, headers } = incoming;
    if (url !== path && !url.startsWith(`${path}/`)) return void outgoing.writeHead(404).end("Nothing here.");
    const asked = strip ? url.slice(path.length) || "/" : url;
    const handed = request(target + asked, { method, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    handed.on("error", () => outgoing.writeHead(502).end());
    incoming.pipe(handed);
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    leadTo: (address) => void (target = address),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
