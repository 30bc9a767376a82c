/** A UUID that nothing has. */
export const nobody = '11111111-1111-4111-8111-111111111111';
