import { expect, it } from "vitest";
import { blockOf } from "./address-block";

it.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:0:7::1", "2001:db8:0:7"],
  ["2001:db8:0:7:ffff:ffff:ffff:ffff", "2001:db8:0:7"],
  ["2001:0DB8:0000:0007:0:0:0:2", "2001:db8:0:7"],
  ["2001:db8::7:0:0:0:1", "2001:db8:0:7"],
  ["2001:db8::", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["", ""],
])("%s counts as %s", (address, block) => {
  expect(blockOf(address)).toBe(block);
});
