import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Defect } from '../../emulator/defects/defect.ts';
import { alter } from '../../emulator/defects/parts.ts';
import { createApplication, type Served } from '../../emulator/http/application.ts';
import { type Prepared, prepare } from '../../emulator/prepared.ts';
import { defaultSeed, type EmulatorSeed } from '../../emulator/seed.ts';

/** Where an emulator can be reached. */
export type Reachable = { readonly apiUrl: string; readonly authUrl: string; readonly seed: EmulatorSeed };

/**
 * Two servers on which one emulator after another plays. Of all that the start of an emulator costs, nine tenths go
 * into the routes of its servers, which are the same each time.
 */
export class Stage {
  readonly #listeners: FastifyInstance[] = [];
  #playing: Prepared | undefined;

  /** Puts a new emulator on the stage, which has the defect when one is given; the one before is gone. */
  async play(defect: Defect | undefined): Promise<Reachable> {
    this.clear();
    const prepared = await prepare(
      defaultSeed,
      defect && ((gatekeeper, seed) => alter(defect.apply, gatekeeper, seed)),
    );
    this.#playing = prepared;
    for (const side of this.#listeners.length === 0 ? (['api', 'auth'] as const) : []) {
      const application = createApplication(this.#indirect(prepared, side), (...answer) =>
        this.#present().sender(...answer),
      );
      this.#listeners.push(application);
      await application.listen({ host: '127.0.0.1', port: 0 });
    }
    const [api, auth] = this.#listeners.map(originOf);
    return { apiUrl: `${api}/v1`, authUrl: auth ?? '', seed: defaultSeed };
  }

  /** Takes the emulator off the stage and what its defect changed back. */
  clear(): void {
    this.#playing?.restore();
    this.#playing = undefined;
  }

  /** Ends the servers. */
  async close(): Promise<void> {
    this.clear();
    await Promise.all(this.#listeners.map((listener) => listener.close()));
  }

  /** The same paths; their handlers are those of the emulator that plays when a request comes. */
  #indirect(prepared: Prepared, side: 'api' | 'auth'): readonly Served[] {
    return prepared[side].map((path, index) => {
      const handlers = Object.keys(path.handlers).map((method) => {
        const handler: Served['handlers'][string] = (request) => {
          const present = this.#present()[side][index]?.handlers[method];
          if (present === undefined) throw new Error(`nobody serves ${method} ${path.path}`);
          return present(request);
        };
        return [method, handler] as const;
      });
      return { ...path, handlers: Object.fromEntries(handlers) };
    });
  }

  #present(): Prepared {
    if (this.#playing === undefined) throw new Error('no emulator plays');
    return this.#playing;
  }
}

function originOf(application: FastifyInstance): string {
  return `http://127.0.0.1:${(application.server.address() as AddressInfo).port}`;
}
