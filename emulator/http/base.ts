import type { IncomingMessage } from 'node:http';

/**
 * Scheme, host and port under which the client addressed the server: the Host header, or the address of the
 * connection when the header is no host. Links and issuers are built from it, so that a client gets its own spelling.
 */
export function originOf(request: IncomingMessage): string {
  const { host } = request.headers;
  if (host !== undefined && hostForm.test(host)) return `http://${host}`;
  const { localAddress = '127.0.0.1', localPort } = request.socket;
  return `http://${localAddress.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`;
}

const hostForm = /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?$/;
