import { handleNotification } from './notifications/handle-notification.ts';
import type { OwnerRole } from './database/embedded/become-owner.ts';
import type { OwnerHandler } from './database/embedded/owner-socket.ts';
import { ServiceError } from './errors.ts';
import { sweep } from './sweep/sweep.ts';
import type { Services } from './services.ts';

/** What the owner of the data folder does for other processes. */
export function answerCommand(services: Services, role: OwnerRole): OwnerHandler {
  return async ({ command, body }) => {
    switch (command) {
      case 'role':
        return role;
      case 'handle-notification':
        return handleNotification(services, body);
      case 'sweep':
        return (await sweep(services, services.signal)) ?? null;
      case 'backup':
        return services.backUp(String(body));
      default:
        throw new ServiceError(
          'BAD_REQUEST',
          `The owner of DATA_DIR knows no command ${JSON.stringify(command)}: is it of another version?`,
        );
    }
  };
}
