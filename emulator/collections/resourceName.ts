import { type Check, text } from '../validation/checks.ts';

/** A name that the platform takes for a resource, and with it for an API service. */
export const resourceName: Check = text({
  longest: 256,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  pattern: /^[^\u0000-\u001f\u007f]+$/,
  says: 'The name must not have control characters.',
});
