/** Keeps the screen on while something listens; a phone asleep gives neither position nor beacons. */
export class ScreenAwake {
  #lock: WakeLockSentinel | null = null;
  #wanted = false;

  /** Resolves to false where the phone refuses (battery saver) or has no such lock. */
  async hold(): Promise<boolean> {
    this.#wanted = true;
    document.addEventListener('visibilitychange', this.#again);
    return this.#take();
  }

  release(): void {
    this.#wanted = false;
    document.removeEventListener('visibilitychange', this.#again);
    void this.#lock?.release();
    this.#lock = null;
  }

  /** The system takes the lock away when the page is hidden. */
  readonly #again = (): void => {
    if (this.#wanted && document.visibilityState === 'visible') void this.#take();
  };

  async #take(): Promise<boolean> {
    try {
      this.#lock = (await navigator.wakeLock?.request('screen')) ?? null;
    } catch {
      this.#lock = null;
    }
    if (!this.#wanted) this.release();
    return this.#lock !== null;
  }
}
