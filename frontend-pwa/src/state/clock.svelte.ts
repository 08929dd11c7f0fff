/** The time that pages speak of: `now` moves by the minute, and at once when the phone wakes up; `hour` by the hour. */
export const clock: { now: Date; hour: Date } = $state({ now: new Date(), hour: new Date() });

const minute = 60_000;
const hour = 60 * minute;

function tick(): void {
  const now = new Date();
  clock.now = now;
  // Pages ask the server again when this changes: once an hour is enough.
  if (Math.floor(now.getTime() / hour) !== Math.floor(clock.hour.getTime() / hour)) clock.hour = now;
}

export function startClock(): void {
  setInterval(tick, minute);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') tick();
  });
}
