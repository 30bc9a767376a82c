import * as fc from 'fast-check';
import * as internalHost from '../../fixtures/arbitraries/internalHost.ts';
import * as issuers from '../../fixtures/arbitraries/issuers.ts';
import * as jwksUrl from '../../fixtures/arbitraries/jwksUrl.ts';
import * as keySet from '../../fixtures/arbitraries/keySet.ts';
import * as publicKey from '../../fixtures/arbitraries/publicKey.ts';
import { ecSample, rsaSample } from '../../fixtures/tables/sampleKeys.ts';
import { type Population, populationsOf } from './populations.ts';

const isPublicKey = { isCorrect: publicKey.isCorrectPublicKey };

/** The arbitraries that only external OAuth servers use. */
export const externalOAuthServerWords: readonly Population[] = [
  ...populationsOf<unknown>('sampleKeys', { valid: fc.constantFrom(rsaSample, ecSample), ...isPublicKey }),
  ...populationsOf<unknown>('rsaKey', { valid: publicKey.rsaKey, ...isPublicKey }),
  ...populationsOf<unknown>('ecKey', { valid: publicKey.ecKey, ...isPublicKey }),
  ...populationsOf<unknown>('okpKey', { valid: publicKey.okpKey, ...isPublicKey }),
  ...populationsOf<unknown>('keySet', {
    valid: keySet.validKeySet,
    invalid: keySet.invalidKeySet,
    brokenRules: keySet.brokenKeySetRules,
    isCorrect: keySet.isCorrectKeySet,
  }),
  ...populationsOf<unknown>('keySet of several keys', {
    valid: keySet.severalKeys,
    isCorrect: keySet.isCorrectKeySet,
  }),
  ...populationsOf('internalHost', {
    valid: internalHost.internalHost,
    isCorrect: internalHost.isInternalHost,
  }),
  ...populationsOf<unknown>('jwksUrl', {
    valid: jwksUrl.validJwksUrl,
    invalid: jwksUrl.invalidJwksUrl,
    brokenRules: jwksUrl.brokenJwksUrlRules,
    isCorrect: jwksUrl.isCorrectJwksUrl,
  }),
  ...populationsOf<unknown>('issuers', {
    valid: issuers.validIssuers,
    invalid: issuers.invalidIssuers,
    brokenRules: issuers.brokenIssuersRules,
    isCorrect: issuers.isCorrectIssuers,
  }),
  ...populationsOf<unknown>('issuers of any text', {
    valid: issuers.anyIssuers,
    isCorrect: issuers.isCorrectIssuers,
  }),
];
