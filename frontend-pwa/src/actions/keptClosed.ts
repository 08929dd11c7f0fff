import { getAnswer } from '../database/answers';
import { getPacks } from '../database/packs';
import type { Language, TrailQuery } from '../generated/graphql';
import { getFromPack } from '../packs/lookup';
import { answerKey } from './open';

/**
 * The kept trails that are closed for now, by what this phone knows without network: its pack, or the page when that was
 * seen after the pack was built.
 */
export async function closedTrails(language: Language): Promise<Set<string>> {
  const closed = new Set<string>();
  for (const { trailId, kept } of await getPacks()) {
    if (!kept) continue;
    const variables = { id: trailId, language };
    const seen = await getAnswer<TrailQuery>(answerKey({ operation: 'Trail', variables } as never)).catch(() => undefined);
    const packed = await getFromPack<TrailQuery>('Trail', variables).catch(() => undefined);
    const latest = seen && (!packed || seen.seenAt >= packed.seenAt) ? seen : packed;
    if (latest?.data.trail?.temporarilyClosed) closed.add(trailId);
  }
  return closed;
}
