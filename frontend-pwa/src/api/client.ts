import type { TypedDocumentString } from '../generated/graphql';
import { ApiError } from './error';

export { ApiError, type ApiErrorKind } from './error';

interface GraphQLFailure {
  message: string;
  extensions?: { code?: string; replacedBy?: string | null };
}

interface GraphQLAnswer<Data> {
  data?: Data | null;
  errors?: GraphQLFailure[];
}

/** Variables in a stable order, without the absent ones, so that the same question always has the same URL. */
export function canonicalVariables(variables: object): string {
  const present = Object.entries(variables).filter(([, value]) => value !== undefined && value !== null);
  present.sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(present));
}

const prefix = 'sha256:';

export function persistedUrl(hash: string, variables: object): string {
  const query = new URLSearchParams({ id: hash.replace(prefix, ''), variables: canonicalVariables(variables) });
  return `/graphql?${query}`;
}

/** The server was updated before this app: it no longer knows the document by its hash, so it is given the text. */
async function askInFull(hash: string, variables: object, signal?: AbortSignal): Promise<Response | undefined> {
  const { default: texts } = await import('../generated/persisted-documents.json');
  const query = (texts as Record<string, string>)[hash];
  if (!query) return undefined;
  return fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal,
  });
}

function failureOf(errors: GraphQLFailure[]): ApiError {
  for (const { message, extensions } of errors) {
    if (extensions?.code === 'GONE') return new ApiError('gone', message, extensions.replacedBy ?? null);
    if (extensions?.code === 'NOT_FOUND') return new ApiError('notFound', message);
  }
  return new ApiError('bad', errors[0]?.message ?? 'error without message');
}

/** Asks one persisted question by GET, so that every cache on the way may answer it again. Throws ApiError. */
export async function request<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Data> {
  const hash = document.__meta__?.['hash'];
  if (typeof hash !== 'string') throw new ApiError('bad', 'document without a hash: run the code generator');
  let response: Response;
  try {
    // What was seen is remembered with its date (database/answers): the browser's own cache, which has no date to show,
    // may save bytes by ETag but not speak in the server's place.
    response = await fetch(persistedUrl(hash, variables), { cache: 'no-cache', headers: { Accept: 'application/json' }, signal });
    if (response.status === 404) response = (await askInFull(hash, variables, signal)) ?? response;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('offline', String(error));
  }
  let answer: GraphQLAnswer<Data>;
  try {
    answer = (await response.json()) as GraphQLAnswer<Data>;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('offline', `answer ${response.status} is not JSON`);
  }
  // A thing that is not there is an answer (200); a 404 means that the question itself is not known.
  if (answer.errors?.length && response.status === 404) throw new ApiError('bad', answer.errors[0]!.message);
  if (answer.errors?.length) throw failureOf(answer.errors);
  if (!response.ok || !answer.data) throw new ApiError(response.status >= 500 ? 'offline' : 'bad', `answer ${response.status}`);
  return answer.data;
}
