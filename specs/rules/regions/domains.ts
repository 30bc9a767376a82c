import { addressesOf, type RegionCode, regionOf } from '../../../fixtures/addresses.ts';
import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { assertResolved } from './resolved.ts';

/** The hosts of each region, written out (PingOne Authorize API reference, table of top-level domains). */
const REGIONS: Readonly<Record<RegionCode, { readonly api: string; readonly auth: string }>> = {
  NA: { api: 'api.pingone.com', auth: 'auth.pingone.com' },
  CA: { api: 'api.pingone.ca', auth: 'auth.pingone.ca' },
  EU: { api: 'api.pingone.eu', auth: 'auth.pingone.eu' },
  AU: { api: 'api.pingone.com.au', auth: 'auth.pingone.com.au' },
  SG: { api: 'api.pingone.sg', auth: 'auth.pingone.sg' },
  AP: { api: 'api.pingone.asia', auth: 'auth.pingone.asia' },
};

const regionCodes = Object.keys(REGIONS) as RegionCode[];

/** Where the services of each region are. A tenant that lies in the region has to answer there too. */
export const domains: readonly Case[] = [
  ...regionCodes.map((regionCode): Case => {
    const { api, auth } = REGIONS[regionCode];
    return {
      title: `the region ${regionCode} is addressed at ${api}`,
      requirements: [`regions-tld-${regionCode.toLowerCase()}`],
      run: async ({ scope }) => {
        const { apiPath, authPath } = addressesOf({ regionCode });
        assertResolved('the host of the management API', new URL(apiPath).host, api);
        assertResolved('the host of the authorization server', new URL(authPath).host, auth);
        if (regionOf(scope.target.apiUrl) === regionCode)
          assertStatus(await scope.api.get(scope.environment), 200);
      },
    };
  }),
  {
    title: 'without a choice of region the domain is com',
    requirements: ['regions-tld-default'],
    run: async () => {
      const { apiPath, authPath } = addressesOf({});
      assertResolved('the management API', apiPath, 'https://api.pingone.com/v1');
      assertResolved('the authorization server', authPath, 'https://auth.pingone.com');
    },
  },
  {
    title: 'another top-level domain moves all four services',
    requirements: ['regions-tld-changes-all-paths'],
    run: async () => {
      const { apiPath, authPath, orchestratePath, scimPath } = addressesOf({ tld: 'com.au' });
      for (const address of [apiPath, authPath, orchestratePath, scimPath])
        assertResolved(`the domain of ${address}`, /\.pingone\.([^/]+)/.exec(address)?.[1], 'com.au');
    },
  },
  {
    title: 'every address made from a top-level domain is https, and one that was configured stays as it is',
    requirements: ['regions-https'],
    run: async () => {
      for (const regionCode of regionCodes) {
        for (const address of Object.values(addressesOf({ regionCode })))
          assertResolved(`the scheme of ${address}`, new URL(address).protocol, 'https:');
      }
      const { apiPath } = addressesOf({ apiPath: 'http://127.0.0.1:8080/v1' });
      assertResolved('an address configured with http', apiPath, 'http://127.0.0.1:8080/v1');
    },
  },
  {
    title: 'the environment names the region that serves it',
    requirements: ['regions-environment-region-of-host'],
    run: async ({ scope }) => {
      const exchange = await scope.api.get(scope.environment);
      assertStatus(exchange, 200);
      const region = (exchange.json as { region?: unknown }).region;
      const declared = scope.target.declaredRegion;
      assert(region === declared, `the environment is in region ${String(region)}, served in ${declared}`, {
        expected: `region ${declared}`,
        received: `region ${String(region)}`,
        exchange,
      });
    },
  },
];
