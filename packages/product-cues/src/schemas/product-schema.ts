import { AVAILABILITY_SCHEMA, ID_SCHEMA, MONEY_SCHEMA } from './common-schemas.ts';

export const VARIANT_SCHEMA = {
  type: 'object',
  title: 'Variant',
  properties: {
    id: ID_SCHEMA,
    sku: ID_SCHEMA,
    title: ID_SCHEMA,
    price: MONEY_SCHEMA,
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
