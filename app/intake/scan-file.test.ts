import { afterEach, expect, it } from "vitest";
import { infectedMark, startClamd } from "../../tests/support/clamd";
import { scanFile } from "./scan-file";

let closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
});
async function clamd(answer?: () => string | null) {
  const daemon = await startClamd(answer);
  closing.push(daemon.close);
  return daemon;
}

it("sends the whole file, in chunks, and takes the daemon's word", async () => {
  const daemon = await clamd();
  const large = Buffer.alloc(200_000, 7);
  expect(await scanFile(large, daemon.address)).toBe("clean");
  expect(daemon.received[0]?.equals(large)).toBe(true);
  expect(await scanFile(Buffer.from(`…${infectedMark}…`), daemon.address)).toBe("infected");
});

it.each(["INSTREAM size limit exceeded. ERROR", "stream: OK or so", "", "stream: not FOUND here"])(
  "knows nothing after %j",
  async (answer) => {
    const daemon = await clamd(() => answer);
    expect(await scanFile(Buffer.from("x"), daemon.address)).toBe("unknown");
  },
);

it("knows nothing where nobody listens, or nobody answers in time", async () => {
  const daemon = await clamd();
  await daemon.close();
  expect(await scanFile(Buffer.from("x"), daemon.address)).toBe("unknown");
  expect(await scanFile(Buffer.from("x"), "/no/such/socket")).toBe("unknown");
  const silent = await clamd(() => null);
  expect(await scanFile(Buffer.from("x"), silent.address, 0.2)).toBe("unknown");
});
