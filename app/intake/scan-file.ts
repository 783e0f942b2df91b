import { connect } from "node:net";

/** `clean`; `infected`; or `unknown`, where the scanner does not answer, or not in time, or cannot say. */
export type ScanResult = "clean" | "infected" | "unknown";

const chunkBytes = 64 * 1024;
const longestSeconds = 60;

/**
 * Has ClamAV's daemon look at a file, over its own protocol (INSTREAM, see clamd(8)): nothing has to lie where it can read.
 * @param address a path of a socket, or tcp://host:port.
 */
export function scanFile(bytes: Uint8Array, address: string, seconds = longestSeconds): Promise<ScanResult> {
  return new Promise((resolve) => {
    const tcp = /^tcp:\/\/([^/:]+):(\d+)$/.exec(address);
    const socket = tcp ? connect({ host: tcp[1] ?? "", port: Number(tcp[2]) }) : connect({ path: address });
    let answer = "";
    const end = () => {
      socket.destroy();
      resolve(resultOf(answer));
    };
    socket.setTimeout(seconds * 1000, end);
    socket.on("connect", () => {
      socket.write("zINSTREAM\0");
      for (let from = 0; from < bytes.length; from += chunkBytes) {
        const chunk = bytes.subarray(from, from + chunkBytes);
        socket.write(lengthOf(chunk));
        socket.write(chunk);
      }
      socket.write(lengthOf(new Uint8Array()));
    });
    socket.on("data", (data: Buffer) => {
      answer += data.toString("latin1");
      if (answer.includes("\0")) end();
    });
    socket.on("error", end);
    socket.on("close", end);
  });
}

/** Four bytes, the highest first. */
function lengthOf(chunk: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

function resultOf(answer: string): ScanResult {
  const said = answer.replace(/\0[^]*$/, "").trim();
  if (said === "stream: OK") return "clean";
  return / FOUND$/.test(said) ? "infected" : "unknown";
}
