import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_ASSOCIATION, PROGRAM_MAP } from './program-tables.ts';

test('the program association table is the one that common muxers write, checksum included', () => {
  assert.equal(PROGRAM_ASSOCIATION.toString('hex'), '0000b00d0001c100000001f0002ab104b2');
});

test('the program map declares ID3 metadata as stream type 0x15 with both descriptors', () => {
  const hex = PROGRAM_MAP.toString('hex');
  assert.ok(hex.includes('250fffff49443320ff49443320001f0001'), 'metadata_pointer_descriptor');
  assert.ok(hex.includes('15e102f00f260dffff49443320ff49443320000f'), 'metadata_descriptor of PID 0x102');
});
