import type { Attribute, CssProperty, Described, ElementDocs, Member } from './manifest.ts';

const cell = (text = ''): string => text.replaceAll('\n', ' ').replaceAll('|', '\\|');
const code = (text = ''): string => (text ? `\`${cell(text)}\`` : '');

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return `### ${title}\n\n${lines.join('\n')}\n`;
}

const plain = (items: readonly Described[] = []): string[][] =>
  items.map(({ name, description }) => [code(name) || '(default)', cell(description)]);

function attributeRow({ name, fieldName, type, description }: Attribute): string[] {
  return [
    code(name),
    fieldName && fieldName !== name ? code(fieldName) : '',
    code(type?.text),
    cell(description),
  ];
}

function fieldRow({ name, type, readonly, description }: Member): string[] {
  return [code(name), code(type?.text), readonly ? 'yes' : '', cell(description)];
}

function cssRow({ name, default: value, description }: CssProperty): string[] {
  return [code(name), code(value), cell(description)];
}

function methodRow(member: Member): string[] {
  const parameters = (member.parameters ?? []).map(({ name, type }) => `${name}: ${type?.text ?? 'unknown'}`);
  const call = `${member.static ? 'static ' : ''}${member.name}(${parameters.join(', ')})`;
  return [code(`${call}: ${member.return?.type.text ?? 'void'}`), cell(member.description)];
}

function section(element: ElementDocs): string {
  const members = element.members ?? [];
  const fields = members.filter(({ kind, attribute }) => kind === 'field' && !attribute);
  const methods = members.filter(({ kind }) => kind === 'method');
  return [
    `## \`<${element.tagName}>\`\n\n${element.description ?? ''}\n`,
    table(
      'Attributes',
      ['attribute', 'property', 'type', 'meaning'],
      (element.attributes ?? []).map(attributeRow),
    ),
    table('Properties', ['property', 'type', 'read only', 'meaning'], fields.map(fieldRow)),
    table('Methods', ['method', 'meaning'], methods.map(methodRow)),
    table('Events', ['event', 'meaning'], plain(element.events)),
    table('Slots', ['slot', 'meaning'], plain(element.slots)),
    table('Parts', ['part', 'meaning'], plain(element.cssParts)),
    table('Custom properties', ['property', 'default', 'meaning'], (element.cssProperties ?? []).map(cssRow)),
  ]
    .filter(Boolean)
    .join('\n');
}

export interface ErrorDocs {
  readonly code: string;
  readonly message: string;
  readonly fatal: boolean;
}

/** The API reference as Markdown. */
export function writeReference(elements: readonly ElementDocs[], errors: readonly ErrorDocs[]): string {
  const rows = errors.map(({ code: name, message, fatal }) => [
    code(name),
    fatal ? 'yes' : '',
    cell(message),
  ]);
  return [
    '# API reference\n',
    'Made from the docblocks by `npm run docs`; do not edit. How things go together: [Embedding](embedding.md).\n',
    ...elements.map(section),
    '## Error codes\n\nOf `vitrine-error`, in `detail.code`. `detail.message` goes on in words for a developer.\n',
    table('Codes', ['code', 'playback stops', 'message'], rows),
  ].join('\n');
}
