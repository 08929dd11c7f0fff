import type { SeenAnswer } from '../database/answers';
import { getPacks } from '../database/packs';
import { openPack, type OpenPack } from './reader';

/** What a pack answers in the server's place; `seenAt` is when the pack was built. */
export interface PackAnswer<Data> extends SeenAnswer<Data> {
  trailId: string;
}

interface Asked {
  id?: string;
  code?: string;
  language?: string;
}

const FALLBACK_LANGUAGE = 'fr';

/** The kept packs that open, the one of `trailId` first. */
async function keptPacks(trailId?: string): Promise<{ pack: OpenPack; builtAt: number }[]> {
  const rows = (await getPacks()).filter((row) => row.kept);
  rows.sort((a, b) => Number(b.trailId === trailId) - Number(a.trailId === trailId));
  const opened = await Promise.all(
    rows.map(async ({ trailId: id, kept }) => {
      if (!kept) return undefined;
      const pack = await openPack(id, kept.manifest.version).catch(() => undefined);
      return pack && { pack, builtAt: Date.parse(kept.manifest.builtAt) };
    }),
  );
  return opened.filter((one) => one !== undefined);
}

/** Paths of an operation's answers in a pack, best language first. One operation may be answered for several ids. */
export function answerPaths(paths: Iterable<string>, operation: string, { id, language }: Asked): string[] {
  const found: { path: string; rank: number }[] = [];
  for (const path of paths) {
    const match = /^answers\/(\w+)(?:\.([\w-]+))?\.([a-z]{2})\.json$/.exec(path);
    if (!match || match[1] !== operation || (match[2] !== undefined && match[2] !== id)) continue;
    const spoken = match[3];
    const rank = spoken === language ? 0 : spoken === FALLBACK_LANGUAGE ? 1 : 2;
    found.push({ path, rank: rank * 2 + (match[2] === undefined ? 1 : 0) });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ path }) => path);
}

/** An answer is about `id` when one of its root fields is that object; without an id any answer will do. */
export function isAbout(data: unknown, id: string | undefined): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if (id === undefined) return true;
  return Object.values(data).some((root) => (root as { id?: unknown } | null)?.id === id);
}

async function answerIn(pack: OpenPack, operation: string, asked: Asked): Promise<unknown> {
  for (const path of answerPaths(pack.index.keys(), operation, asked)) {
    const data = await pack.json(path).catch(() => undefined);
    if (isAbout(data, asked.id)) return data;
  }
  return undefined;
}

interface StoryAnswer {
  story: { id: string; steps: { id: string; triggers: { code: string | null }[] }[] } | null;
}

/** The step that a QR code or tag opens, found in the story of the pack as the server would find it. */
export function stepOfCode(data: unknown, code: string): { storyId: string; stepId: string } | undefined {
  const story = (data as StoryAnswer | undefined)?.story;
  const wanted = code.toLowerCase();
  const step = story?.steps.find((one) => one.triggers.some((trigger) => trigger.code?.toLowerCase() === wanted));
  return story && step ? { storyId: story.id, stepId: step.id } : undefined;
}

/**
 * Answers one of the app's own questions out of the kept packs; undefined when none of them knows.
 * In another language when the pack does not speak the one asked for: better than nothing in a valley.
 */
export async function getFromPack<Data = unknown>(
  operation: string,
  variables: object,
): Promise<PackAnswer<Data> | undefined> {
  const asked = variables as Asked;
  for (const { pack, builtAt } of await keptPacks(asked.id)) {
    if (operation === 'StoryStepByCode') {
      const step = stepOfCode(await answerIn(pack, 'Story', { language: asked.language }), asked.code ?? '');
      if (!step) continue;
      return { data: { storyStep: { ...step, trailId: pack.trailId } } as Data, seenAt: builtAt, trailId: pack.trailId };
    }
    const data = await answerIn(pack, operation, asked);
    if (data !== undefined) return { data: data as Data, seenAt: builtAt, trailId: pack.trailId };
  }
  return undefined;
}

/** The map of a kept trail's area (GeoJSON by layer), if that trail is kept. */
export async function getAreaFromPack(trailId: string): Promise<unknown> {
  const [first] = await keptPacks(trailId);
  return first?.pack.trailId === trailId ? first.pack.json('map/area.json').catch(() => undefined) : undefined;
}
