import type { Collection } from '../engine/collection.ts';
import { clearOtherDefaults } from '../engine/exclusiveDefault.ts';
import { links } from '../engine/links.ts';
import { environmentUrl } from '../engine/place.ts';
import { type Check, freeText, text } from '../validation/checks.ts';
import { constraint, invalid } from '../validation/faults.ts';
import { mandatory, object, optional } from '../validation/model.ts';

/** A sign-on policy (facts 5). */
export type SignOnPolicy = {
  readonly name: string;
  readonly description?: string;
  readonly default: boolean;
};

/** A boolean, also as the text that the published sample sends. */
const flagOrText: Check = (value, target, faults) => {
  if (value === true || value === 'true') return true;
  if (value !== false && value !== 'false') faults.push(invalid(target, 'The value must be a boolean.'));
  return false;
};

/** ~/signOnPolicies. */
export const signOnPolicies: Collection<SignOnPolicy> = {
  kind: 'signOnPolicies',
  path: '/environments/:environmentId/signOnPolicies',
  item: 'signOnPolicyId',
  family: 'signOnPolicy',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({
    name: mandatory(
      text({
        pattern: /^(?:[a-zA-Z0-9_.-]+|[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>"]+)$/,
        says: 'The name must be of letters, digits, underscore, dot and hyphen, or an absolute URI.',
      }),
    ),
    description: optional(freeText),
    default: optional(flagOrText),
  }),
  unique: [
    { target: 'name', key: ({ name }) => name, message: 'A resource with the specified name already exists' },
  ],
  verify: ({ value, previous }, faults) => {
    if (previous === undefined && value.default)
      faults.push(invalid('default', 'A new policy is not the default; set it by an update.'));
    if (previous?.value.default === true && value.default === false)
      faults.push(constraint('default', 'Another policy has to become the default instead.'));
  },
  complete: ({ value, previous }) => ({
    ...value,
    default: value.default ?? previous?.value.default ?? false,
  }),
  stored: (entry, place) => clearOtherDefaults(signOnPolicies, entry, place),
  keep: ({ value }) =>
    value.default ? constraint('default', 'The default sign-on policy cannot be deleted.') : undefined,
  represent: ({ id, value }, place) => ({
    _links: links({
      self: `${place.url}/${id}`,
      environment: environmentUrl(place),
      actions: `${place.url}/${id}/actions`,
    }),
    id,
    environment: { id: place.ownerId },
    name: value.name,
    description: value.description,
    default: value.default,
  }),
};
