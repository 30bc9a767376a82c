import { register } from 'node:module';

register('./assertionsHook.mjs', import.meta.url);
