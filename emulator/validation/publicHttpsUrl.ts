import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { isHost } from './baseUrl.ts';
import { both, type Check, text } from './checks.ts';
import { invalid } from './faults.ts';

/** An https URL of up to 1024 characters that does not lead to an internal address (facts 4.6: SSRF check). */
export const publicHttpsUrl: Check = both(text({ longest: 1024 }), (value, target, faults) => {
  const reason = faultOf(String(value));
  if (reason !== undefined) faults.push(invalid(target, reason));
  return value;
});

function faultOf(url: string): string | undefined {
  const authority = /^https:\/\/([^/\\?#\s]+)(?:[/?#]\S*)?$/i.exec(url)?.[1];
  const host =
    authority === undefined ? undefined : /^(\[[^\]]*\]|[^:]*)(?::[0-9]{1,5})?$/.exec(authority)?.[1];
  if (host === undefined || !isHost(host)) return 'The value must be an absolute URL with the scheme https.';
  return isInternal(host.toLowerCase()) ? 'The URL must not lead to an internal address.' : undefined;
}

function isInternal(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '');
  if (isIPv4(address)) return internal.check(address, 'ipv4');
  if (isIPv6(address)) return internal.check(address, 'ipv6');
  return host === 'localhost' || host.endsWith('.localhost') || host.endsWith('.internal');
}

const internal = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  internal.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  internal.addSubnet(network, prefix, 'ipv6');
