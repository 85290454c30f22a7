/** One line of the bag: a product, or one variant of it, and how many. */
export interface BagLine {
  readonly id: string;
  readonly title: string;
  readonly choice?: string;
  readonly variantId?: string;
  readonly image?: string;
  readonly price: { readonly amount: number; readonly currency: string };
  readonly quantity: number;
}

export interface Bag {
  readonly lines: readonly BagLine[];
  readonly count: number;
  /** What all of it costs; `undefined` for an empty one. */
  readonly total: BagLine['price'] | undefined;
  add(line: BagLine): void;
  /** Sets how many; none removes the line. */
  change(line: BagLine, quantity: number): void;
  /** Calls back on each change, until what is returned is called. */
  subscribe(listener: () => void): () => void;
}

const KEY = 'maison-alder-bag';
const sameLine = (a: BagLine, b: BagLine): boolean => a.id === b.id && a.choice === b.choice;

function isLine(value: unknown): value is BagLine {
  const line = value as Partial<BagLine> | null;
  return (
    typeof line?.id === 'string' &&
    typeof line.quantity === 'number' &&
    typeof line.price?.amount === 'number'
  );
}

function readLines(storage: Storage): readonly BagLine[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isLine) : [];
  } catch {
    return [];
  }
}

/** The shop's bag, kept in `storage` from page to page. */
export function openBag(storage: Storage): Bag {
  let lines = readLines(storage);
  const listeners = new Set<() => void>();

  function write(next: readonly BagLine[]): void {
    lines = next.filter(({ quantity }) => quantity > 0);
    storage.setItem(KEY, JSON.stringify(lines));
    for (const listener of listeners) listener();
  }

  function change(line: BagLine, quantity: number): void {
    write(lines.map((known) => (sameLine(known, line) ? { ...known, quantity } : known)));
  }

  return {
    get lines() {
      return lines;
    },
    get count() {
      return lines.reduce((sum, { quantity }) => sum + quantity, 0);
    },
    get total() {
      const currency = lines[0]?.price.currency;
      if (currency === undefined) return undefined;
      return {
        amount: lines.reduce((sum, { price, quantity }) => sum + price.amount * quantity, 0),
        currency,
      };
    },
    add(line) {
      const known = lines.find((candidate) => sameLine(candidate, line));
      if (known) change(known, known.quantity + line.quantity);
      else write([...lines, line]);
    },
    change,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
