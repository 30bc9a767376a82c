import { isHost, notInPath } from './baseUrl.ts';
import { both, type Check, text } from './checks.ts';
import { invalid } from './faults.ts';
import { isInternalHost } from './internalHost.ts';

/** An https URL of up to 1024 characters that does not lead to an internal address (facts 4.6: SSRF check). */
export const publicHttpsUrl: Check = both(text({ longest: 1024 }), (value, target, faults) => {
  const reason = faultOf(String(value));
  if (reason !== undefined) faults.push(invalid(target, reason));
  return value;
});

function faultOf(url: string): string | undefined {
  const host = hostOf(url);
  if (host === undefined || !isHost(host.replace(/\.$/, '')))
    return 'The value must be an absolute URL with the scheme https.';
  return isInternalHost(host) ? 'The URL must not lead to an internal address.' : undefined;
}

/**
 * The host that a client would connect to: parsers read addresses in decimal, octal or hexadecimal numbers, with
 * percent-encoding or in characters that only look like digits.
 */
function hostOf(url: string): string | undefined {
  // what a parser would repair or leave out is no URL
  const whole = /^https:\/\/[^/?#@]+(?:[/?#]|$)/i.test(url) && !url.includes('\\') && !notInPath.test(url);
  return whole && URL.canParse(url) ? new URL(url).hostname : undefined;
}
