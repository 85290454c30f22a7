/** A text for each form that a language's plural has, by the names of `Intl.PluralRules`. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Texts by their English wording, which stands wherever a language has none. */
export type Words = Readonly<Record<string, string | PluralForms>>;
