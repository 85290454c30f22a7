// The light build has the same types, but its package names none.
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}
