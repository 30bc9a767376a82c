import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { TargetError } from '../fixtures/inspectTarget.ts';
import { SettingsError, settingList } from '../fixtures/settings.ts';
import packageJson from '../package.json' with { type: 'json' };
import type { EmulateOptions } from './emulate.ts';

/** Exit codes: docs/verdicts.md. */
const USAGE = 2;

type Flags = Readonly<Record<string, string | undefined>>;

// Each verb is loaded when it is asked for: a wrong flag need not wait for the emulator.
const program = new Command('pingone-conformance')
  .description(
    'Says, clause by clause, whether a server honours the documented contract of the PingOne APIs.',
  )
  .version(packageJson.version)
  .exitOverride()
  .configureOutput({
    outputError: (text, write) => write(text.replace(/^error: /, 'pingone-conformance: ')),
  });

withSettings(
  program.command('run').description('judge a target; without --target the embedded emulator'),
).action(async (_options, command) => {
  const { run } = await import('./run.ts');
  process.exitCode = await run(flagsOf(command));
});

withSettings(
  program.command('token').description('print an access token of the target, for pasted curl lines'),
).action(async (_options, command) => {
  const { token } = await import('./token.ts');
  console.log(await token(flagsOf(command)));
});

program
  .command('replay')
  .description('run one recorded failure again: fixed, still fails, or cannot be reproduced')
  .argument('<failure>', 'the id of a failure, or a file: a conformance.json or one failure of it')
  .option('--dir <dir>', 'the run that an id is looked up in', 'reports/out/latest')
  .action(async (failure: string, { dir }: { dir: string }) => {
    const { replay } = await import('./replay.ts');
    process.exitCode = await replay(failure, dir);
  });

program
  .command('list')
  .description('print requirements and the cases that check them, without running anything')
  .option('--grep <text>', 'only requirements and cases that hold this text')
  .option('--json', 'as JSON')
  .action(async (options: { grep?: string; json?: boolean }) => {
    const { list } = await import('./list.ts');
    process.exitCode = await list(options);
  });

program
  .command('emulate')
  .description('run the emulator on its own until it is interrupted')
  .option('--port <number>', 'port of the loopback address; 0 takes a free one', port, 8080)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--seed-file <file>', 'organizations, environments and workers to begin with')
  .option('--deployment-ms <number>', 'how long deployments take; 0 ends them at once', milliseconds)
  .option('--defect <id>', 'do one thing wrong, to see a suite notice; docs/proof.md')
  .action(async (options: EmulateOptions) => {
    const { emulate } = await import('./emulate.ts');
    await emulate(options);
  });

program
  .command('report')
  .description('render conformance.json and conformance.html again from events.ndjson')
  .argument('[dir]', 'directory of the run', 'reports/out/latest')
  .action(async (dir: string) => {
    const { report } = await import('./report.ts');
    process.exitCode = await report(dir);
  });

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

/** One sentence on standard error, and the exit code. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
  if (error instanceof SettingsError || error instanceof TargetError) {
    console.error(`pingone-conformance: ${error.message}`);
    return error instanceof TargetError ? error.exitCode : USAGE;
  }
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') {
    console.error(`pingone-conformance: ${(error as Error).message}`);
    return USAGE;
  }
  throw error;
}

function withSettings(command: Command): Command {
  for (const { flag, value, help, variable } of settingList) {
    command.option(`--${flag} <${value}>`, `${help} [${variable}]`);
  }
  return command;
}

/** The flags as they were written, by name: `--client-id` is `client-id`. */
function flagsOf(command: Command): Flags {
  const values = command.opts<Record<string, string | undefined>>();
  const flags: Record<string, string | undefined> = {};
  for (const option of command.options) flags[option.long?.slice(2) ?? ''] = values[option.attributeName()];
  return flags;
}

function port(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= 65_535) return value;
  throw new InvalidArgumentError('expected a whole number from 0 to 65535.');
}

function milliseconds(text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('expected a whole number of milliseconds.');
}
