import { PackProblem } from './problem';

/** What is known of a pack before and without it: `/packs/<trail id>/manifest.json`. */
export interface PackManifest {
  /** Id of the trail. */
  id: string;
  version: string;
  /** Bytes of the whole file. */
  size: number;
  /** Bytes of a chunk; the last one may be shorter. */
  chunk: number;
  /** SHA-256 of each chunk in order, lowercase hexadecimal. */
  sha256: string[];
  /** Name of the trail by language. */
  name: Record<string, string>;
  /** ISO 8601 instants. */
  builtAt: string;
  validUntil: string | null;
  /** How many files are inside. */
  files: number;
}

const IDENTIFIER = /^[\w-]{1,80}$/;
const VERSION = /^\w[\w.-]{0,80}$/;
const HASH = /^[0-9a-f]{64}$/;
/** A day walk weighs a few MB; a manifest that announces more than this is not believed. */
const LARGEST = 2 ** 31;

/** @throws PackProblem `malformed`, with the name of the first field that is wrong. */
export function readManifest(value: unknown): PackManifest {
  if (typeof value !== 'object' || value === null) throw new PackProblem('malformed', 'manifest is not an object');
  const given = value as Record<string, unknown>;
  const need = (holds: boolean, field: string): void => {
    if (!holds) throw new PackProblem('malformed', `manifest: ${field}`);
  };
  const { size, chunk, sha256, name, builtAt } = given;
  const id = typeof given.id === 'number' ? String(given.id) : given.id;
  const version = typeof given.version === 'number' ? String(given.version) : given.version;
  const validUntil = given.validUntil ?? null;
  const files = typeof given.files === 'number' ? given.files : Array.isArray(given.files) ? given.files.length : 0;
  need(typeof id === 'string' && IDENTIFIER.test(id), 'id');
  need(typeof version === 'string' && VERSION.test(version), 'version');
  need(Number.isInteger(size) && (size as number) > 4 && (size as number) < LARGEST, 'size');
  need(Number.isInteger(chunk) && (chunk as number) >= 1024, 'chunk');
  need(Array.isArray(sha256) && sha256.every((hash) => typeof hash === 'string' && HASH.test(hash)), 'sha256');
  need((sha256 as string[]).length === Math.ceil((size as number) / (chunk as number)), 'sha256 (count)');
  need(typeof name === 'object' && name !== null, 'name');
  need(typeof builtAt === 'string' && !Number.isNaN(Date.parse(builtAt)), 'builtAt');
  need(validUntil === null || (typeof validUntil === 'string' && !Number.isNaN(Date.parse(validUntil))), 'validUntil');
  return {
    id: id as string,
    version: version as string,
    size: size as number,
    chunk: chunk as number,
    sha256: sha256 as string[],
    name: name as Record<string, string>,
    builtAt: builtAt as string,
    validUntil: validUntil as string | null,
    files,
  };
}

/** Name in the language asked for, else French, else whatever there is. */
export function nameOf(manifest: PackManifest, language: string): string {
  return manifest.name[language] ?? manifest.name.fr ?? Object.values(manifest.name)[0] ?? manifest.id;
}
