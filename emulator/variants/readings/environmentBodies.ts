import { environments } from '../../collections/environments.ts';
import { activeLicenses, licenseOf } from '../../collections/licenses.ts';
import type { Fault } from '../../defects/defect.ts';
import type { Stored } from '../../defects/environments/places.ts';
import type { Candidate } from '../../engine/collection.ts';
import { type Detail, licenseExceeded } from '../../http/errors.ts';
import { isObject, type Json, type JsonObject } from '../../json/json.ts';
import { type Faults, notAllowed, required } from '../../validation/faults.ts';

/** Judges the body of an environment by something more, as it was sent. */
export function judgesSent(judge: (sent: JsonObject, found: Faults) => Faults): Fault {
  return (parts) => {
    const { model } = environments;
    parts.change(environments, {
      model: (sent: Json, target: string, faults: Faults) => {
        const found: Faults = [];
        const read = model(sent, target, found);
        faults.push(...(isObject(sent) ? judge(sent, found) : found));
        return read;
      },
    });
  };
}

/** Demands a property of every body of an environment, of a new and of a replaced one. */
export function demands(property: string): Fault {
  return judgesSent((sent, found) =>
    (sent[property] ?? null) === null ? [...found, required(property)] : found,
  );
}

/** Overlooks what it would refuse, judged with the rest of an environment. */
export function overlooks(meant: (detail: Detail, candidate: Candidate<Stored>) => boolean): Fault {
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

/** Knows some regions and no others. */
export function knowsRegions(...known: readonly string[]): Fault {
  return judgesSent(({ region = null }, found) => {
    const others = found.filter(({ target }) => target !== 'region');
    return region === null || known.includes(String(region))
      ? found
      : [...others, notAllowed('region', known)];
  });
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

/** Overlooks a property of a body, whatever it is. */
export function knowsNo(property: string): Fault {
  return (parts) => {
    const { model } = environments;
    parts.change(environments, {
      model: (sent: Json, target: string, faults: Faults) => {
        if (!isObject(sent)) return model(sent, target, faults);
        const { [property]: _, ...known } = sent;
        return model(known, target, faults);
      },
    });
  };
}
