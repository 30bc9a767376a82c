import type { Fault } from '../defect.ts';
import type { Where } from '../where.ts';

/** A fault of one table that shows in some operations only: all others find the table as it was. */
export function only<T extends object>(where: Where, table: T, fault: Fault): Fault {
  return (parts) => {
    const altered: Partial<T> = {};
    fault({ ...parts, change: (_table, members) => Object.assign(altered, members) });
    const names = Object.keys(altered) as (keyof T)[];
    const before = { ...table };
    const restore = () => {
      for (const name of names) {
        if (name in before) table[name] = before[name];
        else delete table[name];
      }
    };
    parts.wrap(where, (handler) => async (request) => {
      Object.assign(table, altered);
      try {
        return await handler(request);
      } finally {
        restore();
      }
    });
  };
}
