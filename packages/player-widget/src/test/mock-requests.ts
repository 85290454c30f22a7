import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';

/** Another origin than the page's, as in real life; nothing listens there but the mock. */
export const SERVICE = 'https://service.example';
export const CDN = 'https://cdn.example';

const worker = setupWorker();
let started: Promise<unknown> | undefined;

/**
 * Answers to requests of this page, by URL: JSON, a status, a text or a file as it is, or what a function gives, in its time.
 * Others pass. Each call replaces the last.
 */
export async function answer(answers: Readonly<Record<string, unknown>>): Promise<RequestLog> {
  started ??= worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
  await started;
  const asked: string[] = [];
  worker.resetHandlers(
    ...Object.entries(answers).map(([url, body]) =>
      http.get(url, () => {
        asked.push(url);
        if (isAnswer(body)) return body();
        if (typeof body === 'number') return new HttpResponse(null, { status: body });
        if (body instanceof Blob) return new HttpResponse(body, { headers: { 'content-type': body.type } });
        return typeof body === 'string' ? HttpResponse.text(body) : HttpResponse.json(body as object);
      }),
    ),
  );
  return { asked };
}

type Answer = () => Response | Promise<Response>;

function isAnswer(body: unknown): body is Answer {
  return typeof body === 'function';
}

export interface RequestLog {
  /** URLs in the order in which they were asked for. */
  readonly asked: readonly string[];
}
