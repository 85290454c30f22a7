/** Posts to the demo's server and says in a sentence how it went. */
export async function tellServer(
  path: string,
  body: object,
  done: (result: unknown) => string,
): Promise<string> {
  try {
    const response = await fetch(`/demo-api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const result = (await response.json()) as { readonly error?: { readonly message?: string } };
    return response.ok ? done(result) : `Refused: ${result.error?.message ?? response.status}`;
  } catch {
    return 'The demo’s server does not answer.';
  }
}
