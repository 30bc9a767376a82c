import { signOnPolicies } from '../../collections/signOnPolicies.ts';
import { defectsOf } from '../defect.ts';
import { gives, omits } from '../faults/members.ts';
import { members } from '../faults/pages.ts';
import { refusesSent } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { readsText, refusesText, strips, takesCharacters } from '../faults/texts.ts';
import { accepts, refuses, stores } from '../faults/validation.ts';
import { gone, linked, made, seen } from '../rows/standing.ts';
import { required, unique } from '../rows/text.ts';
import { nobody, signOnPolicy } from './places.ts';

const { at } = signOnPolicy;

/** What a server can do wrong with sign-on policies. */
export const signOnPoliciesDefects = defectsOf({
  'prerequisites-sign-on-policies-create-201': [
    ...made(signOnPolicy),
    ['demands an action of a new sign-on policy', refuses(signOnPolicies, 'actions', () => true)],
    ['creates a sign-on policy without its description', omits(at.create, 'description')],
    ['creates a sign-on policy in another environment', gives(at.create, 'environment.id', nobody)],
    ['numbers new sign-on policies', gives(at.create, 'id', 1)],
    [
      'writes the name of a sign-on policy in capitals',
      readsText(at.create, 'name', (name) => name.toUpperCase()),
    ],
  ],
  'prerequisites-sign-on-policies-name-required': required(signOnPolicy, 'name'),
  'prerequisites-sign-on-policies-name-unique': unique(signOnPolicy, 'name'),
  'prerequisites-sign-on-policies-name-characters': [
    ['takes any character in names of sign-on policies', accepts(signOnPolicies, 'name', 'INVALID_VALUE')],
    ['takes spaces in names of sign-on policies', takesCharacters(signOnPolicies, 'name', ' ')],
    ['leaves spaces out of names of sign-on policies', strips(at.write, 'name', / /g)],
    ['takes no underscores in names of sign-on policies', refusesText(signOnPolicies, 'name', /_/)],
    ['takes no hyphens in names of sign-on policies', refusesText(signOnPolicies, 'name', /-/)],
    ['takes no dots in names of sign-on policies', refusesText(signOnPolicies, 'name', /\./)],
  ],
  'prerequisites-sign-on-policies-default-false': [
    [
      'lets each new sign-on policy take over as the default',
      stores(signOnPolicies, (value, old) => (old === undefined ? { ...value, default: true } : value)),
    ],
    ['shows new sign-on policies as the default', gives(at.create, 'default', true)],
    ['reads sign-on policies as the default', gives(at.read, 'default', 'true')],
    [
      'refuses the text false for the default mark',
      refusesSent(at.create, 'default', (body) => body.default === 'false'),
    ],
    [
      'refuses false for the default mark',
      refusesSent(at.create, 'default', (body) => body.default === false),
    ],
    [
      'demands the default mark of a new sign-on policy',
      refusesSent(at.create, 'default', (body) => body.default === undefined),
    ],
    [
      'takes the text false for true',
      reads(at.create, (body) => (body.default === 'false' ? { ...body, default: true } : undefined)),
    ],
  ],
  'prerequisites-sign-on-policies-read': [
    ...seen(signOnPolicy),
    [
      'lists the default sign-on policy only',
      members(at.list, (all) => all.filter((policy) => policy.default === true)),
    ],
  ],
  'prerequisites-sign-on-policies-delete-204': gone(signOnPolicy),
  'prerequisites-sign-on-policies-links': [
    ...linked(signOnPolicy, 'self'),
    ...linked(signOnPolicy, 'environment'),
    ...linked(signOnPolicy, 'actions'),
    [
      'leaves the id of a sign-on policy out of the link to its actions',
      gives([...at.one, at.list], '_links.actions.href', (href: string) =>
        href.replace(/\/[^/]+\/actions$/, '/actions'),
      ),
    ],
  ],
});
