import { expect, it } from "vitest";
import { isPublicAddress } from "./public-address";

it.each(["9.9.9.9", "193.99.144.80", "2a02:2e0:3fe:1001:302::", "2620:fe::fe"])("%s is of the open internet", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
  ...["192.0.0.192", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:9.9.9.9", "64:ff9b::a00:1"],
  ...["fc00::1", "fd00:ec2::254", "fe80::1", "ff02::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "fec0::1", "localhost", "", "0x7f.1"],
])("%s is not", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
