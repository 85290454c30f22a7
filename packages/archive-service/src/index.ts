/** The service as a library: for tests, and for whoever runs it in a process of their own. */
export { readConfig, type Config } from './config.ts';
export { PUBLICATION_STEPS, type PublicationStep } from './publishing/publication.ts';
export { ServiceError, type ErrorCode } from './errors.ts';
export {
  buildService,
  startService,
  type RunningService,
  type Service,
  type ServiceOptions,
} from './start-service.ts';
