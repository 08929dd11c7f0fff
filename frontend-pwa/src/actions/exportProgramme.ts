import { calendarFile } from '../programme/calendar';
import type { Entry } from '../programme/changes';
import { t } from '../state/text';

/** Hands the programme over as a calendar file, made on this phone. */
export function exportProgramme(entries: Entry[], name: string): void {
  // As the event's own calendar file says what calendars have no word for.
  const titled = (title: string, status: Entry['date']['status']): string =>
    status === 'FULL' || status === 'POSTPONED' ? t('programme.state', { state: t(`status.${status}`), name: title }) : title;
  const text = calendarFile(entries, { name, origin: window.location.origin, now: new Date(), titled });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  link.download = 'programme.ics';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Shares an address by the phone's own sheet, else copies it; which one happened. */
export async function shareAddress(title: string, url: string): Promise<'shared' | 'copied' | 'failed'> {
  if (typeof navigator.share === 'function') {
    // The visitor may close the sheet: that is no error.
    await navigator.share({ title, url }).catch(() => undefined);
    return 'shared';
  }
  return navigator.clipboard.writeText(url).then(
    () => 'copied',
    () => 'failed',
  );
}
