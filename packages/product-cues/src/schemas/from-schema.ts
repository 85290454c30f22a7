interface Types {
  readonly string: string;
  readonly number: number;
  readonly integer: number;
  readonly boolean: boolean;
  readonly null: null;
}

type Flat<T> = { readonly [Key in keyof T]: T[Key] };

type FromObject<Properties, Required> = Flat<
  {
    readonly [Key in keyof Properties as Key extends Required ? Key : never]: FromSchema<Properties[Key]>;
  } & {
    readonly [Key in keyof Properties as Key extends Required ? never : Key]?: FromSchema<Properties[Key]>;
  }
>;

/** The type of what a JSON Schema constant describes: as much of JSON Schema as the schemas of this folder use. */
export type FromSchema<Schema> = Schema extends { readonly const: infer Value }
  ? Value
  : Schema extends { readonly enum: readonly (infer Value)[] }
    ? Value
    : Schema extends { readonly anyOf: readonly (infer Choice)[] }
      ? Choice extends unknown
        ? FromSchema<Choice>
        : never
      : Schema extends {
            readonly type: 'array';
            readonly items: infer Item;
            readonly minItems: 2;
            readonly maxItems: 2;
          }
        ? readonly [FromSchema<Item>, FromSchema<Item>]
        : Schema extends { readonly type: 'array'; readonly items: infer Item }
          ? readonly FromSchema<Item>[]
          : Schema extends { readonly properties: infer Properties }
            ? FromObject<
                Properties,
                Schema extends { readonly required: readonly (infer Key)[] } ? Key : never
              >
            : Schema extends { readonly additionalProperties: infer Value }
              ? Readonly<Record<string, FromSchema<Value>>>
              : Schema extends { readonly type: infer Type }
                ? FromTypes<Type>
                : never;

type FromTypes<Type> = Type extends readonly (infer Each)[]
  ? FromTypes<Each>
  : Type extends keyof Types
    ? Types[Type]
    : never;
