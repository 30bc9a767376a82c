import { unfurnish } from '../../collections/environmentContents.ts';
import { environments } from '../../collections/environments.ts';
import type { Fault } from '../../defects/defect.ts';
import { at, products, type Stored, type } from '../../defects/environments/places.ts';
import { afterwards } from '../../defects/faults/environments.ts';
import { store } from '../../engine/write.ts';
import { type Detail, invalidData } from '../../http/errors.ts';
import type { JsonObject } from '../../json/json.ts';
import type { Entry } from '../../store/shelf.ts';
import { changed, type World } from '../../store/world.ts';
import { constraint, invalid, required } from '../../validation/faults.ts';

/** Demotes an environment for production where that is asked for, and deletes none before. */
export function demotes(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.refused(type, ({ details }, { parameters }, request, handler) => {
      const entry = entryOf(world, parameters.environmentId ?? '');
      if (entry === undefined || !details.some(({ message }) => message.includes('changed to SANDBOX')))
        return undefined;
      keep(world, changed(entry, { ...entry.value, type: 'SANDBOX' }));
      // it has the type that is asked for now, and is shown
      return handler(request);
    });
    afterwards(at.remove, ({ before }) => {
      if (before.value.type !== 'PRODUCTION' || before.value.status !== 'ACTIVE') return;
      keep(world, before);
      throw invalidData([constraint('type', 'An environment for production is demoted before it goes.')]);
    })(parts);
  };
}

/** Goes on with an environment for a moment after it was deleted. */
export function deletesLate(lagMs: number): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(at.remove, (handler) => (request) => {
      const { environmentId = '' } = request.params as Record<string, string>;
      const entry = entryOf(world, environmentId);
      if (entry?.value.type !== 'SANDBOX') return handler(request);
      // nothing is done about the deletion of what is already pending deletion
      const pending = { ...entry.value, type: 'PRODUCTION', status: 'DELETE_PENDING' } as const;
      keep(world, { ...entry, value: pending });
      const done = () => keep(world, entry);
      try {
        const answer = handler(request);
        if (answer instanceof Promise) return answer.then(planned, failed);
        return planned(answer);
      } catch (problem) {
        return failed(problem);
      }

      function planned<A>(answer: A): A {
        done();
        const ownerId = world.organizationOf.get(environmentId) ?? '';
        world.agenda.plan(Date.now() + lagMs, () => {
          world.shelf(ownerId, environments.kind).remove(environmentId);
          unfurnish(world, ownerId, environmentId);
        });
        return answer;
      }

      function failed(problem: unknown): never {
        done();
        throw problem;
      }
    });
  };
}

/** Refuses a product list for what is wrong with its products. */
export function judgesProducts(
  judge: (product: JsonObject, target: string, known: (id: unknown) => boolean) => readonly Detail[],
): Fault {
  return (parts) =>
    afterwards(products.replace, ({ world, before, body }) => {
      const ids = before.value.billOfMaterials.products.map(({ id }) => id);
      const sent = (body.products ?? []) as readonly JsonObject[];
      const found = sent.flatMap((one, index) =>
        judge(one, `products[${index}]`, (id) => ids.some((known) => known === id)),
      );
      if (found.length === 0) return;
      keep(world, before);
      throw invalidData(found);
    })(parts);
}

/** What is wrong with a product that lacks what the model of the page demands. */
export function incomplete(product: JsonObject, target: string): readonly Detail[] {
  return ['id', 'description']
    .filter((name) => (product[name] ?? null) === null)
    .map((name) => required(`${target}.${name}`));
}

/** What is wrong with an id that the server never gave. */
export function chosen(
  product: JsonObject,
  target: string,
  known: (id: unknown) => boolean,
): readonly Detail[] {
  const { id = null } = product;
  return id === null || known(id)
    ? []
    : [invalid(`${target}.id`, 'The platform chooses the id of a product.')];
}

function entryOf(world: World, id: string): Entry<Stored> | undefined {
  return world.shelf<Stored>(world.organizationOf.get(id) ?? '', environments.kind).get(id);
}

function keep(world: World, entry: Entry<Stored>): void {
  const ownerId = world.organizationOf.get(entry.id) ?? '';
  store(environments, entry, { world, base: '', ownerId, parentId: '', url: '' });
}
