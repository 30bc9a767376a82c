import { measureEmulator, type Ratio } from './emulator.ts';
import { measurePropertyEngine } from './propertyEngine.ts';
import { measureWholeRun, type WholeRun } from './wholeRun.ts';

const show = (value: number, digits = 2) => value.toFixed(digits);

function emulatorLine(what: string, { ratio, emulator, bare, bytes }: Ratio, bound: number): string {
  const rates = `${show(emulator, 0)} over ${show(bare, 0)} requests/s, ${bytes} bytes`;
  return `emulator, ${what}: ${show(ratio)} of a bare node:http server (${rates}; bound ${bound})`;
}

function runLine({ runs, seconds, requests, peakMb, reportsMb, exitCode }: WholeRun): string {
  const sizes = `largest process ${show(peakMb, 0)} MB, reports ${show(reportsMb, 1)} MB`;
  return `whole run, --runs ${runs}: ${show(seconds, 1)} s, ${requests} requests, ${sizes}, exit ${exitCode}`;
}

console.log('npm run bench; medians of 5 rounds in turn, 8 connections, all on the loopback address');
const { readOne, create } = await measureEmulator();
console.log(emulatorLine('read one', readOne, 0.5));
console.log(emulatorLine('create', create, 0.35));
const engine = await measurePropertyEngine();
console.log(
  `property case: ${show(engine.ratio)} of a raw undici loop with the same bodies ` +
    `(${show(engine.property, 0)} over ${show(engine.raw, 0)} requests/s; bound 0.6)`,
);
const [once, tenfold] = [await measureWholeRun(30), await measureWholeRun(300)];
console.log(runLine(once));
console.log(runLine(tenfold));
console.log(
  `ten times the values: ${show(tenfold.requests / once.requests, 1)} times the requests, ` +
    `${show(tenfold.peakMb / once.peakMb)} times the memory, ${show(tenfold.reportsMb / once.reportsMb)} times the reports`,
);
