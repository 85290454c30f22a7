interface InputTransformer {
  readonly InputPathsMap: Readonly<Record<string, string>>;
  readonly InputTemplate: string;
}

/**
 * What EventBridge makes of a template: variables inside a text are put in as they are, without being escaped; one whose path
 * leads nowhere leaves nothing. A variable that is a value of its own is not known here.
 */
export function transformInput({ InputPathsMap, InputTemplate }: InputTransformer, event: unknown): string {
  return InputTemplate.replace(/<([^<>]+)>/g, (_, name: string) => {
    const path = InputPathsMap[name];
    if (path === undefined) throw new TypeError(`<${name}> has no path`);
    const value = valueAt(path, event);
    if (value === undefined) return '';
    if (typeof value !== 'string') throw new TypeError(`${path} is no text: ${JSON.stringify(value)}`);
    return value;
  });
}

function valueAt(path: string, event: unknown): unknown {
  const steps = path.slice(1).match(/\.[A-Za-z0-9_-]+|\[\d+\]/g) ?? [];
  if (`$${steps.join('')}` !== path) throw new TypeError(`EventBridge has no such path: ${path}`);
  return steps.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Record<string, unknown>)[step.replace(/^\.|^\[|\]$/g, '')];
  }, event);
}
