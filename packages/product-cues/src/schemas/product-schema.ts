import { AVAILABILITY_SCHEMA, ID_SCHEMA, MONEY_SCHEMA } from './common-schemas.ts';

/** What a unit of measure costs, as some countries want it said: the price of a litre, or of 100 g. */
const UNIT_PRICE_SCHEMA = {
  type: 'object',
  properties: {
    price: MONEY_SCHEMA,
    unit: { type: 'string', minLength: 1, description: 'As shoppers read it: "kg", "100 ml".' },
  },
  required: ['price', 'unit'],
} as const;

export const VARIANT_SCHEMA = {
  type: 'object',
  title: 'Variant',
  properties: {
    id: ID_SCHEMA,
    sku: ID_SCHEMA,
    title: ID_SCHEMA,
    price: MONEY_SCHEMA,
    compareAtPrice: MONEY_SCHEMA,
    unitPrice: UNIT_PRICE_SCHEMA,
    availability: AVAILABILITY_SCHEMA,
    options: {
      type: 'object',
      description: "The choice by the option's name.",
      additionalProperties: ID_SCHEMA,
    },
  },
  required: ['id', 'sku', 'title', 'price', 'availability', 'options'],
} as const;

export const PRODUCT_SCHEMA = {
  type: 'object',
  title: 'Product',
  properties: {
    id: ID_SCHEMA,
    sku: ID_SCHEMA,
    title: ID_SCHEMA,
    // A shopper's browser follows it: nothing but a page may be behind it.
    url: { type: 'string', pattern: '^https?://', description: "The product's own page." },
    images: { type: 'array', items: ID_SCHEMA },
    price: MONEY_SCHEMA,
    compareAtPrice: MONEY_SCHEMA,
    unitPrice: UNIT_PRICE_SCHEMA,
    availability: AVAILABILITY_SCHEMA,
    brand: { type: 'string' },
    options: {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: ID_SCHEMA, values: { type: 'array', items: ID_SCHEMA } },
        required: ['name', 'values'],
      },
    },
    variants: { type: 'array', items: VARIANT_SCHEMA },
  },
  required: ['id', 'sku', 'title', 'url', 'images', 'price', 'availability'],
} as const;
