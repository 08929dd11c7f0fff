/** The time that pages speak of: it moves by the minute, and at once when the phone wakes up. */
export const clock: { now: Date } = $state({ now: new Date() });

const minute = 60_000;

export function startClock(): void {
  const tick = () => {
    clock.now = new Date();
  };
  setInterval(tick, minute);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') tick();
  });
}
