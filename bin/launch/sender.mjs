import { BlockList, isIPv4, isIPv6 } from "node:net";

/** Where a reverse proxy may stand: this machine and private networks. */
const near = new BlockList();
for (const [network, prefix] of /** @type {const} */ ([
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
]))
  near.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of /** @type {const} */ ([
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
]))
  near.addSubnet(network, prefix, "ipv6");

/**
 * The `x-forwarded-for` to go by: whoever connects from outside is who they are, whatever they claim; only a proxy nearby is believed. Sign-in
 * attempts are counted by it.
 * @param {string | undefined} connected the address at the other end of the socket
 * @param {string | undefined} claimed the header as it came
 * @returns {string}
 */
export function senderOf(connected, claimed) {
  const address = (connected ?? "").replace(/^::ffff:/iu, "");
  const nearby = (isIPv4(address) && near.check(address, "ipv4")) || (isIPv6(address) && near.check(address, "ipv6"));
  return nearby && claimed ? claimed : address;
}
