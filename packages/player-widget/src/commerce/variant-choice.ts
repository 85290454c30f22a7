import type { Product, Variant } from '@vitrine/product-cues';
import { isBuyable } from './availability.ts';
import { axesOf, variantsOf, type OptionAxis } from './option-axes.ts';

/** What was picked so far, by the name of its axis, in the order of picking. */
export type Picks = ReadonlyMap<string, string>;

/**
 * What picking a value would lead to: something to buy; something that is sold out; or something that there is only with
 * other values than those picked.
 */
export type Prospect = 'buyable' | 'sold-out' | 'elsewhere';

/**
 * What a shopper has picked of a product. There always is a variant with everything that is picked, and once there is a
 * pick for each axis, exactly one.
 */
export class VariantChoice {
  readonly axes: readonly OptionAxis[];
  readonly variants: readonly Variant[];
  readonly picks: Picks;

  private constructor(product: Product, picks: Picks) {
    this.axes = axesOf(product);
    this.variants = variantsOf(product);
    this.picks = picks;
  }

  /** Nothing is picked for the shopper but what there is no choice of: a size taken by mistake comes back by post. */
  static of(product: Product): VariantChoice {
    return new VariantChoice(product, new Map()).#completed(product);
  }

  /** The same picks of the product as it is now, as far as there is something with them. */
  renewed(product: Product): VariantChoice {
    let choice = VariantChoice.of(product);
    for (const [name, value] of this.picks) {
      const axis = choice.axes.find((one) => one.name === name);
      if (axis && choice.prospect(axis, value) !== 'elsewhere') choice = choice.pick(product, axis, value);
    }
    return choice;
  }

  /** The variant that is picked; `undefined` while something is left to choose, and where there are none. */
  get variant(): Variant | undefined {
    return this.missing.length === 0 ? this.#matching(this.picks)[0] : undefined;
  }

  /** Axes without a pick. */
  get missing(): readonly OptionAxis[] {
    return this.axes.filter(({ name }) => !this.picks.has(name));
  }

  /** All variants that are still possible. */
  get possible(): readonly Variant[] {
    return this.#matching(this.picks);
  }

  /** All variants, those that have most of what is picked first. */
  nearest(): readonly Variant[] {
    return this.variants.toSorted((a, b) => this.#agreement(b, this.picks) - this.#agreement(a, this.picks));
  }

  prospect({ name }: OptionAxis, value: string): Prospect {
    const variants = this.#matching(new Map([...this.picks, [name, value]]));
    if (variants.length === 0) return 'elsewhere';
    return variants.some(isBuyable) ? 'buyable' : 'sold-out';
  }

  /** Where there is nothing with all other picks, those give way, first what was picked longest ago: whoever goes on picking comes to any variant. */
  pick(product: Product, axis: OptionAxis, value: string): VariantChoice {
    const others = [...this.picks].filter(([name]) => name !== axis.name);
    const candidates = this.variants.filter((variant) => axis.valueOf(variant) === value);
    const [first] = candidates;
    if (!first) return this;
    const rank = (variant: Variant): string =>
      [
        ...others.toReversed().map(([name, wanted]) => this.#value(variant, name) === wanted),
        isBuyable(variant),
      ]
        .map(Number)
        .join('');
    const nearest = candidates.reduce(
      (best, variant) => (rank(variant) > rank(best) ? variant : best),
      first,
    );
    const kept = others.flatMap(([name]) => {
      const there = this.#value(nearest, name);
      return there === undefined ? [] : [[name, there] as const];
    });
    return new VariantChoice(product, new Map([...kept, [axis.name, value]])).#completed(product);
  }

  /** Everything as this variant has it. */
  pickVariant(product: Product, variant: Variant): VariantChoice {
    const picks = new Map(this.axes.map(({ name, valueOf }) => [name, valueOf(variant)]));
    return new VariantChoice(product, picks);
  }

  #value(variant: Variant, axis: string): string | undefined {
    return this.axes.find(({ name }) => name === axis)?.valueOf(variant);
  }

  #completed(product: Product): VariantChoice {
    const single = this.missing.flatMap(({ name, values }) =>
      values.length === 1 ? values.map((value) => [name, value] as const) : [],
    );
    return single.length > 0 ? new VariantChoice(product, new Map([...this.picks, ...single])) : this;
  }

  #agreement(variant: Variant, picks: Picks): number {
    return this.axes.filter(({ name, valueOf }) => picks.get(name) === valueOf(variant)).length;
  }

  #matching(picks: Picks): readonly Variant[] {
    return this.variants.filter((variant) =>
      this.axes.every(({ name, valueOf }) => !picks.has(name) || picks.get(name) === valueOf(variant)),
    );
  }
}
