/** The command line. A command's answer goes to standard output, everything else to standard error. */
import { messageOf, ServiceError } from '../errors.ts';

/** Runs a command with its arguments; resolves with the process's exit code. */
type Command = (args: readonly string[]) => Promise<number>;

/** Each loads what it needs, and no more: a command that only asks a running service starts at once. */
const COMMANDS: Readonly<Record<string, Command>> = {
  serve: async () => (await import('./serve.ts')).serveCommand(),
  consume: async () => (await import('./consume.ts')).consumeCommand(),
  sweep: async () => (await import('./sweep.ts')).sweepCommand(),
  publish: async (args) => (await import('./publish.ts')).publishCommand(args),
  unpublish: async (args) => (await import('./unpublish.ts')).unpublishCommand(args),
  versions: async (args) => (await import('./versions.ts')).versionsCommand(args),
  backup: async (args) => (await import('./back-up.ts')).backUpCommand(args),
  restore: async (args) => (await import('./back-up.ts')).restoreCommand(args),
  migrate: async () => (await import('./migrate.ts')).migrateCommand(),
  'handle-notification': async (args) =>
    (await import('./handle-notification.ts')).handleNotificationCommand(args),
};

const USAGE = `Usage: archive-service <command>

  serve                            runs the service until it is told to stop
  consume                          takes notifications from SQS_QUEUE_URL, and does their work, without HTTP
  handle-notification [file or -]  handles one notification, or NOTIFICATION, and ends when its job has ended
  sweep                            looks once for recordings and jobs that nobody told of
  publish <recording> [--dry-run]  publishes the event of a recording (its number or prefix), or tells what that would change
  unpublish <event> --reason <why> --yes
                                   removes all that is published of an event, for good, and waits until nothing is left
  versions <event>                 lists the versions of an event's archive
  backup <file>                    writes the embedded database into a file, also while the service runs
  restore <file>                   makes the embedded database from such a file
  migrate                          brings the database to this version's schema

Settings are read from the environment: DATABASE_URL or DATA_DIR, STORE_URL, RECORDINGS_URL, RECORDING_BUCKETS,
CDN_BASE_URL, PUBLIC_URL, ADMIN_KEY, NOTIFICATION_SECRET, SQS_QUEUE_URL, SWEEP_SECONDS, VERSION_GRACE_HOURS, METRICS_EMF,
HOST, PORT, LOG_LEVEL, and those of the AWS SDK.`;

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command) {
  try {
    process.exitCode = await command(args);
  } catch (error) {
    // What we foresaw is one line; anything else is for whoever mends it.
    console.error(
      error instanceof ServiceError ? error.message : isSystemError(error) ? messageOf(error) : error,
    );
    process.exitCode = 1;
  }
} else {
  const asked = ['help', '--help', '-h'].includes(name);
  console.error(USAGE);
  process.exitCode = asked ? 0 : 2;
}

/** Such as EADDRINUSE, whose message says it all. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
