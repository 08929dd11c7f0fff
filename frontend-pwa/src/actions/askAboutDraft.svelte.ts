import { request } from '../api/client';
import { typedIn, type TypedDates } from '../announce/dates';
import { limits, type AnnouncementFields } from '../announce/fields';
import * as documents from '../generated/graphql';
import type { DatesInWordsQuery, EventCardFieldsFragment, Language } from '../generated/graphql';
import { language } from '../state/language.svelte';
import { ask } from './ask.svelte';
import { openCommunes } from './openLists';

type DatesSaid = DatesInWordsQuery['datesInWords'];

interface AboutDraft {
  /** Of the territory, as last seen; empty until they were seen once. */
  readonly communes: { code: string; name: string }[];
  /** What the server says of the dates; null without network, or while they say nothing. */
  readonly datesSaid: DatesSaid | null;
  /** What is announced already and looks like it. */
  readonly alike: readonly EventCardFieldsFragment[];
}

/** Milliseconds without a key. */
const pause = 500;

/** What is typed is no memory worth keeping: asked of the network alone, and a failure only means that nothing is said. */
function whenStill<Answer>(work: (signal: AbortSignal) => Promise<Answer>, tell: (answer: Answer) => void): () => void {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    work(controller.signal).then(tell, (error: unknown) => {
      if (!controller.signal.aborted) console.info('announcements', error);
    });
  }, pause);
  return () => {
    clearTimeout(timer);
    controller.abort();
  };
}

/** Dates of a saying that changes only with what it says. */
function written(fields: AnnouncementFields | null): string {
  const dates = fields ? typedIn(fields.form, fields.dates) : {};
  return dates.first || dates.others ? JSON.stringify(dates) : '';
}

/** Follows what is typed; to be called while a component is being set up. */
export function askAboutDraft(read: () => AnnouncementFields | null): AboutDraft {
  const communes = ask(() => openCommunes());
  let datesSaid: DatesSaid | null = $state.raw(null);
  let alike: readonly EventCardFieldsFragment[] = $state.raw([]);
  const dates = $derived(written(read()));
  const about = $derived(JSON.stringify([read()?.title.trim() ?? '', read()?.where.trim() ?? '', read()?.communeCode ?? null]));

  $effect(() => {
    const spoken: Language = language.current;
    datesSaid = null;
    if (!dates) return undefined;
    const variables = { dates: JSON.parse(dates) as TypedDates, language: spoken };
    return whenStill(
      (signal) => request(documents.DatesInWordsDocument, variables, { signal }),
      (answer) => (datesSaid = answer.datesInWords.sentence ? answer.datesInWords : null),
    );
  });

  $effect(() => {
    const spoken: Language = language.current;
    const [title, where, communeCode] = JSON.parse(about) as [string, string, string | null];
    if (title.length < limits.titleLeast) {
      alike = [];
      return undefined;
    }
    const variables = {
      title,
      dates: dates ? (JSON.parse(dates) as TypedDates) : null,
      where: where || null,
      communeCode,
      language: spoken,
    };
    return whenStill(
      (signal) => request(documents.AlikeEventsDocument, variables, { signal }),
      (answer) => (alike = answer.alikeEvents),
    );
  });

  return {
    get communes() {
      return communes.answer?.data.communes ?? [];
    },
    get datesSaid() {
      return datesSaid;
    },
    get alike() {
      return alike;
    },
  };
}
