#!/usr/bin/env node
/**
 * `vitrine-ivs <folder>`: puts the Amazon IVS player's files where the widget looks for them. They are Amazon's, so our
 * package does not carry them: they are taken from the `amazon-ivs-player` that you installed.
 */
import { resolve } from 'node:path';
import { stop } from './release/stop.js';
import { writeIvsFiles } from './release/ivs-files.js';

const folder = process.argv[2];
if (!folder || folder.startsWith('-'))
  stop('Usage: vitrine-ivs <folder>   (served as ivs/ beside vitrine.js)');

const target = resolve(folder);
const files = await writeIvsFiles(target).catch(({ message }) => stop(message));
console.log(`${files.join(', ')} are in ${target}`);
