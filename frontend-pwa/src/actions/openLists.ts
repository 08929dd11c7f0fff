import { request } from '../api/client';
import * as documents from '../generated/graphql';
import type { Audience, Disability, EventCategory, Language, NearInput, PlaceKind, SearchKind, TrailDifficulty, TrailPractice } from '../generated/graphql';
import { endingNight, fromNow } from '../words/windows';
import type { Opener } from './ask.svelte';
import { open } from './open';

export const pageLength = 20;
/** Whole days that have just begun are among them, and are left out afterwards. */
const mostOfNight = 50;

export interface AgendaFilters {
  /** Names the window whatever the hour ("weekend", "2026-11-28"): the last answer is remembered by it. */
  when: string;
  from: string;
  until: string | null;
  wholeDays?: true;
  communes: string[];
  categories: EventCategory[];
  audiences: Audience[];
  accessible: Disability[];
  near: NearInput | null;
  free: boolean;
  indoor: boolean;
  language: Language;
}

type Choices = Omit<AgendaFilters, 'when' | 'from' | 'until' | 'wholeDays'>;

/** Everything, whatever it is, wherever and for whomever. */
export function noChoices(language: Language): Choices {
  return { communes: [], categories: [], audiences: [], accessible: [], near: null, free: false, indoor: false, language };
}

/** The part of the filters that the server is asked; empty choices are left out. */
function agendaVariables({ from, until, wholeDays, language, ...choices }: AgendaFilters) {
  return { from, until, wholeDays: wholeDays ?? null, ...choiceVariables(choices), language };
}

function choiceVariables({ communes, categories, audiences, accessible, near, free, indoor }: Omit<Choices, 'language'>) {
  return {
    communes: communes.length ? communes : null,
    categories: categories.length ? categories : null,
    audiences: audiences.length ? audiences : null,
    accessible: accessible.length ? accessible : null,
    near,
    free: free || null,
    indoor: indoor || null,
  };
}

function agendaMemory({ when, language, ...choices }: AgendaFilters): string {
  return JSON.stringify([when, choiceMemory(choices), language]);
}

function choiceMemory({ communes, categories, audiences, accessible, near, free, indoor }: Omit<Choices, 'language'>) {
  return [communes, categories, audiences, accessible, near !== null, free, indoor];
}

export function openAgenda(filters: AgendaFilters, first = pageLength): Opener<documents.AgendaQuery> {
  const variables = { ...agendaVariables(filters), first };
  const question = { operation: 'Agenda', document: documents.AgendaDocument, variables, remember: `${agendaMemory(filters)} ${first}` };
  return (tell, signal) => void open(question, tell, signal);
}

/** What is left of last night, under the same filters: asks nothing once the night is over. */
export function openEndingNight(filters: Choices, now: Date): Opener<documents.AgendaQuery> | null {
  const night = endingNight(now);
  return night && openAgenda({ ...filters, ...night, when: 'endingNight' }, mostOfNight);
}

export function moreAgenda(filters: AgendaFilters, after: string): Promise<documents.AgendaQuery> {
  return request(documents.AgendaDocument, { ...agendaVariables(filters), first: pageLength, after });
}

export function openLongRunning(filters: AgendaFilters): Opener<documents.AgendaLongRunningQuery> {
  const question = {
    operation: 'AgendaLongRunning',
    document: documents.AgendaLongRunningDocument,
    variables: agendaVariables(filters),
    remember: agendaMemory(filters),
  };
  return (tell, signal) => void open(question, tell, signal);
}

export function openAgendaFacets(filters: AgendaFilters): Opener<documents.AgendaFacetsQuery> {
  const question = {
    operation: 'AgendaFacets',
    document: documents.AgendaFacetsDocument,
    variables: agendaVariables(filters),
    remember: agendaMemory(filters),
  };
  return (tell, signal) => void open(question, tell, signal);
}

/** How many events each day from `first` to `last` has, with the same choices; the days of a calendar, at most 62. */
export function openAgendaDays(filters: AgendaFilters, first: string, last: string): Opener<documents.AgendaDaysQuery> {
  const question = {
    operation: 'AgendaDays',
    document: documents.AgendaDaysDocument,
    variables: { from: first, until: last, ...choiceVariables(filters) },
    remember: JSON.stringify([first, last, choiceMemory(filters)]),
  };
  return (tell, signal) => void open(question, tell, signal);
}

/** The school holidays of the territory's zone that come next, or under way. */
export function openSchoolHolidays(): Opener<documents.SchoolHolidaysQuery> {
  const question = { operation: 'SchoolHolidays', document: documents.SchoolHolidaysDocument, variables: {} };
  return (tell, signal) => void open(question, tell, signal);
}

export interface PlaceFilters {
  kinds: PlaceKind[];
  communes: string[];
  near: NearInput | null;
  language: Language;
}

function placeVariables({ kinds, communes, near, language }: PlaceFilters) {
  return { kinds: kinds.length ? kinds : null, communes: communes.length ? communes : null, near, language };
}

export function openPlaces(filters: PlaceFilters, first = pageLength): Opener<documents.PlacesQuery> {
  const variables = { ...placeVariables(filters), first };
  const question = { operation: 'Places', document: documents.PlacesDocument, variables };
  return (tell, signal) => void open(question, tell, signal);
}

