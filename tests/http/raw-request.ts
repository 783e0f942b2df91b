import { connect } from "node:net";

/**
 * Sends bytes as they are, for requests that `fetch` would refuse or mend.
 * @returns the status line and what follows, once the server has closed the connection or answered in full.
 */
export function rawRequest(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding("utf8").on("data", (chunk: string) => (answer += chunk));
    socket.on("error", reject).on("close", () => resolve(answer));
  });
}

/** The same, of which only the status matters. `Connection: close` is added, so that the server hangs up. */
export async function rawStatus(url: string, firstLine: string, headers: Record<string, string> = {}, body = ""): Promise<number> {
  const lines = Object.entries({ ...headers, Connection: "close" }).map(([name, value]) => `${name}: ${value}\r\n`);
  const answer = await rawRequest(url, `${firstLine}\r\n${lines.join("")}\r\n${body}`);
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
}
