/**
 * How the client that orval makes sends requests: by itself it knows no address of the service, takes every reply for
 * JSON, and says nothing of a body where an operation reads more than one media type.
 */
export async function orvalFetch<T>(path: string, options: RequestInit): Promise<T> {
  const headers = { ...(options.body !== undefined && { 'Content-Type': 'application/json' }), ...options.headers };
  const response = await fetch((process.env['ADVISOR_URL'] ?? '') + path, { ...options, headers });
  const text = await response.text();
  const isJson = /json$/.test(response.headers.get('Content-Type')?.split(';')[0] ?? '');
  return { data: isJson ? JSON.parse(text) : text, status: response.status, headers: response.headers } as T;
}
