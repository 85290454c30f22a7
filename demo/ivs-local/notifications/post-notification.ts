import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Notification } from './envelope.ts';

/** An API destination: an endpoint with an API key in a header. */
export interface NotificationTarget {
  readonly url: string;
  readonly headerName: string;
  readonly secret: string;
}

export interface Answer {
  readonly status: number;
  /** Milliseconds of a Retry-After header. */
  readonly retryAfterMs: number | undefined;
}

/** One POST as EventBridge's API destinations make it. Rejects when no answer came in time. */
export function postNotification(
  target: NotificationTarget,
  notification: Notification,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<Answer> {
  const body = JSON.stringify(notification);
  const request = target.url.startsWith('https:') ? requestHttps : requestHttp;
  const timeout = AbortSignal.timeout(options.timeoutMs);
  return new Promise((resolve, reject) => {
    const call = request(target.url, {
      method: 'POST',
      agent: false,
      signal: AbortSignal.any([options.signal, timeout]),
      headers: {
        'user-agent': 'Amazon/EventBridge/ApiDestinations',
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        range: 'bytes=0-1048575',
        'accept-encoding': 'gzip,deflate',
        connection: 'close',
        [target.headerName]: target.secret,
      },
    });
    call.on('error', (error) => {
      reject(timeout.aborted ? new Error(`no answer within ${options.timeoutMs} ms`) : error);
    });
    call.on('response', (response) => {
      response.resume();
      const retryAfter = Number(response.headers['retry-after'] ?? NaN);
      resolve({
        status: response.statusCode ?? 0,
        retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1000 : undefined,
      });
    });
    call.end(body);
  });
}
