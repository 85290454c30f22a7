import { readable, type Synthesized } from './synthesize.ts';

export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly principal: unknown;
  readonly condition: unknown;
}

/** The statements of every policy in the template, by the name of what they are attached to. */
export function statementsOf(synthesized: Synthesized): Readonly<Record<string, readonly Statement[]>> {
  const found: Record<string, Statement[]> = {};
  for (const [id, { Type, Properties }] of Object.entries(synthesized.resources)) {
    const name = id.replace(/[0-9A-F]{8,}$/, '');
    for (const [path, document] of documentsIn(Properties)) {
      const owner = `${Type.split('::').slice(1).join(' ')} ${name}${path}`;
      (found[owner] ??= []).push(...document.map(readStatement));
    }
  }
  return found;
}

/** Wherever a policy can stand in a resource: found by its shape, so that none is overlooked. */
function* documentsIn(value: unknown, path = ''): Iterable<[string, readonly Raw[]]> {
  if (typeof value !== 'object' || value === null) return;
  if ('Statement' in value) {
    const { Statement } = value as { Statement: Raw | readonly Raw[] };
    yield [path === '.PolicyDocument' ? '' : path, [Statement].flat() as Raw[]];
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* documentsIn(inner, `${path}.${key}`);
}

type Raw = Readonly<Record<string, unknown>>;

function readStatement(raw: Raw): Statement {
  return {
    effect: String(raw['Effect']),
    actions: list(raw['Action']),
    resources: list(readable(raw['Resource'])),
    principal: readable(raw['Principal']),
    condition: readable(raw['Condition']),
  };
}

const list = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(String));
