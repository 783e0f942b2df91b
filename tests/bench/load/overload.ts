import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "./client";
import { otherWeights, visit, type DemoVisitor } from "./demo-visitor";

/** Each request with what it took, in milliseconds, and whether it was done or refused with 429 or 503. */
type Asked = { milliseconds: number; isRefused: boolean };

/** As many people as keep the application at work all the time, and no more. */
const saturating = 8;
const times = 10;
/** So many people at the most wait for an answer at once. */
const people = 240;

async function ask({ client, path }: DemoVisitor): Promise<Asked> {
  const begun = performance.now();
  const { status } = await client.get(`${path}/report?${otherWeights()}`);
  if (![200, 429, 503].includes(status)) throw new Error(`Answered with ${status}`);
  return { milliseconds: performance.now() - begun, isRefused: status !== 200 };
}

/**
 * People, each with an address of their own, ask for reports that nothing remembers: first one after the other, as fast as they are
 * answered; then ten times as many a second, whether they are answered or not.
 * @returns p99 of what is done at saturation and at overload, and of refusals, in milliseconds; and the part that is refused.
 */
export async function measureOverload(url: string, seconds: number) {
  const all: DemoVisitor[] = [];
  for (let index = 0; index < people; index += 1) all.push(await visit(url, `10.0.${index >> 7}.${(index & 127) + 1}`));

  const saturated: Asked[] = [];
  const end = performance.now() + 2 * seconds * 1000;
  await Promise.all(
    all.slice(0, saturating).map(async (one) => {
      while (performance.now() < end) saturated.push(await ask(one));
    }),
  );
  const perSecond = saturated.length / (2 * seconds);

  const overloaded: Asked[] = [];
  const free = [...all];
  const begun = performance.now();
  const under: Promise<void>[] = [];
  let sent = 0;
  let unsent = 0;
  for (let now = 0; now < seconds * 1000; now = performance.now() - begun) {
    for (; sent + unsent < (now / 1000) * perSecond * times;) {
      const one = free.shift();
      // Everybody waits already: more cannot be asked by them.
      if (!one) {
        unsent += 1;
        continue;
      }
      sent += 1;
      under.push(
        ask(one).then((asked) => {
          overloaded.push(asked);
          free.push(one);
        }),
      );
    }
    await pause(2);
  }
  await Promise.all(under);
  for (const { client } of all) client.close();
  const p99 = (some: Asked[]) => percentile(some.map(({ milliseconds }) => milliseconds), 0.99); // prettier-ignore
  const refused = overloaded.filter(({ isRefused }) => isRefused);
  return {
    perSecond,
    sentPerSecond: sent / seconds,
    saturated: p99(saturated.filter(({ isRefused }) => !isRefused)),
    accepted: p99(overloaded.filter(({ isRefused }) => !isRefused)),
    refused: p99(refused),
    refusedPart: refused.length / overloaded.length,
  };
}
