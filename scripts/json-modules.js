/** Rollup plugin: `import('x.json')` gives the file's value; every browser loads it, with or without import attributes. */
export const jsonModules = {
  name: 'json-modules',
  transform(code, id) {
    return id.endsWith('.json') ? { code: `export default ${code.trim()};`, map: null } : null;
  },
};
