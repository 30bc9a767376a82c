import { register } from 'node:module';

register('./checksHook.mjs', import.meta.url);
