/** All that reading pictures takes of a page, whichever browser it is open in and whichever library drives that. */
export interface ScriptedPage {
  evaluate<R>(code: string | (() => R | Promise<R>)): Promise<R>;
  evaluate<R, A>(code: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
}
