/** For the tests of this repository that start the service in other ways than its command line; no part of the published package. */
export { createChannel } from './channels/channels-repository.ts';
export { openEmbedded, openServer, type Database } from './database/open-database.ts';
export { migrateDatabase } from './database/migrate-database.ts';
export { NO_EDITS } from './database/documents.ts';
export type { EventRow, Handle, NotificationRow, RecordingRow } from './database/tables.ts';
export { createEvent } from './events/events-repository.ts';
export { describeKey } from './publishing/archive-layout.ts';
export { publishArchive } from './publishing/publish-archive.ts';
export { buildService, startService, type Service } from './start-service.ts';
export { FolderStore } from './stores/folder/folder-store.ts';
export type { ObjectStore } from './stores/object-store.ts';
export { sweep } from './sweep/sweep.ts';
export { breakConnections } from './test/break-connections.ts';
export { failedJobs, readRows, type Rows } from './test/rows.ts';
export { startPostgres, type TemporaryPostgres } from './test/temporary-postgres.ts';
export { mediaFile, metadata } from './test/ts-writer.ts';
export { openInMemory, openWatched, watchPglite, type StatementWatch } from './test/watched-database.ts';
export { watchStore, type StoreCall, type StoreWatch } from './test/watched-store.ts';
