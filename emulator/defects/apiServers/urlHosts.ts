import { defectsOf } from '../defect.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { elsewhere } from './bodies.ts';
import { at } from './places.ts';
import { readsUrls, refusesUrls, showsUrls, takesUrls } from './urls.ts';

const target = 'baseUrls[*]';
const host = { target, says: 'host' };
const address = /^\w+:\/\/[\d.]+([:/]|$)/;

/** What a server can do wrong with the hosts and ports of base URLs. */
export const urlHosts = defectsOf({
  'api-servers-base-url-host-missing': [
    ['takes a base URL without a host', takesUrls(/^\w+:\/\/(\/|$)/)],
    ['takes a base URL that is a scheme', takesUrls(/^\w+:\/\/$/)],
    ['takes a base URL without a host before its path', takesUrls(/^\w+:\/\/\//)],
    ['takes the first segment of a path for the host', readsUrls(/^(\w+:\/\/)\/+/, '$1')],
    ['refuses a base URL without a host for the name', misreports(at.write, host, elsewhere('name'))],
    ['answers 404 to a base URL without a host', refusesWith(at.write, host, 404, 'NOT_FOUND')],
  ],
  'api-servers-base-url-host-dns': [
    ['refuses a host with a hyphen', refusesUrls(/^\w+:\/\/[^/:[-]*[^/:[-]-[^/:-]/)],
    ['refuses a host of four labels', refusesUrls(/^\w+:\/\/[a-z][^/]*\.[^/.]+\.[^/.]+\.[a-z]/)],
    ['refuses a host in the encoding of other alphabets', refusesUrls(/\bxn--/)],
    ['shows the alphabet behind an encoded host', showsUrls(/xn--bcher-kva/, 'bücher')],
  ],
  'api-servers-base-url-host-single-label': [
    ['demands a dot in a host', refusesUrls(/^\w+:\/\/[^/.:[\]]+(\/|:|$)/)],
    ['puts a domain after a host of one label', readsUrls(/^(\w+:\/\/[^/.:[\]]+)(\/|$)/, '$1.example.com$2')],
  ],
  'api-servers-base-url-host-invalid-dns': [
    ['takes any host that is not empty', takesUrls(/^\w+:\/\/[^/\d[]/)],
    ['takes an empty label', takesUrls(/\.\.[^/]*$|\.\.[a-z]/)],
    ['takes a label that begins with a hyphen', takesUrls(/^\w+:\/\/([^/]*\.)?-/)],
    ['takes a label that ends in a hyphen', takesUrls(/^\w+:\/\/[^/]*-(\.|\/|$)/)],
    ['takes a label of 64 letters', takesUrls(/^\w+:\/\/([^/]*\.)?[^/.]{64}(\.|\/|$)/)],
    ['takes a label of any length', takesUrls(/^\w+:\/\/([^/]*\.)?[^/.]{64,}/)],
    ['takes a space in a host', takesUrls(/^\w+:\/\/[^/]* /)],
    ['strips spaces from a host', readsUrls(/ /g, '')],
    ['takes characters of sentences in a host', takesUrls(/^\w+:\/\/[^/]*[!"$&'()*+,;<=>]/)],
    ['takes an invalid host in a replace', takesUrls(/^\w+:\/\/[^/\d[]/, 'replace')],
  ],
  'api-servers-base-url-host-ipv4': [
    ['refuses an IPv4 address', refusesUrls(address)],
    ['resolves an IPv4 address to a name', showsUrls(/192\.0\.2\.10/, 'ten.example.com')],
    ['shows an IPv4 address as one of IPv6', showsUrls(/192\.0\.2\.10/, '[::ffff:192.0.2.10]')],
  ],
  'api-servers-base-url-host-ipv4-invalid': [
    ['takes a malformed IPv4 address for a name', takesUrls(address)],
    ['takes an IPv4 number beyond 255', takesUrls(/^\w+:\/\/(\d+\.){3}\d+(\/|$)/)],
    ['takes an IPv4 address of five numbers', takesUrls(/^\w+:\/\/(\d+\.){4}\d+(\/|$)/)],
    ['takes an IPv4 address of more than five numbers', takesUrls(/^\w+:\/\/(\d+\.){5,}\d+(\/|$)/)],
    ['takes a malformed IPv4 address in a replace', takesUrls(address, 'replace')],
  ],
  'api-servers-base-url-host-ipv6': [
    ['refuses an IPv6 address', refusesUrls(/^\w+:\/\/\[[^\]]*\](\/|$)/)],
    ['shows an IPv6 address without its brackets', showsUrls(/\[([^\]]*)\]/, '$1')],
    ['writes an IPv6 address out', readsUrls(/\[2001:db8::1\]/, '[2001:db8:0:0:0:0:0:1]')],
  ],
  'api-servers-base-url-host-ipv6-port': [
    ['refuses a port after an IPv6 address', refusesUrls(/\]:/)],
    ['drops a port after an IPv6 address', readsUrls(/\]:\d+/, ']')],
  ],
  'api-servers-base-url-host-ipv6-invalid': [
    ['takes anything in brackets for a host', takesUrls(/^\w+:\/\/\[/)],
    ['takes letters beyond f in an IPv6 address', takesUrls(/\[[0-9a-z:]*[g-z]/)],
    ['takes an IPv6 address of too few groups', takesUrls(/\[([0-9a-f]+:){2,6}[0-9a-f]+\]/)],
    ['takes an IPv6 address of too many groups', takesUrls(/\[([0-9a-f]+:){8,}[0-9a-f]+\]/)],
    ['takes an IPv6 group of five digits', takesUrls(/[[:][0-9a-f]{5}[\]:]/)],
    ['takes an IPv6 address with two double colons', takesUrls(/::.*::/)],
    ['takes anything in brackets in a replace', takesUrls(/^\w+:\/\/\[/, 'replace')],
  ],
  'api-servers-base-url-host-ipv6-unbracketed': [
    ['takes an IPv6 address without brackets', takesUrls(/^\w+:\/\/[0-9a-f]*:[0-9a-f]*:/)],
    ['puts an IPv6 address in brackets', readsUrls(/^(\w+:\/\/)([0-9a-f]*:[0-9a-f]*:[^/]*)/, '$1[$2]')],
    [
      'takes the groups after the first for a port',
      readsUrls(/^(\w+:\/\/)\d+:db8::1/, '$1host.example.com:1'),
    ],
  ],
  'api-servers-base-url-port': [
    ['refuses a port', refusesUrls(/^\w+:\/\/[^/:[]+:/)],
    ['drops a port', readsUrls(/^(\w+:\/\/[^/:[]+):\d+/, '$1')],
    ['reads a base URL without its port', showsUrls(/^(\w+:\/\/[^/:[]+):\d+/, '$1', at.read)],
    ['refuses the port 65535', refusesUrls(/:65535(\/|$)/)],
    ['takes the standard ports only', refusesUrls(/:(?!80|443)\d+(\/|$)/)],
  ],
  'api-servers-base-url-port-invalid': [
    ['takes any port', takesUrls(/^\w+:\/\/[^/:[]+:[^:]*$/)],
    ['takes a port beyond 65535', takesUrls(/:\d+(\/|$)/)],
    ['takes a port that is no number', takesUrls(/^\w+:\/\/[^/:[]+:[a-z]+(\/|$)/)],
    ['takes the port 65536', takesUrls(/:65536(\/|$)/)],
    ['drops a port that is not possible', readsUrls(/^(\w+:\/\/[^/:[]+):(\d{5,}|[a-z]+)/, '$1')],
    ['takes any port in a replace', takesUrls(/^\w+:\/\/[^/:[]+:/, 'replace')],
    ['refuses a port for the name', misreports(at.write, { target, says: 'port' }, elsewhere('name'))],
  ],
});
