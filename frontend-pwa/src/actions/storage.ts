/** How much room the app takes on this phone, and whether the browser may take it back. */
export interface Room {
  /** Bytes used by this site, and free for it; null when the browser does not say. */
  used: number | null;
  free: number | null;
  /** True when the browser promises not to clear it by itself; null when it cannot promise. */
  persistent: boolean | null;
}

export async function readRoom(): Promise<Room> {
  const storage = navigator.storage as StorageManager | undefined;
  const { usage, quota } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
  return {
    used: usage ?? null,
    free: usage !== undefined && quota !== undefined ? Math.max(0, quota - usage) : null,
    persistent: (await storage?.persisted?.().catch(() => false)) ?? null,
  };
}

/** Asks the browser for that promise; some ask the visitor, some decide alone. */
export async function askToPersist(): Promise<boolean> {
  return (await navigator.storage?.persist?.().catch(() => false)) ?? false;
}
