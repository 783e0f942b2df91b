import { expect, it } from "vitest";
import { openStores } from "../../db";
import { describeBarrierReports } from "./describe-barrier-reports";

it("lists what people reported, oldest first, with their lines", async () => {
  const stores = await openStores("file::memory:");
  await stores.barrierReports.add({ message: "Zweite Meldung", contact: null }, new Date("2026-11-22T10:30:00Z"));
  await stores.barrierReports.add({ message: "Kontrast zu gering\n\nim Kopf", contact: "a@example.org" }, new Date("2026-11-21T08:05:00Z"));
  const text = describeBarrierReports(await stores.barrierReports.list());
  await stores.close();
  expect(text).toBe(
    [
      "2026-11-21 08:05 UTC · a@example.org",
      "  Kontrast zu gering",
      "",
      "  im Kopf",
      "",
      "2026-11-22 10:30 UTC · no contact given",
      "  Zweite Meldung",
      "",
    ].join("\n"),
  );
});

it("says so where there are none", () => {
  expect(describeBarrierReports([])).toBe("Nobody has reported a barrier.\n");
});

it("shows what would command the terminal instead of sending it there", () => {
  const text = describeBarrierReports([{ message: "a\u009b31mb", contact: "c\nd", created_at: "2026-11-21T08:05:00.000Z" }]);
  expect(text).toBe("2026-11-21 08:05 UTC · c\\u000ad\n  a\\u009b31mb\n");
});
