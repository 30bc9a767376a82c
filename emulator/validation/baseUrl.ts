import { isIPv4, isIPv6 } from 'node:net';
import { both, type Check, text } from './checks.ts';
import { invalid } from './faults.ts';

/** A base URL of an API service: absolute, http or https, no query, fragment or odd path segment (facts 4.3). */
export const baseUrl: Check = both(text({ longest: 256 }), (value, target, faults) => {
  const reason = faultOf(String(value));
  if (reason !== undefined) faults.push(invalid(target, reason));
  return value;
});

/** A raw character that no URL path has, or a percent sign that begins no escape. */
export const notInPath = /[\s"<>^`{|}\p{Cc}]|%(?![0-9A-Fa-f]{2})/u;

/** Whether a host, without port, is a DNS hostname or an IP address; IPv6 addresses stand in brackets. */
export function isHost(host: string): boolean {
  const bracketed = /^\[([0-9A-Fa-f:.]+)\]$/.exec(host)?.[1];
  if (bracketed !== undefined) return isIPv6(bracketed);
  if (/(?:^|\.)[0-9]+$/.test(host)) return isIPv4(host);
  return host.length <= 253 && host.split('.').every((label) => dnsLabel.test(label));
}

const dnsLabel = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const authority = /^(\[[^\]]*\]|[^:]*)(?::([0-9]{1,5}))?$/;

function faultOf(url: string): string | undefined {
  const parts = /^https?:\/\/([^/\\?#]*)(.*)$/is.exec(url);
  if (parts === null) return 'The URL must be absolute and have the scheme https or http.';
  const [, address = '', path = ''] = parts;
  const [, host, port] = authority.exec(address) ?? [];
  if (host === undefined || !isHost(host))
    return 'The host of the URL must be a DNS hostname or an IP address.';
  if (port !== undefined && Number(port) > 65535) return 'The port of the URL must not be above 65535.';
  if (/[?#]/.test(path)) return 'The URL must not have a query or fragment.';
  if (path.endsWith('/')) return 'The path of the URL must not end in a slash.';
  if (path.includes('\\')) return 'The path of the URL must not have backslashes.';
  if (notInPath.test(path)) return 'The path of the URL has a character that must be percent-encoded.';
  const odd =
    path === ''
      ? undefined
      : path
          .slice(1)
          .split('/')
          .find((segment) => /^\.{0,2}$/.test(segment));
  return odd === undefined
    ? undefined
    : 'The path of the URL must not have empty, dot or double-dot segments.';
}
