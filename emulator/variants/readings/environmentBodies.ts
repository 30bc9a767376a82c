import { environments } from '../../collections/environments.ts';
import { activeLicenses, licenseOf } from '../../collections/licenses.ts';
import type { Fault } from '../../defects/defect.ts';
import type { Stored } from '../../defects/environments/places.ts';
import type { Candidate } from '../../engine/collection.ts';
import { type Detail, licenseExceeded } from '../../http/errors.ts';
import type { Faults } from '../../validation/faults.ts';

/** Overlooks what it would refuse, judged with the rest of an environment. */
function overlooks(meant: (detail: Detail, candidate: Candidate<Stored>) => boolean): Fault {
  return (parts) => {
    const { verify } = environments;
    parts.change(environments, {
      verify: (candidate, faults) => {
        const found: Faults = [];
        verify?.(candidate, found);
        faults.push(...found.filter((detail) => !meant(detail, candidate)));
      },
    });
  };
}

/** Puts a new environment that names no licence under the first one that the organization has. */
export function choosesLicense(): Fault {
  return (parts) => {
    const { verify, complete } = environments;
    const licensed = (candidate: Candidate<Stored>): Candidate<Stored> => {
      const { value, previous, place } = candidate;
      const [first] = activeLicenses(place.world, place.ownerId);
      const isFree =
        previous !== undefined || (value.license as unknown) !== undefined || first === undefined;
      return isFree ? candidate : { ...candidate, value: { ...value, license: { id: first.id } } };
    };
    parts.change(environments, {
      verify: (candidate, faults) => verify?.(licensed(candidate), faults),
      complete: (candidate) => complete?.(licensed(candidate)) ?? candidate.value,
    });
  };
}

/** Promotes an environment by a replacement that names another type. */
export function promotesByReplacement(): Fault {
  return overlooks(({ target }, { value, previous, place }) => {
    if (target !== 'type' || previous === undefined || value.type !== 'PRODUCTION') return false;
    if (licenseOf(place.world, previous.id)?.environments.allowProduction !== true)
      throw licenseExceeded('The licence allows no environment of type PRODUCTION.');
    return true;
  });
}

/** Creates environments in any region, whatever the licence names. */
export function createsAnywhere(): Fault {
  return overlooks(
    ({ target, innerError }) => target === 'region' && innerError?.allowedValues !== undefined,
  );
}

/** Leaves the type of an environment as it is, whatever a replacement names. */
export function ignoresType(): Fault {
  return (parts) => {
    overlooks(({ target, code }) => target === 'type' && code === 'INVALID_VALUE')(parts);
    const { complete } = environments;
    parts.change(environments, {
      complete: (candidate) => {
        const value = complete?.(candidate) ?? candidate.value;
        return { ...value, type: candidate.previous?.value.type ?? value.type };
      },
    });
  };
}

/** Filters environments by some attributes only, joined where there are several. */
export function filtersBy(names: readonly string[]): Fault {
  return (parts) => {
    const { filters } = environments;
    if (filters === undefined) return;
    const attributes = Object.entries(filters.attributes).filter(([name]) => names.includes(name));
    const combinators = names.length > 1 ? filters.combinators : [];
    parts.change(environments, {
      filters: { ...filters, attributes: Object.fromEntries(attributes), combinators },
    });
  };
}
