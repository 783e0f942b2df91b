import { areaOf, addressOnDevice, keptElsewhere, openDevice } from "./device";
import { sendParts } from "./send-parts";

/** Younger ones may belong to a tab that is still at it. */
const youngest = 5_000;

/** Sends what other pages have left on the device. What cannot be stored stays there and is shown on its own page. */
export async function sendKept(currentAddress: string): Promise<void> {
  const area = areaOf("localStorage");
  const hasDeleted = /\/deleted$/.test(location.pathname);
  const left = keptElsewhere(area, addressOnDevice(currentAddress)).filter(({ kept }) => hasDeleted || Date.now() - kept.at > youngest);
  for (const address of new Set(left.map((one) => one.address))) {
    const parts = left.filter((one) => one.address === address).map(({ part, kept }) => ({ part, ...kept }));
    const reply = await sendParts(address, parts);
    // Whoever has just deleted an assessment wants nothing of it kept here either.
    if (reply.kind === "gone" && hasDeleted) for (const { part, typed } of parts) openDevice(area, address).forget(part, typed);
    if (reply.kind !== "result") continue;
    for (const { part, typed } of parts) if (part in reply.result.saved) openDevice(area, address).forget(part, typed);
  }
}
