import { expect, it } from "vitest";
import { signedHeaders, webhookSecret } from "./sign";

it("signs as the published example of Standard Webhooks does", () => {
  const headers = signedHeaders(
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "msg_p5jXN8AQM9LWM0D4loKWxJek",
    new Date(1_614_265_330_000),
    '{"test": 2432232314}',
  );
  expect(headers).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

it("derives another secret for each webhook and each setting, always the same", () => {
  const all = [webhookSecret("s".repeat(32), "a"), webhookSecret("s".repeat(32), "b"), webhookSecret("t".repeat(32), "a")];
  expect(new Set(all).size).toBe(3);
  for (const secret of all) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(webhookSecret("s".repeat(32), "a")).toBe(all[0]);
});