export function morePlaces(filters: PlaceFilters, after: string): Promise<documents.PlacesQuery> {
  return request(documents.PlacesDocument, { ...placeVariables(filters), first: pageLength, after });
}

export interface TrailFilters {
  practices: TrailPractice[];
  difficulties: TrailDifficulty[];
  /** Minutes. */
  maxDuration: number | null;
  near: NearInput | null;
  language: Language;
}

function trailVariables({ practices, difficulties, maxDuration, near, language }: TrailFilters) {
  return {
    practices: practices.length ? practices : null,
    difficulties: difficulties.length ? difficulties : null,
    maxDuration,
    near,
    language,
  };
}

export function openTrails(filters: TrailFilters, first = pageLength): Opener<documents.TrailsQuery> {
  const variables = { ...trailVariables(filters), first };
  const question = { operation: 'Trails', document: documents.TrailsDocument, variables };
  return (tell, signal) => void open(question, tell, signal);
}

export function moreTrails(filters: TrailFilters, after: string): Promise<documents.TrailsQuery> {
  return request(documents.TrailsDocument, { ...trailVariables(filters), first: pageLength, after });
}

export function openCommunes(): Opener<documents.CommunesQuery> {
  const question = { operation: 'Communes', document: documents.CommunesDocument, variables: {} };
  return (tell, signal) => void open(question, tell, signal);
}

export interface SearchWords {
  text: string;
  kinds: SearchKind[];
  near: NearInput | null;
  language: Language;
}

function searchVariables({ text, kinds, near, language }: SearchWords) {
  return { text, kinds: kinds.length ? kinds : null, near, language };
}

export function openSearch(words: SearchWords): Opener<documents.SearchQuery> {
  const variables = { ...searchVariables(words), first: pageLength };
  const question = { operation: 'Search', document: documents.SearchDocument, variables };
  return (tell, signal) => void open(question, tell, signal);
}

export function moreSearch(words: SearchWords, after: string): Promise<documents.SearchQuery> {
  return request(documents.SearchDocument, { ...searchVariables(words), first: pageLength, after });
}

type Slot = Extract<Block, { __typename: 'SlotBlock' }>;

export interface SlotContent {
  events: documents.EventCardFieldsFragment[];
  places: documents.PlaceCardFieldsFragment[];
  trails: documents.TrailCardFieldsFragment[];
  stories: documents.SlotStoriesQuery['stories'];
}

const nothing: SlotContent = { events: [], places: [], trails: [], stories: [] };

/** Asks what one slot names; the answer has only what its kind asks for. */
function openSlot(slot: Slot, language: Language, now: Date): Opener<SlotContent> {
  const first = slot.count;
  const communes = slot.communes.length ? slot.communes : null;
  return (tell, signal) => {
    if (slot.kind === 'UPCOMING_EVENTS') {
      const categories = slot.categories.length ? slot.categories : null;
      const variables = { from: fromNow(now), communes, categories, language, first };
      const remember = JSON.stringify([communes, categories, language, first]);
      const question = { operation: 'SlotEvents', document: documents.SlotEventsDocument, variables, remember };
      void open(question, through(tell, ({ agenda }) => ({ ...nothing, events: agenda.edges.map(({ node }) => node) })), signal);
    } else if (slot.kind === 'PLACES') {
      const variables = { kinds: slot.placeKinds.length ? slot.placeKinds : null, communes, language, first };
      const question = { operation: 'SlotPlaces', document: documents.SlotPlacesDocument, variables };
      void open(question, through(tell, ({ places }) => ({ ...nothing, places: places.edges.map(({ node }) => node) })), signal);
    } else if (slot.kind === 'TRAILS') {
      const question = { operation: 'SlotTrails', document: documents.SlotTrailsDocument, variables: { communes, language, first } };
      void open(question, through(tell, ({ trails }) => ({ ...nothing, trails: trails.edges.map(({ node }) => node) })), signal);
    } else {
      const question = { operation: 'SlotStories', document: documents.SlotStoriesDocument, variables: { language } };
      void open(question, through(tell, ({ stories }) => ({ ...nothing, stories: stories.slice(0, first) })), signal);
    }
  };
}

export type Block = NonNullable<documents.PageQuery['page']>['blocks'][number];

/** A page of the agency only names what to show in its slots: this asks for it, keyed by the place of the block. */
export function openSlots(blocks: Block[], language: Language, now: Date): Opener<Record<number, SlotContent>> {
  return (tell, signal) => {
    let contents: Record<number, SlotContent> = {};
    blocks.forEach((block, index) => {
      if (block.__typename !== 'SlotBlock') return;
      const tellOne: Parameters<Opener<SlotContent>>[0] = (told) => {
        if (!('answer' in told)) return;
        contents = { ...contents, [index]: told.answer.data };
        tell({ answer: { ...told.answer, data: contents } });
      };
      openSlot(block, language, now)(tellOne, signal);
    });
  };
}

/** Tells the part of an answer that the page needs. */
function through<Data, Part>(tell: Parameters<Opener<Part>>[0], part: (data: Data) => Part): Parameters<Opener<Data>>[0] {
  return (told) => tell('answer' in told ? { answer: { ...told.answer, data: part(told.answer.data) } } : told);
}
