import { parseArgs, type ParseArgsConfig } from 'node:util';
import { messageOf, ServiceError } from '../errors.ts';

/** A command's one argument and its options. @throws ServiceError `BAD_REQUEST`, with how the command is used */
export function parseArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  const { values, positionals } = parse(args, options, usage);
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) throw new ServiceError('BAD_REQUEST', `Usage: ${usage}`);
  return { name, values };
}

function parse<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw new ServiceError('BAD_REQUEST', `${messageOf(cause)}\nUsage: ${usage}`, { cause });
  }
}
