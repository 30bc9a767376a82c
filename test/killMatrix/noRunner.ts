/** Stands in for the runner while specs are loaded: it takes a test and does nothing with it. */
export const test = Object.assign(() => {}, { info: () => ({ testId: '' }), skip: () => {} });
