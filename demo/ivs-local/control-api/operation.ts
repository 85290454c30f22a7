import type { IvsLocalCore } from '../ivs-local.ts';
import type { Input } from './input.ts';

/** An operation of the API: what it answers, or `undefined` for 204 without a body. Errors are thrown. */
export type Operation = (input: Input, core: IvsLocalCore) => object | undefined;
