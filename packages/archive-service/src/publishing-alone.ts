/** Publishing without database and server, for what measures or tries it; no part of the published package. */
export { NO_EDITS } from './database/documents.ts';
export { describeKey } from './publishing/archive-layout.ts';
export { publishArchive } from './publishing/publish-archive.ts';
export { movePointers } from './publishing/steps/move-pointer.ts';
export { createStores } from './stores/open-store.ts';
export type { ObjectStore } from './stores/object-store.ts';
