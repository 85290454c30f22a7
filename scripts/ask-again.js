const OURS = /player-widget\/src\//;
const LAZY = /\(\)\s*=>\s*import\(/g;

/**
 * A rollup plugin: lets `loadChunk(() => import('./x.ts'))` ask for its chunk at another address than the first time. Each
 * `() => import('./x.js')` of ours becomes `(_again) => import(_again ?? './x.js')`.
 */
export const askAgain = {
  name: 'ask-again',
  transform(code, id) {
    if (!OURS.test(id)) return null;
    const asking = code.replace(LAZY, '(_again) => import(');
    if (asking.split('import(').length > asking.split('(_again) => import(').length)
      this.error(`${id}: write import() as loadChunk(() => import(…)), or nobody can ask for it again`);
    return asking === code ? null : { code: asking, map: null };
  },
  renderDynamicImport({ moduleId }) {
    return OURS.test(moduleId) ? { left: 'import(_again ?? ', right: ')' } : null;
  },
};
