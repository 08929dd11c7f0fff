/**
 * Why a pack cannot be kept or opened. `reason` is what the catalogues have a sentence for (`packs.problem.<reason>`):
 * offline: the server does not answer · absent: it has no such pack · gone: the trail was withdrawn · malformed: what came is not a pack
 * corrupt: a chunk is not what the manifest says · full: the phone has no room · busy: another tab is at it
 * unsupported: this browser has no private files · missing: the file is gone
 */
export type PackReason =
  | 'offline'
  | 'absent'
  | 'gone'
  | 'malformed'
  | 'corrupt'
  | 'full'
  | 'busy'
  | 'unsupported'
  | 'missing';

export class PackProblem extends Error {
  constructor(
    readonly reason: PackReason,
    detail: string,
  ) {
    super(`${reason}: ${detail}`);
    this.name = 'PackProblem';
  }
}
