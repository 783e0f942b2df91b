import { createServer, type AddressInfo, type Socket } from "node:net";

/** What ClamAV's daemon finds in a stream; anything else is clean. */
export const infectedMark = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

const usualAnswer = (text: string): string | null => (text.includes(infectedMark) ? "stream: Eicar-Signature FOUND" : "stream: OK");

/**
 * A daemon that speaks as much of ClamAV's protocol as a scan needs, and remembers what it was sent.
 * @param answerOf what it says of a stream; null: nothing, ever.
 */
export async function startClamd(answerOf = usualAnswer) {
  const received: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let bytes = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      bytes = Buffer.concat([bytes, data]);
      const stream = readStream(bytes);
      if (!stream) return;
      received.push(stream);
      const answer = answerOf(stream.toString("latin1"));
      if (answer !== null) socket.end(`${answer}\0`);
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    address: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What has been streamed, once the empty chunk that ends it is there. */
function readStream(bytes: Buffer): Buffer | null {
  const command = Buffer.from("zINSTREAM\0");
  if (!bytes.subarray(0, command.length).equals(command)) return null;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
