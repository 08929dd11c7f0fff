import { prepareLine, type Coordinate, type PreparedLine } from '../geo/line';
import { progressOnLine, type Fix, type Progress } from '../guidance/progress';
import { watchPosition, type PositionProblem } from '../triggers/position';
import { ScreenAwake } from './wakeLock';

/** Follows a walker along one line: where on it, how much is done and left, and whether the line was left. */
export class TrailFollower {
  following = $state(false);
  fix: Fix | null = $state.raw(null);
  progress: Progress | null = $state.raw(null);
  problem: PositionProblem | null = $state(null);

  #line: PreparedLine | null = null;
  #stop: (() => void) | null = null;
  #screen = new ScreenAwake();

  /** To be called in answer to a tap: the browser asks for the position. */
  start(coordinates: readonly Coordinate[]): void {
    this.stop();
    this.#line = prepareLine(coordinates);
    this.following = true;
    this.problem = null;
    this.#stop = watchPosition({
      onFix: (fix) => this.#place(fix),
      onProblem: (problem) => {
        this.problem = problem;
        this.fix = null;
      },
    });
    void this.#screen.hold();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
    this.following = false;
    this.fix = this.progress = null;
    this.#screen.release();
  }

  #place(fix: Fix): void {
    this.problem = null;
    this.fix = fix;
    if (this.#line) this.progress = progressOnLine(this.#line, fix, this.progress ?? undefined) ?? null;
  }
}
