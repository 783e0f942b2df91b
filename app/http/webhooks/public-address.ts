import { BlockList, isIPv4, isIPv6 } from "node:net";

/** Of IPv4 whatever is not of the open internet (IANA's special-purpose registry, multicast and reserved). */
const special = new BlockList();
for (const [network, bits] of [
  ...([["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12]] as const), // prettier-ignore
  ...([
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.31.196.0", 24],
    ["192.52.193.0", 24],
    ["192.88.99.0", 24],
  ] as const),
  ...([
    ["192.168.0.0", 16],
    ["192.175.48.0", 24],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
  ] as const),
  ...([
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
] as const)
  special.addSubnet(network, bits, "ipv4");

/** Of IPv6 only what is given out for the open internet, less what leads on to IPv4 or is for documents and protocols. */
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");
const specialIpv6 = new BlockList();
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["2620:4f:8000::", 48],
  ["3fff::", 20],
] as const)
  // prettier-ignore
  specialIpv6.addSubnet(network, bits, "ipv6");

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Whether an address is one of the open internet: none of this machine, of the network around it, or of what runs it. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, "ipv4");
  return isIPv6(address) && global.check(address, "ipv6") && !specialIpv6.check(address, "ipv6");
}

export const isLoopbackAddress = (address: string): boolean => loopback.check(address, isIPv6(address) ? "ipv6" : "ipv4");
