import { BlockList, isIPv4 } from 'node:net';

/**
 * Whether a host leads, or may lead, into the network of the service itself: what an SSRF check refuses (facts 4.6).
 * @param host as a URL parser gives it: lower case, IPv4 addresses dotted, IPv6 addresses compressed and in brackets
 */
export function isInternalHost(host: string): boolean {
  if (host.startsWith('[')) return isInternalIpv6(host.slice(1, -1));
  if (isIPv4(host)) return internalIpv4.check(host, 'ipv4');
  const name = host.replace(/\.$/, '');
  return internalNames.some((one) => name === one || name.endsWith(`.${one}`));
}

/** Names that never belong to a public host: RFC 6761, RFC 6762, RFC 8375, and what clouds use inside. */
const internalNames = ['localhost', 'localdomain', 'local', 'internal', 'home.arpa'];

/** Networks of IPv4 that are not public (RFC 6890), and an address of a cloud's metadata outside of them. */
const internalIpv4 = blockList('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]);

/** Networks of IPv6 that are not public: unique and site-local, link-local, multicast; translation, discard, Teredo. */
const internalIpv6 = blockList('ipv6', [
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
]);

/** Networks of IPv6 with an IPv4 address inside, by the index of the group in which that begins. */
const carriers: readonly (readonly [BlockList, number])[] = [
  [blockList('ipv6', [['::', 96]]), 6], // IPv4-compatible, with :: and ::1
  [blockList('ipv6', [['::ffff:0:0', 96]]), 6], // IPv4-mapped
  [blockList('ipv6', [['::ffff:0:0:0', 96]]), 6], // IPv4-translated (RFC 2765)
  [blockList('ipv6', [['64:ff9b::', 96]]), 6], // NAT64 (RFC 6052)
  [blockList('ipv6', [['2002::', 16]]), 1], // 6to4 (RFC 3056)
];

function isInternalIpv6(address: string): boolean {
  if (internalIpv6.check(address, 'ipv6')) return true;
  const groups = groupsOf(address);
  return carriers.some(([network, at]) => {
    if (!network.check(address, 'ipv6')) return false;
    const [high = 0, low = 0] = groups.slice(at);
    return internalIpv4.check(`${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`, 'ipv4');
  });
}

/** The eight groups of a compressed address. */
function groupsOf(address: string): readonly number[] {
  const [head = [], tail = []] = address.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16));
}

function blockList(family: 'ipv4' | 'ipv6', networks: readonly (readonly [string, number])[]): BlockList {
  const blocked = new BlockList();
  for (const [network, prefix] of networks) blocked.addSubnet(network, prefix, family);
  return blocked;
}
