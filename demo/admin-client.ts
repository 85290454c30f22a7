import { DeskError } from './shop/event-desk.ts';

/** Speaks to the service's admin routes; the only place of the demo that has the key. */
export interface AdminClient {
  /** @throws DeskError with the service's own code and sentence, or `SERVICE_GONE` when it does not answer. */
  request(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<unknown>;
}

interface ErrorBody {
  readonly error?: { readonly code?: unknown; readonly message?: unknown };
}

export function createAdminClient(serviceUrl: string, adminKey: string): AdminClient {
  return {
    async request(method, path, body) {
      const response = await send(new URL(path, serviceUrl), method, adminKey, body);
      // Whatever the other side says, the key does not leave this file: a page may be shown the answer.
      const text = (await response.text()).replaceAll(adminKey, '(key)');
      if (response.ok) return text === '' ? undefined : JSON.parse(text);
      throw refusal(response.status, text);
    },
  };
}

async function send(url: URL, method: string, key: string, body: unknown): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
  } catch (error) {
    throw new DeskError(502, 'SERVICE_GONE', 'The service does not answer.', { cause: error });
  }
}

function refusal(status: number, text: string): DeskError {
  const { code, message } = errorOf(text);
  return new DeskError(
    status,
    typeof code === 'string' ? code : 'SERVICE_REFUSED',
    typeof message === 'string' ? message : `The service answered ${status}.`,
  );
}

function errorOf(text: string): NonNullable<ErrorBody['error']> {
  try {
    const body = JSON.parse(text) as ErrorBody | null;
    return body?.error ?? {};
  } catch {
    return {};
  }
}
