import type { Product, Variant } from '@vitrine/product-cues';

/** One thing to choose by. */
export interface OptionAxis {
  /** Name of the product's option; empty where the variants themselves are what is chosen from. */
  readonly name: string;
  /** Each is the value of one variant or more, none twice. */
  readonly values: readonly string[];
  readonly valueOf: (variant: Variant) => string;
}

/** A product's variants, without an id's second one. */
export function variantsOf({ variants = [] }: Product): readonly Variant[] {
  return [...new Map(variants.toReversed().map((variant) => [variant.id, variant])).values()].toReversed();
}

/**
 * What a product is chosen by: no two variants have the same values on all axes. Catalogues are not always in order:
 * where options do not tell the variants apart, or one lacks a value, the variants are chosen from by their titles.
 */
export function axesOf(product: Product): readonly OptionAxis[] {
  const variants = variantsOf(product);
  if (variants.length === 0) return [];
  const axes = namesOf(product, variants).map((name) => namedAxis(product, variants, name));
  return axes.length > 0 && tellApart(axes, variants) ? axes : [titleAxis(variants)];
}

function namesOf({ options = [] }: Product, variants: readonly Variant[]): readonly string[] {
  const named = options.map(({ name }) => name);
  const used = new Set(variants.flatMap((variant) => Object.keys(variant.options)));
  return [...new Set([...named.filter((name) => used.has(name)), ...used])];
}

function namedAxis({ options = [] }: Product, variants: readonly Variant[], name: string): OptionAxis {
  const valueOf = ({ options: values }: Variant): string =>
    (Object.hasOwn(values, name) ? values[name] : undefined) ?? '';
  const used = new Set(variants.map(valueOf));
  // In the shop's order; what no variant has cannot be chosen.
  const listed = options.find((option) => option.name === name)?.values ?? [];
  return { name, values: [...new Set([...listed.filter((value) => used.has(value)), ...used])], valueOf };
}

function tellApart(axes: readonly OptionAxis[], variants: readonly Variant[]): boolean {
  const rows = variants.map((variant) => axes.map(({ valueOf }) => valueOf(variant)));
  return (
    rows.every((row) => !row.includes('')) &&
    new Set(rows.map((row) => JSON.stringify(row))).size === variants.length
  );
}

function titleAxis(variants: readonly Variant[]): OptionAxis {
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, title, sku } of variants) {
    let label = title;
    for (let turn = 1; taken.has(label); turn += 1)
      label = `${title} (${turn > 1 ? `${sku}, ${turn}` : sku})`;
    taken.add(label);
    labels.set(id, label);
  }
  const valueOf = ({ id, title }: Variant): string => labels.get(id) ?? title;
  return { name: '', values: variants.map(valueOf), valueOf };
}
