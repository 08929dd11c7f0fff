import { faultsOf, type Fault } from '../announce/fields';
import { pictureFault } from '../announce/picture';
import type { AnnouncementRow } from '../database/schema';
import { keepDraft, takePicture } from './announcements';

/** Milliseconds without a key: then what is typed is kept. */
const pause = 300;

/** An announcement in its form. */
export interface Typing {
  /** Null while there is none in the form. */
  readonly draft: AnnouncementRow | null;
  /** What is wrong with what stands there now. */
  readonly faults: Fault[];
  readonly pictureBusy: boolean;
  /** This browser keeps nothing: what is typed is lost with the page. */
  notKept: boolean;
  start(row: AnnouncementRow): void;
  /** Takes it out of the form, as it stands. */
  stop(): AnnouncementRow | null;
  /** As it stands, on its way: from now on nothing keeps it as a draft until it is changed again. */
  finish(): AnnouncementRow | null;
  /** Looks for faults; false when there are any. */
  check(today: string): boolean;
  tell(faults: readonly Fault[]): void;
  choosePicture(file: File): Promise<void>;
  removePicture(): void;
}

/** What stands in the field that a fault is about. */
function standing(draft: AnnouncementRow | null, field: string): string {
  if (!draft) return '';
  const { fields, picture } = draft;
  const [name] = field.split('.');
  if (name === 'dates') return JSON.stringify([fields.form, fields.dates]);
  if (name === 'image') return String(picture?.bytes.byteLength ?? 0);
  if (name === 'communeCode') return fields.communeName;
  return String(fields[name as keyof AnnouncementRow['fields']] ?? '');
}

/** To be called while a component is being set up: it keeps what is typed while that is on the screen, and as it goes. */
export function typeAnnouncement(): Typing {
  let draft: AnnouncementRow | null = $state(null);
  let pictureBusy = $state(false);
  let notKept = $state(false);
  /** What was found wrong, with what stood there then: once that is changed, it is not said any more. */
  let found: { fault: Fault; stood: string }[] = $state.raw([]);
  const faults = $derived(found.filter(({ fault, stood }) => stood === standing(draft, fault.field)).map(({ fault }) => fault));
  let unkept = false;

  function snapshot(): AnnouncementRow | null {
    return draft && ($state.snapshot(draft) as AnnouncementRow);
  }

  function tell(next: readonly Fault[]): void {
    found = next.map((fault) => ({ fault, stood: standing(draft, fault.field) }));
  }

  async function keep(): Promise<void> {
    const row = snapshot();
    if (!row || !unkept) return;
    unkept = false;
    notKept = await keepDraft(row).then(
      () => false,
      () => true,
    );
  }

  $effect(() => {
    const keepNow = (): void => void keep();
    document.addEventListener('visibilitychange', keepNow);
    window.addEventListener('pagehide', keepNow);
    return () => {
      document.removeEventListener('visibilitychange', keepNow);
      window.removeEventListener('pagehide', keepNow);
      keepNow();
    };
  });

  let shown = '';
  $effect(() => {
    // Everything in it is looked at, so that any change counts.
    const now = draft ? JSON.stringify([draft.id, draft.fields, draft.picture?.bytes.byteLength, draft.pictureRemoved, draft.newId]) : '';
    if (now === shown) return undefined;
    // What has only just come into the form is as it is kept.
    unkept = shown !== '' && now !== '';
    shown = now;
    if (!unkept) return undefined;
    const timer = setTimeout(keep, pause);
    return () => clearTimeout(timer);
  });

  return {
    get draft() {
      return draft;
    },
    get faults() {
      return faults;
    },
    get pictureBusy() {
      return pictureBusy;
    },
    get notKept() {
      return notKept;
    },
    set notKept(value) {
      notKept = value;
    },
    start(row) {
      unkept = false;
      shown = '';
      draft = row;
      tell(row.faults);
    },
    stop() {
      const row = snapshot();
      unkept = false;
      draft = null;
      return row;
    },
    finish() {
      unkept = false;
      return snapshot();
    },
    check(today) {
      tell(draft ? faultsOf(draft.fields, today) : []);
      return !found.length;
    },
    tell,
    async choosePicture(file) {
      const into = draft;
      if (!into) return;
      pictureBusy = true;
      found = found.filter(({ fault }) => fault.field !== 'image');
      try {
        into.picture = await takePicture(file);
        into.pictureRemoved = false;
      } catch (error) {
        found = [...found, { fault: pictureFault(error), stood: standing(draft, 'image') }];
      } finally {
        pictureBusy = false;
      }
    },
    removePicture() {
      if (!draft) return;
      draft.picture = null;
      draft.pictureRemoved = true;
      found = found.filter(({ fault }) => fault.field !== 'image');
    },
  };
}
