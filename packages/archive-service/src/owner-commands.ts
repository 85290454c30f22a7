import { handleNotification } from './notifications/handle-notification.ts';
import type { OwnerRole } from './database/embedded/become-owner.ts';
import type { OwnerHandler } from './database/embedded/owner-socket.ts';
import { ServiceError } from './errors.ts';
import { readEventOfShop } from './events/events-repository.ts';
import { progressOf, publishRecordingNow } from './publishing/operator/publish-recording.ts';
import { withdrawNow } from './publishing/operator/withdraw-now.ts';
import { planRehearsal } from './publishing/rehearsal/rehearsal-plan.ts';
import { listVersions } from './publishing/versions/list-versions.ts';
import { DEFAULT_SHOP } from './shops/default-shop.ts';
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
      case 'publish':
        return publishRecordingNow(services, String(body));
      case 'progress':
        return progressOf(services.db, String(body));
      case 'plan':
        return planRehearsal(services.db, String(body));
      case 'unpublish': {
        const { event, reason } = body as { readonly event: string; readonly reason: string };
        return withdrawNow(services, DEFAULT_SHOP, event, reason);
      }
      case 'versions':
        return listVersions(services.db, await readEventOfShop(services.db, DEFAULT_SHOP, String(body)));
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
