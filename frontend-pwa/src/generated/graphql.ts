/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** For whom an event is, when its source says so. */
export type Audience =
  /** Adultes */
  | 'ADULTS'
  /** Enfants */
  | 'CHILDREN'
  /** Familles */
  | 'FAMILIES'
  /** Groupes */
  | 'GROUPS'
  /** Scolaires */
  | 'SCHOOLS'
  /** Seniors */
  | 'SENIORS'
  /** Adolescents */
  | 'TEENAGERS';

/** Advertisement formats of Bluetooth beacons. */
export type BeaconScheme =
  /** AltBeacon */
  | 'ALTBEACON'
  /** Eddystone-UID */
  | 'EDDYSTONE_UID'
  /** iBeacon */
  | 'IBEACON';

/** What a contact is. */
export type ContactKind =
  /** Réservation */
  | 'BOOKING'
  /** Adresse électronique */
  | 'EMAIL'
  /** Facebook */
  | 'FACEBOOK'
  /** Fax */
  | 'FAX'
  /** Instagram */
  | 'INSTAGRAM'
  /** Autre */
  | 'OTHER'
  /** Téléphone */
  | 'PHONE'
  /** Tripadvisor */
  | 'TRIPADVISOR'
  /** Site web */
  | 'WEBSITE'
  /** X */
  | 'X';

/** For which disability something is done. */
export type Disability =
  /** Handicap auditif */
  | 'HEARING'
  /** Handicap mental ou psychique */
  | 'MENTAL'
  /** Handicap moteur */
  | 'MOTOR'
  /** Handicap visuel */
  | 'VISUAL';

/** What a visitor chooses by. Sources' own finer categories are kept as keywords. */
export type EventCategory =
  /** Jeune public */
  | 'CHILDREN'
  /** Cinéma */
  | 'CINEMA'
  /** Concert */
  | 'CONCERT'
  /** Exposition */
  | 'EXHIBITION'
  /** Foire ou salon */
  | 'FAIR'
  /** Fête */
  | 'FEAST'
  /** Festival */
  | 'FESTIVAL'
  /** Brocante, vide-greniers */
  | 'FLEA_MARKET'
  /** Visite guidée */
  | 'GUIDED_TOUR'
  /** Patrimoine */
  | 'HERITAGE'
  /** Marché */
  | 'MARKET'
  /** Nature */
  | 'NATURE'
  /** Autre */
  | 'OTHER'
  /** Spectacle */
  | 'SHOW'
  /** Sport */
  | 'SPORT'
  /** Conférence, rencontre */
  | 'TALK'
  /** Dégustation */
  | 'TASTING'
  /** Sortie, randonnée */
  | 'WALK'
  /** Atelier */
  | 'WORKSHOP';

/** schema.org's event statuses plus what offices announce besides. */
export type EventStatus =
  /** Annulé */
  | 'CANCELLED'
  /** Complet */
  | 'FULL'
  /** Reporté */
  | 'POSTPONED'
  /** Prévu */
  | 'SCHEDULED'
  /** Dates à confirmer */
  | 'UNCONFIRMED';

/** Language of the public site (ISO 639-1). */
export type Language =
  /** Deutsch */
  | 'de'
  /** English */
  | 'en'
  /** Español */
  | 'es'
  /** Français */
  | 'fr'
  /** Italiano */
  | 'it'
  /** Nederlands */
  | 'nl';

/** A point and a distance around it. */
export type NearInput = {
  /** Degrees, WGS 84. */
  latitude: number;
  /** Degrees, WGS 84. */
  longitude: number;
  /** Metres, 1 to 200 000. */
  radius?: number | null | undefined;
};

/** What a page is, for the web app's layout. */
export type PageType =
  /** Article */
  | 'ARTICLE'
  /** Accueil */
  | 'HOME';

/** APIDAE's object types, without events (they live in the agenda). */
export type PlaceKind =
  /** Activité */
  | 'ACTIVITE'
  /** Commerce ou service */
  | 'COMMERCE_ET_SERVICE'
  /** Dégustation */
  | 'DEGUSTATION'
  /** Domaine skiable */
  | 'DOMAINE_SKIABLE'
  /** Équipement */
  | 'EQUIPEMENT'
  /** Hébergement collectif */
  | 'HEBERGEMENT_COLLECTIF'
  /** Location */
  | 'HEBERGEMENT_LOCATIF'
  /** Hôtel */
  | 'HOTELLERIE'
  /** Camping */
  | 'HOTELLERIE_PLEIN_AIR'
  /** Patrimoine culturel */
  | 'PATRIMOINE_CULTUREL'
  /** Patrimoine naturel */
  | 'PATRIMOINE_NATUREL'
  /** Restaurant */
  | 'RESTAURATION'
  /** Séjour */
  | 'SEJOUR_PACKAGE'
  /** Organisme */
  | 'STRUCTURE'
  /** Territoire */
  | 'TERRITOIRE';

/** Which holidays of the school year. */
export type SchoolHolidayKind =
  /** Pont de l’Ascension */
  | 'ASCENSION'
  /** Vacances de la Toussaint */
  | 'AUTUMN'
  /** Vacances de Noël */
  | 'CHRISTMAS'
  /** Vacances de printemps */
  | 'SPRING'
  /** Vacances d’été */
  | 'SUMMER'
  /** Vacances d’hiver */
  | 'WINTER';

/** The three calendars of the schools of France. */
export type SchoolZone =
  /** Zone A */
  | 'A'
  /** Zone B */
  | 'B'
  /** Zone C */
  | 'C';

/** What a search result is. */
export type SearchKind =
  /** Événement */
  | 'EVENT'
  /** Page */
  | 'PAGE'
  /** Lieu */
  | 'PLACE'
  /** Récit */
  | 'STORY'
  /** Balade */
  | 'TRAIL';

/** A list inside a page that the reader fills with a query of its own. */
export type SlotKind =
  /** Lieux */
  | 'PLACES'
  /** Récits */
  | 'STORIES'
  /** Balades */
  | 'TRAILS'
  /** Événements à venir */
  | 'UPCOMING_EVENTS';

/** The four colours of APIDAE (green, blue, red, black), in words. */
export type TrailDifficulty =
  /** Facile */
  | 'EASY'
  /** Difficile */
  | 'HARD'
  /** Moyen */
  | 'MEDIUM'
  /** Très facile */
  | 'VERY_EASY';

/** How a trail is travelled. */
export type TrailPractice =
  /** Canoë */
  | 'CANOE'
  /** Gravel */
  | 'GRAVEL'
  /** À cheval */
  | 'HORSE'
  /** VTT */
  | 'MTB'
  /** Autre */
  | 'OTHER'
  /** Vélo de route */
  | 'ROAD_BIKE'
  /** Ski */
  | 'SKI'
  /** Raquettes */
  | 'SNOWSHOE'
  /** Trail */
  | 'TRAIL_RUNNING'
  /** Via ferrata */
  | 'VIA_FERRATA'
  /** À pied */
  | 'WALK';

/** Where a trail ends. */
export type TrailShape =
  /** Boucle */
  | 'LOOP'
  /** Itinérance */
  | 'ONE_WAY'
  /** Aller-retour */
  | 'THERE_AND_BACK';

/** What may open a step of a story. */
export type TriggerKind =
  /** Balise */
  | 'BEACON'
  /** Position */
  | 'GEOFENCE'
  /** Étiquette NFC */
  | 'NFC'
  /** Numéro */
  | 'NUMBER'
  /** QR code */
  | 'QR';

/** What somebody types, a form that is half filled included: what cannot be comes back as `faults`. */
export type TypedDatesInput = {
  /** At or before the start: on the next day; null when nobody knows. */
  end?: string | null | undefined;
  /** It goes on without a last day. */
  endless?: boolean | null | undefined;
  /** Of one week of so many: 2 is every other week, counted from the first day. */
  everyWeeks?: number | null | undefined;
  /** Days on which nothing is. */
  except?: Array<string | null | undefined> | null | undefined;
  /** The day, or the first of several: "2026-07-07". */
  first?: string | null | undefined;
  /** The last day. */
  last?: string | null | undefined;
  /** Only these days of each month. */
  monthly?: Array<TypedNthWeekday | null | undefined> | null | undefined;
  /** Further hours of the same days. */
  moreSlots?: Array<TypedSlot | null | undefined> | null | undefined;
  /** Further days, at the same hours. */
  others?: Array<string | null | undefined> | null | undefined;
  /** Further days, each at hours of its own. */
  ownHours?: Array<TypedDay | null | undefined> | null | undefined;
  /** "except": not on public holidays; "also": on them too. */
  publicHolidays?: string | null | undefined;
  /** "09:00"; no start and no end: all day. */
  start?: string | null | undefined;
  /** Only these days of each week, Monday 1 to Sunday 7. */
  weekdays?: Array<number | null | undefined> | null | undefined;
};

/** A day with hours of its own. */
export type TypedDay = {
  /** "2026-07-07". */
  day: string;
  /** At or before the start: on the next day; null when nobody knows. */
  end?: string | null | undefined;
  /** "20:30"; null for a whole day. */
  start?: string | null | undefined;
};

/** A day of each month. */
export type TypedNthWeekday = {
  /** 1 to 5, or -1 for the last. */
  nth: number;
  /** Monday 1 to Sunday 7; null: the nth day whatever it is called. */
  weekday?: number | null | undefined;
};

/** Hours of a day. */
export type TypedSlot = {
  /** At or before the start: on the next day; null when nobody knows. */
  end?: string | null | undefined;
  /** "09:00". */
  start?: string | null | undefined;
};

export type AgendaQueryVariables = Exact<{
  from: string;
  until?: string | null | undefined;
  wholeDays?: boolean | null | undefined;
  communes?: Array<string> | string | null | undefined;
  categories?: Array<EventCategory> | EventCategory | null | undefined;
  audiences?: Array<Audience> | Audience | null | undefined;
  accessible?: Array<Disability> | Disability | null | undefined;
  near?: NearInput | null | undefined;
  free?: boolean | null | undefined;
  indoor?: boolean | null | undefined;
  language: Language;
  first: number;
  after?: string | null | undefined;
}>;


export type AgendaQuery = { agenda: { edges: Array<{ node: { id: string, name: string, summary: string | null, language: Language, categories: Array<EventCategory>, status: EventStatus, eventStatus: EventStatus, start: string, end: string | null, allDay: boolean, remaining: number, longRunning: boolean, firstDate: string | null, lastDate: string | null, venue: string | null, latitude: number | null, longitude: number | null, free: boolean | null, indoor: boolean | null, movedFrom: string | null, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AgendaLongRunningQueryVariables = Exact<{
  from: string;
  until?: string | null | undefined;
  wholeDays?: boolean | null | undefined;
  communes?: Array<string> | string | null | undefined;
  categories?: Array<EventCategory> | EventCategory | null | undefined;
  audiences?: Array<Audience> | Audience | null | undefined;
  accessible?: Array<Disability> | Disability | null | undefined;
  near?: NearInput | null | undefined;
  free?: boolean | null | undefined;
  indoor?: boolean | null | undefined;
  language: Language;
}>;


export type AgendaLongRunningQuery = { agenda: { edges: Array<{ node: { id: string, name: string, summary: string | null, language: Language, categories: Array<EventCategory>, status: EventStatus, eventStatus: EventStatus, start: string, end: string | null, allDay: boolean, remaining: number, longRunning: boolean, firstDate: string | null, lastDate: string | null, venue: string | null, latitude: number | null, longitude: number | null, free: boolean | null, indoor: boolean | null, movedFrom: string | null, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } }> } };

export type AgendaFacetsQueryVariables = Exact<{
  from: string;
  until?: string | null | undefined;
  wholeDays?: boolean | null | undefined;
  communes?: Array<string> | string | null | undefined;
  categories?: Array<EventCategory> | EventCategory | null | undefined;
  audiences?: Array<Audience> | Audience | null | undefined;
  accessible?: Array<Disability> | Disability | null | undefined;
  near?: NearInput | null | undefined;
  free?: boolean | null | undefined;
  indoor?: boolean | null | undefined;
  language: Language;
}>;


export type AgendaFacetsQuery = { agendaFacets: { free: number, indoor: number, categories: Array<{ category: EventCategory, count: number }>, communes: Array<{ count: number, commune: { code: string, name: string } }>, audiences: Array<{ audience: Audience, count: number }>, accessible: Array<{ disability: Disability, count: number }> } };

export type AgendaDaysQueryVariables = Exact<{
  from: string;
  until: string;
  communes?: Array<string> | string | null | undefined;
  categories?: Array<EventCategory> | EventCategory | null | undefined;
  audiences?: Array<Audience> | Audience | null | undefined;
  accessible?: Array<Disability> | Disability | null | undefined;
  near?: NearInput | null | undefined;
  free?: boolean | null | undefined;
  indoor?: boolean | null | undefined;
}>;


export type AgendaDaysQuery = { agendaDays: Array<{ date: string, count: number }> };

export type SchoolHolidaysQueryVariables = Exact<{ [key: string]: never; }>;


export type SchoolHolidaysQuery = { schoolHolidays: Array<{ kind: SchoolHolidayKind, zone: SchoolZone, firstDay: string, lastDay: string }> };

export type DatesInWordsQueryVariables = Exact<{
  dates: TypedDatesInput;
  language: Language;
}>;


export type DatesInWordsQuery = { datesInWords: { sentence: string, remarks: Array<string> } };

export type AlikeEventsQueryVariables = Exact<{
  title: string;
  dates?: TypedDatesInput | null | undefined;
  where?: string | null | undefined;
  communeCode?: string | null | undefined;
  language: Language;
}>;


export type AlikeEventsQuery = { alikeEvents: Array<{ id: string, name: string, summary: string | null, language: Language, categories: Array<EventCategory>, status: EventStatus, eventStatus: EventStatus, start: string, end: string | null, allDay: boolean, remaining: number, longRunning: boolean, firstDate: string | null, lastDate: string | null, venue: string | null, latitude: number | null, longitude: number | null, free: boolean | null, indoor: boolean | null, movedFrom: string | null, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null }> };

export type EventQueryVariables = Exact<{
  id: string;
  from: string;
  language: Language;
}>;


export type EventQuery = { event: { id: string, path: string, name: string, summary: string | null, summaryLanguage: Language | null, description: string | null, descriptionLanguage: Language | null, alert: string | null, language: Language, languages: Array<Language>, status: EventStatus, categories: Array<EventCategory>, longRunning: boolean, firstDate: string | null, lastDate: string | null, dates: string | null, venue: string | null, latitude: number | null, longitude: number | null, indoor: boolean | null, modifiedAt: string | null, keywords: Array<{ name: string }>, occurrences: Array<{ start: string, end: string | null, allDay: boolean, status: EventStatus, movedFrom: string | null, note: string | null }>, place: { id: string, kind: PlaceKind, name: string, summary: string | null, summaryLanguage: Language | null, language: Language, latitude: number | null, longitude: number | null, categories: Array<string>, free: boolean | null, temporarilyClosed: boolean, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } | null, address: { venue: string | null, lines: Array<string>, postcode: string | null, city: string | null } | null, commune: { code: string, name: string } | null, price: { free: boolean | null, text: string | null }, contacts: Array<{ kind: ContactKind, value: string, note: string | null }>, images: Array<{ url: string, small: string, alt: string, credit: string, width: number | null, height: number | null }>, audiences: Array<{ name: string }>, accessibility: Array<{ name: string }>, programme: Array<{ id: string, name: string, summary: string | null, language: Language, categories: Array<EventCategory>, status: EventStatus, eventStatus: EventStatus, start: string, end: string | null, allDay: boolean, remaining: number, longRunning: boolean, firstDate: string | null, lastDate: string | null, venue: string | null, latitude: number | null, longitude: number | null, free: boolean | null, indoor: boolean | null, movedFrom: string | null, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null }>, partOf: { id: string, name: string, summary: string | null, language: Language, categories: Array<EventCategory>, status: EventStatus, eventStatus: EventStatus, start: string, end: string | null, allDay: boolean, remaining: number, longRunning: boolean, firstDate: string | null, lastDate: string | null, venue: string | null, latitude: number | null, longitude: number | null, free: boolean | null, indoor: boolean | null, movedFrom: string | null, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } | null, sources: Array<{ source: string, name: string, owner: string | null, modifiedAt: string | null, seenAt: string | null }> } | null };

export type ImageFieldsFragment = { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null };

export type CommuneFieldsFragment = { code: string, name: string };

export type ContactFieldsFragment = { kind: ContactKind, value: string, note: string | null };

export type AddressFieldsFragment = { venue: string | null, lines: Array<string>, postcode: string | null, city: string | null };

export type SourceFieldsFragment = { source: string, name: string, owner: string | null, modifiedAt: string | null, seenAt: string | null };

export type EventCardFieldsFragment = { id: string, name: string, summary: string | null, language: Language, categories: Array<EventCategory>, status: EventStatus, eventStatus: EventStatus, start: string, end: string | null, allDay: boolean, remaining: number, longRunning: boolean, firstDate: string | null, lastDate: string | null, venue: string | null, latitude: number | null, longitude: number | null, free: boolean | null, indoor: boolean | null, movedFrom: string | null, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null };

export type PlaceCardFieldsFragment = { id: string, kind: PlaceKind, name: string, summary: string | null, summaryLanguage: Language | null, language: Language, latitude: number | null, longitude: number | null, categories: Array<string>, free: boolean | null, temporarilyClosed: boolean, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null };

export type TrailCardFieldsFragment = { id: string, name: string, summary: string | null, language: Language, practice: TrailPractice, difficulty: TrailDifficulty | null, shape: TrailShape | null, distance: number, ascent: number | null, duration: number | null, days: number | null, latitude: number | null, longitude: number | null, outline: Array<[number, number, (number | null)?]>, hasStory: boolean, away: number | null, temporarilyClosed: boolean, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null };

export type PageCardFieldsFragment = { id: string, type: PageType, title: string, path: string, lead: string | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null };

type BlockFields_CallToActionBlock_Fragment = { __typename: 'CallToActionBlock', text: string, url: string };

type BlockFields_HeadingBlock_Fragment = { __typename: 'HeadingBlock', text: string, level: number };

type BlockFields_ImageBlock_Fragment = { __typename: 'ImageBlock', caption: string | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } };

type BlockFields_QuoteBlock_Fragment = { __typename: 'QuoteBlock', text: string, author: string | null };

type BlockFields_RichTextBlock_Fragment = { __typename: 'RichTextBlock', html: string };

type BlockFields_SlotBlock_Fragment = { __typename: 'SlotBlock', kind: SlotKind, title: string | null, count: number, categories: Array<EventCategory>, placeKinds: Array<PlaceKind>, communes: Array<string> };

export type BlockFieldsFragment =
  | BlockFields_CallToActionBlock_Fragment
  | BlockFields_HeadingBlock_Fragment
  | BlockFields_ImageBlock_Fragment
  | BlockFields_QuoteBlock_Fragment
  | BlockFields_RichTextBlock_Fragment
  | BlockFields_SlotBlock_Fragment
;

export type PageQueryVariables = Exact<{
  path: string;
  language: Language;
  previewToken?: string | null | undefined;
}>;


export type PageQuery = { page: { id: string, type: PageType, title: string, path: string, language: Language, lead: string | null, seoTitle: string, seoDescription: string | null, publishedAt: string | null, preview: boolean, translations: Array<{ language: Language, path: string }>, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null, blocks: Array<
      | { __typename: 'CallToActionBlock', text: string, url: string }
      | { __typename: 'HeadingBlock', text: string, level: number }
      | { __typename: 'ImageBlock', caption: string | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } }
      | { __typename: 'QuoteBlock', text: string, author: string | null }
      | { __typename: 'RichTextBlock', html: string }
      | { __typename: 'SlotBlock', kind: SlotKind, title: string | null, count: number, categories: Array<EventCategory>, placeKinds: Array<PlaceKind>, communes: Array<string> }
    >, children: Array<{ id: string, type: PageType, title: string, path: string, lead: string | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null }> } | null };

export type SlotEventsQueryVariables = Exact<{
  from: string;
  communes?: Array<string> | string | null | undefined;
  categories?: Array<EventCategory> | EventCategory | null | undefined;
  language: Language;
  first: number;
}>;


export type SlotEventsQuery = { agenda: { edges: Array<{ node: { id: string, name: string, summary: string | null, language: Language, categories: Array<EventCategory>, status: EventStatus, eventStatus: EventStatus, start: string, end: string | null, allDay: boolean, remaining: number, longRunning: boolean, firstDate: string | null, lastDate: string | null, venue: string | null, latitude: number | null, longitude: number | null, free: boolean | null, indoor: boolean | null, movedFrom: string | null, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } }> } };

export type SlotPlacesQueryVariables = Exact<{
  kinds?: Array<PlaceKind> | PlaceKind | null | undefined;
  communes?: Array<string> | string | null | undefined;
  language: Language;
  first: number;
}>;


export type SlotPlacesQuery = { places: { edges: Array<{ node: { id: string, kind: PlaceKind, name: string, summary: string | null, summaryLanguage: Language | null, language: Language, latitude: number | null, longitude: number | null, categories: Array<string>, free: boolean | null, temporarilyClosed: boolean, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } }> } };

export type SlotTrailsQueryVariables = Exact<{
  communes?: Array<string> | string | null | undefined;
  language: Language;
  first: number;
}>;


export type SlotTrailsQuery = { trails: { edges: Array<{ node: { id: string, name: string, summary: string | null, language: Language, practice: TrailPractice, difficulty: TrailDifficulty | null, shape: TrailShape | null, distance: number, ascent: number | null, duration: number | null, days: number | null, latitude: number | null, longitude: number | null, outline: Array<[number, number, (number | null)?]>, hasStory: boolean, away: number | null, temporarilyClosed: boolean, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } }> } };

export type SlotStoriesQueryVariables = Exact<{
  language: Language;
}>;


export type SlotStoriesQuery = { stories: Array<{ id: string, name: string, intro: string | null, language: Language, steps: number, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null, trail: { id: string, name: string, summary: string | null, language: Language, practice: TrailPractice, difficulty: TrailDifficulty | null, shape: TrailShape | null, distance: number, ascent: number | null, duration: number | null, days: number | null, latitude: number | null, longitude: number | null, outline: Array<[number, number, (number | null)?]>, hasStory: boolean, away: number | null, temporarilyClosed: boolean, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } | null }> };

export type PlacesQueryVariables = Exact<{
  kinds?: Array<PlaceKind> | PlaceKind | null | undefined;
  communes?: Array<string> | string | null | undefined;
  near?: NearInput | null | undefined;
  language: Language;
  first: number;
  after?: string | null | undefined;
}>;


export type PlacesQuery = { places: { edges: Array<{ node: { id: string, kind: PlaceKind, name: string, summary: string | null, summaryLanguage: Language | null, language: Language, latitude: number | null, longitude: number | null, categories: Array<string>, free: boolean | null, temporarilyClosed: boolean, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CommunesQueryVariables = Exact<{ [key: string]: never; }>;


export type CommunesQuery = { communes: Array<{ code: string, name: string, latitude: number | null, longitude: number | null }>, territory: { code: string, name: string, bbox: Array<number>, languages: Array<Language> } };

export type PlaceQueryVariables = Exact<{
  id: string;
  language: Language;
}>;


export type PlaceQuery = { place: { id: string, path: string, kind: PlaceKind, name: string, summary: string | null, summaryLanguage: Language | null, description: string | null, descriptionLanguage: Language | null, alert: string | null, language: Language, languages: Array<Language>, latitude: number | null, longitude: number | null, altitude: number | null, access: string | null, opening: string | null, temporarilyClosed: boolean, modifiedAt: string | null, categories: Array<{ name: string }>, labels: Array<{ name: string }>, services: Array<{ name: string }>, equipments: Array<{ name: string }>, accessibility: Array<{ name: string }>, audiences: Array<{ name: string }>, payment: Array<{ name: string }>, spokenLanguages: Array<{ name: string }>, address: { venue: string | null, lines: Array<string>, postcode: string | null, city: string | null } | null, commune: { code: string, name: string } | null, openingNow: { open: boolean, until: string | null, next: string | null, known: boolean }, price: { free: boolean | null, text: string | null }, contacts: Array<{ kind: ContactKind, value: string, note: string | null }>, images: Array<{ url: string, small: string, alt: string, credit: string, width: number | null, height: number | null }>, capacity: Array<{ family: string | null, name: string }>, nearby: Array<{ id: string, kind: PlaceKind, name: string, summary: string | null, summaryLanguage: Language | null, language: Language, latitude: number | null, longitude: number | null, categories: Array<string>, free: boolean | null, temporarilyClosed: boolean, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null }>, trails: Array<{ id: string, name: string, summary: string | null, language: Language, practice: TrailPractice, difficulty: TrailDifficulty | null, shape: TrailShape | null, distance: number, ascent: number | null, duration: number | null, days: number | null, latitude: number | null, longitude: number | null, outline: Array<[number, number, (number | null)?]>, hasStory: boolean, away: number | null, temporarilyClosed: boolean, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null }>, sources: Array<{ source: string, name: string, owner: string | null, modifiedAt: string | null, seenAt: string | null }> } | null };

export type ProgrammeQueryVariables = Exact<{
  events: Array<string> | string;
  language: Language;
}>;


export type ProgrammeQuery = { programme: Array<{ askedFor: string, sequence: number, event: { id: string, name: string, summary: string | null, language: Language, categories: Array<EventCategory>, status: EventStatus, eventStatus: EventStatus, start: string, end: string | null, allDay: boolean, remaining: number, longRunning: boolean, firstDate: string | null, lastDate: string | null, venue: string | null, latitude: number | null, longitude: number | null, free: boolean | null, indoor: boolean | null, movedFrom: string | null, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null }, occurrences: Array<{ start: string, end: string | null, allDay: boolean, status: EventStatus, movedFrom: string | null, note: string | null, uid: string | null, recurrenceId: string | null }> }> };

export type SearchQueryVariables = Exact<{
  text: string;
  kinds?: Array<SearchKind> | SearchKind | null | undefined;
  near?: NearInput | null | undefined;
  language: Language;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { edges: Array<{ node: { kind: SearchKind, id: string, path: string, title: string, snippet: string | null, language: Language, status: EventStatus | null, temporarilyClosed: boolean, start: string | null, allDay: boolean, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, facets: Array<{ kind: SearchKind, count: number }> } };

export type StoryQueryVariables = Exact<{
  id: string;
  language: Language;
}>;


export type StoryQuery = { story: { id: string, path: string, name: string, intro: string | null, language: Language, languages: Array<Language>, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null, trail: { id: string, name: string, summary: string | null, language: Language, practice: TrailPractice, difficulty: TrailDifficulty | null, shape: TrailShape | null, distance: number, ascent: number | null, duration: number | null, days: number | null, latitude: number | null, longitude: number | null, outline: Array<[number, number, (number | null)?]>, hasStory: boolean, away: number | null, temporarilyClosed: boolean, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } | null, steps: Array<{ id: string, position: number, name: string, text: string, latitude: number | null, longitude: number | null, audioUrl: string | null, question: string | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null, answers: Array<{ text: string, right: boolean, feedback: string | null }>, triggers: Array<{ kind: TriggerKind, latitude: number | null, longitude: number | null, radius: number | null, scheme: BeaconScheme | null, uuid: string | null, major: number | null, minor: number | null, namespace: string | null, instance: string | null, code: string | null, number: string | null }>, rules: { once: boolean, cooldown: number, after: Array<string> } }> } | null };

export type StoryStepByCodeQueryVariables = Exact<{
  code: string;
  language: Language;
}>;


export type StoryStepByCodeQuery = { storyStep: { storyId: string, stepId: string, trailId: string | null } | null };

export type TodayQueryVariables = Exact<{
  tonight: string;
  tonightEnd: string;
  weekend: string;
  weekendEnd: string;
  weekendWhole?: boolean | null | undefined;
  language: Language;
  previewToken?: string | null | undefined;
}>;


export type TodayQuery = { tonight: { edges: Array<{ node: { id: string, name: string, summary: string | null, language: Language, categories: Array<EventCategory>, status: EventStatus, eventStatus: EventStatus, start: string, end: string | null, allDay: boolean, remaining: number, longRunning: boolean, firstDate: string | null, lastDate: string | null, venue: string | null, latitude: number | null, longitude: number | null, free: boolean | null, indoor: boolean | null, movedFrom: string | null, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } }>, pageInfo: { hasNextPage: boolean } }, weekend: { edges: Array<{ node: { id: string, name: string, summary: string | null, language: Language, categories: Array<EventCategory>, status: EventStatus, eventStatus: EventStatus, start: string, end: string | null, allDay: boolean, remaining: number, longRunning: boolean, firstDate: string | null, lastDate: string | null, venue: string | null, latitude: number | null, longitude: number | null, free: boolean | null, indoor: boolean | null, movedFrom: string | null, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } }>, pageInfo: { hasNextPage: boolean } }, trails: { edges: Array<{ node: { id: string, name: string, summary: string | null, language: Language, practice: TrailPractice, difficulty: TrailDifficulty | null, shape: TrailShape | null, distance: number, ascent: number | null, duration: number | null, days: number | null, latitude: number | null, longitude: number | null, outline: Array<[number, number, (number | null)?]>, hasStory: boolean, away: number | null, temporarilyClosed: boolean, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } }> }, page: { title: string, lead: string | null, language: Language, preview: boolean, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null, blocks: Array<
      | { __typename: 'CallToActionBlock', text: string, url: string }
      | { __typename: 'HeadingBlock', text: string, level: number }
      | { __typename: 'ImageBlock', caption: string | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } }
      | { __typename: 'QuoteBlock', text: string, author: string | null }
      | { __typename: 'RichTextBlock', html: string }
      | { __typename: 'SlotBlock', kind: SlotKind, title: string | null, count: number, categories: Array<EventCategory>, placeKinds: Array<PlaceKind>, communes: Array<string> }
    >, children: Array<{ id: string, type: PageType, title: string, path: string, lead: string | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null }> } | null };

export type NearMeQueryVariables = Exact<{
  near: NearInput;
  from: string;
  until: string;
  language: Language;
}>;


export type NearMeQuery = { agenda: { edges: Array<{ node: { id: string, name: string, summary: string | null, language: Language, categories: Array<EventCategory>, status: EventStatus, eventStatus: EventStatus, start: string, end: string | null, allDay: boolean, remaining: number, longRunning: boolean, firstDate: string | null, lastDate: string | null, venue: string | null, latitude: number | null, longitude: number | null, free: boolean | null, indoor: boolean | null, movedFrom: string | null, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } }> }, places: { edges: Array<{ node: { id: string, kind: PlaceKind, name: string, summary: string | null, summaryLanguage: Language | null, language: Language, latitude: number | null, longitude: number | null, categories: Array<string>, free: boolean | null, temporarilyClosed: boolean, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } }> }, trails: { edges: Array<{ node: { id: string, name: string, summary: string | null, language: Language, practice: TrailPractice, difficulty: TrailDifficulty | null, shape: TrailShape | null, distance: number, ascent: number | null, duration: number | null, days: number | null, latitude: number | null, longitude: number | null, outline: Array<[number, number, (number | null)?]>, hasStory: boolean, away: number | null, temporarilyClosed: boolean, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } }> } };

export type TrailsQueryVariables = Exact<{
  practices?: Array<TrailPractice> | TrailPractice | null | undefined;
  difficulties?: Array<TrailDifficulty> | TrailDifficulty | null | undefined;
  communes?: Array<string> | string | null | undefined;
  near?: NearInput | null | undefined;
  maxDuration?: number | null | undefined;
  language: Language;
  first: number;
  after?: string | null | undefined;
}>;


export type TrailsQuery = { trails: { edges: Array<{ node: { id: string, name: string, summary: string | null, language: Language, practice: TrailPractice, difficulty: TrailDifficulty | null, shape: TrailShape | null, distance: number, ascent: number | null, duration: number | null, days: number | null, latitude: number | null, longitude: number | null, outline: Array<[number, number, (number | null)?]>, hasStory: boolean, away: number | null, temporarilyClosed: boolean, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TrailQueryVariables = Exact<{
  id: string;
  language: Language;
}>;


export type TrailQuery = { trail: { id: string, path: string, name: string, summary: string | null, summaryLanguage: Language | null, description: string | null, descriptionLanguage: Language | null, alert: string | null, language: Language, languages: Array<Language>, practice: TrailPractice, difficulty: TrailDifficulty | null, shape: TrailShape | null, waymarked: boolean | null, waymarking: string | null, hazards: string | null, maps: string | null, distance: number, ascent: number | null, descent: number | null, highest: number | null, lowest: number | null, duration: number | null, days: number | null, line: Array<[number, number, (number | null)?]>, bbox: Array<number>, steps: string | null, latitude: number | null, longitude: number | null, access: string | null, opening: string | null, temporarilyClosed: boolean, modifiedAt: string | null, terrain: Array<{ name: string }>, commune: { code: string, name: string } | null, images: Array<{ url: string, small: string, alt: string, credit: string, width: number | null, height: number | null }>, contacts: Array<{ kind: ContactKind, value: string, note: string | null }>, labels: Array<{ name: string }>, audiences: Array<{ name: string }>, accessibility: Array<{ name: string }>, places: Array<{ id: string, kind: PlaceKind, name: string, summary: string | null, summaryLanguage: Language | null, language: Language, latitude: number | null, longitude: number | null, categories: Array<string>, free: boolean | null, temporarilyClosed: boolean, distance: number | null, commune: { code: string, name: string } | null, image: { url: string, small: string, alt: string, credit: string, width: number | null, height: number | null } | null }>, story: { id: string, name: string, intro: string | null, steps: Array<{ id: string, position: number, name: string, latitude: number | null, longitude: number | null }> } | null, pack: { version: string, size: number, url: string, manifestUrl: string, builtAt: string } | null, sources: Array<{ source: string, name: string, owner: string | null, modifiedAt: string | null, seenAt: string | null }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ContactFieldsFragmentDoc = new TypedDocumentString(`
    fragment ContactFields on Contact {
  kind
  value
  note
}
    `, {"fragmentName":"ContactFields"}) as unknown as TypedDocumentString<ContactFieldsFragment, unknown>;
export const AddressFieldsFragmentDoc = new TypedDocumentString(`
    fragment AddressFields on Address {
  venue
  lines
  postcode
  city
}
    `, {"fragmentName":"AddressFields"}) as unknown as TypedDocumentString<AddressFieldsFragment, unknown>;
export const SourceFieldsFragmentDoc = new TypedDocumentString(`
    fragment SourceFields on SourceCredit {
  source
  name
  owner
  modifiedAt
  seenAt
}
    `, {"fragmentName":"SourceFields"}) as unknown as TypedDocumentString<SourceFieldsFragment, unknown>;
export const CommuneFieldsFragmentDoc = new TypedDocumentString(`
    fragment CommuneFields on Commune {
  code
  name
}
    `, {"fragmentName":"CommuneFields"}) as unknown as TypedDocumentString<CommuneFieldsFragment, unknown>;
export const ImageFieldsFragmentDoc = new TypedDocumentString(`
    fragment ImageFields on Image {
  url
  small
  alt
  credit
  width
  height
}
    `, {"fragmentName":"ImageFields"}) as unknown as TypedDocumentString<ImageFieldsFragment, unknown>;
export const EventCardFieldsFragmentDoc = new TypedDocumentString(`
    fragment EventCardFields on EventCard {
  id
  name
  summary
  language
  categories
  status
  eventStatus
  start
  end
  allDay
  remaining
  longRunning
  firstDate
  lastDate
  venue
  commune {
    ...CommuneFields
  }
  latitude
  longitude
  free
  indoor
  movedFrom
  image {
    ...ImageFields
  }
  distance
}
    fragment ImageFields on Image {
  url
  small
  alt
  credit
  width
  height
}
fragment CommuneFields on Commune {
  code
  name
}`, {"fragmentName":"EventCardFields"}) as unknown as TypedDocumentString<EventCardFieldsFragment, unknown>;
export const PlaceCardFieldsFragmentDoc = new TypedDocumentString(`
    fragment PlaceCardFields on PlaceCard {
  id
  kind
  name
  summary
  summaryLanguage
  language
  commune {
    ...CommuneFields
  }
  latitude
  longitude
  image {
    ...ImageFields
  }
  categories
  free
  temporarilyClosed
  distance
}
    fragment ImageFields on Image {
  url
  small
  alt
  credit
  width
  height
}
fragment CommuneFields on Commune {
  code
  name
}`, {"fragmentName":"PlaceCardFields"}) as unknown as TypedDocumentString<PlaceCardFieldsFragment, unknown>;
export const TrailCardFieldsFragmentDoc = new TypedDocumentString(`
    fragment TrailCardFields on TrailCard {
  id
  name
  summary
  language
  practice
  difficulty
  shape
  distance
  ascent
  duration
  days
  commune {
    ...CommuneFields
  }
  latitude
  longitude
  outline
  image {
    ...ImageFields
  }
  hasStory
  away
  temporarilyClosed
}
    fragment ImageFields on Image {
  url
  small
  alt
  credit
  width
  height
}
fragment CommuneFields on Commune {
  code
  name
}`, {"fragmentName":"TrailCardFields"}) as unknown as TypedDocumentString<TrailCardFieldsFragment, unknown>;
export const PageCardFieldsFragmentDoc = new TypedDocumentString(`
    fragment PageCardFields on PageCard {
  id
  type
  title
  path
  lead
  image {
    ...ImageFields
  }
}
    fragment ImageFields on Image {
  url
  small
  alt
  credit
  width
  height
}`, {"fragmentName":"PageCardFields"}) as unknown as TypedDocumentString<PageCardFieldsFragment, unknown>;
export const BlockFieldsFragmentDoc = new TypedDocumentString(`
    fragment BlockFields on Block {
  __typename
  ... on HeadingBlock {
    text
    level
  }
  ... on RichTextBlock {
    html
  }
  ... on ImageBlock {
    caption
    image {
      ...ImageFields
    }
  }
  ... on QuoteBlock {
    text
    author
  }
  ... on CallToActionBlock {
    text
    url
  }
  ... on SlotBlock {
    kind
    title
    count
    categories
    placeKinds
    communes
  }
}
    fragment ImageFields on Image {
  url
  small
  alt
  credit
  width
  height
}`, {"fragmentName":"BlockFields"}) as unknown as TypedDocumentString<BlockFieldsFragment, unknown>;
export const AgendaDocument = {"__meta__":{"hash":"sha256:326294a4ba1f27bcee873d73f21d23e3ed40bbd29f9bc3fcbffcb0f19d3c36f5"}} as unknown as TypedDocumentString<AgendaQuery, AgendaQueryVariables>;
export const AgendaLongRunningDocument = {"__meta__":{"hash":"sha256:04f2407db8e5a31d681a724517e0c6877c3c93ae6d00596de978b52e99f9334f"}} as unknown as TypedDocumentString<AgendaLongRunningQuery, AgendaLongRunningQueryVariables>;
export const AgendaFacetsDocument = {"__meta__":{"hash":"sha256:fb74596f52b164ed035dacbc226c2b778d3947bc1c2215329b571b3e67638e91"}} as unknown as TypedDocumentString<AgendaFacetsQuery, AgendaFacetsQueryVariables>;
export const AgendaDaysDocument = {"__meta__":{"hash":"sha256:ed8072953887cf881058ca90e0c834ec53605156405d9f96821bf69d8e1266f8"}} as unknown as TypedDocumentString<AgendaDaysQuery, AgendaDaysQueryVariables>;
export const SchoolHolidaysDocument = {"__meta__":{"hash":"sha256:7fd78bf8513c8185444a635d23b426bb1b09fb9a12f3ddac6cdcf0e180db7696"}} as unknown as TypedDocumentString<SchoolHolidaysQuery, SchoolHolidaysQueryVariables>;
export const DatesInWordsDocument = {"__meta__":{"hash":"sha256:4831c12592eec9b9cd4273c73e3069db6494b0ca9563bba5785e0589eb3b6b3b"}} as unknown as TypedDocumentString<DatesInWordsQuery, DatesInWordsQueryVariables>;
export const AlikeEventsDocument = {"__meta__":{"hash":"sha256:703d63cb1d2cbc4ed9e39e2db29aff6f5c6f28266da5db2635a3f5ce15a73365"}} as unknown as TypedDocumentString<AlikeEventsQuery, AlikeEventsQueryVariables>;
export const EventDocument = {"__meta__":{"hash":"sha256:3bacc961b4f566d6909ab10efd61d5fd765741b6dd6eb47856d431aecbc47031"}} as unknown as TypedDocumentString<EventQuery, EventQueryVariables>;
export const PageDocument = {"__meta__":{"hash":"sha256:a6a43cb6e0194587722ed05236a5725ce7cc1d6d114cc671af997aacbbb5117a"}} as unknown as TypedDocumentString<PageQuery, PageQueryVariables>;
export const SlotEventsDocument = {"__meta__":{"hash":"sha256:566d5c04de4ff22e355222e9e3e9d4a9bf364391f98e3d72dba700b550d7a233"}} as unknown as TypedDocumentString<SlotEventsQuery, SlotEventsQueryVariables>;
export const SlotPlacesDocument = {"__meta__":{"hash":"sha256:e5ec8047874d37dfc8805719d2cdce96ad34b69d33ffb9728df97b27125d557f"}} as unknown as TypedDocumentString<SlotPlacesQuery, SlotPlacesQueryVariables>;
export const SlotTrailsDocument = {"__meta__":{"hash":"sha256:9cc5c92ede917d0c1e2834110f225f034679346978c20922a129225defea788b"}} as unknown as TypedDocumentString<SlotTrailsQuery, SlotTrailsQueryVariables>;
export const SlotStoriesDocument = {"__meta__":{"hash":"sha256:a230f84c108743f8a6295c21e4ab998ab16f48306b59427c453fa4157c761251"}} as unknown as TypedDocumentString<SlotStoriesQuery, SlotStoriesQueryVariables>;
export const PlacesDocument = {"__meta__":{"hash":"sha256:f498c16de90363fd25bb0aec2850826f42a2e026c5f6d2fc8f1c884472d9d251"}} as unknown as TypedDocumentString<PlacesQuery, PlacesQueryVariables>;
export const CommunesDocument = {"__meta__":{"hash":"sha256:7f50b91cd226a19140effba192b5885e2d36627a11a589459d4424f01e151520"}} as unknown as TypedDocumentString<CommunesQuery, CommunesQueryVariables>;
export const PlaceDocument = {"__meta__":{"hash":"sha256:54cf04cbf2735b109f8227e68153041553a4960c09bc2a8c1e13563ff256e933"}} as unknown as TypedDocumentString<PlaceQuery, PlaceQueryVariables>;
export const ProgrammeDocument = {"__meta__":{"hash":"sha256:4e24952cfa008f782def04463aece775c73db36d49989d49cbf61d6ca3765c2d"}} as unknown as TypedDocumentString<ProgrammeQuery, ProgrammeQueryVariables>;
export const SearchDocument = {"__meta__":{"hash":"sha256:70851db0ced539e7502a958b9858c97de4d0bff948f24689a45ad4503fb520f4"}} as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const StoryDocument = {"__meta__":{"hash":"sha256:6796c508877b2fb7dae5b4122e0d7bfa94f74bf0955611d9b431cd496ebb32e3"}} as unknown as TypedDocumentString<StoryQuery, StoryQueryVariables>;
export const StoryStepByCodeDocument = {"__meta__":{"hash":"sha256:03677730ff9ab11e8ff01acb4031d762fb4e4878034bb442cb17370918aa6683"}} as unknown as TypedDocumentString<StoryStepByCodeQuery, StoryStepByCodeQueryVariables>;
export const TodayDocument = {"__meta__":{"hash":"sha256:283cc10693ab4820a9276600d3b3bddad6fa37fceaf111c8fa7fda7c1ac13f81"}} as unknown as TypedDocumentString<TodayQuery, TodayQueryVariables>;
export const NearMeDocument = {"__meta__":{"hash":"sha256:d86d54b4285df7df247a009079058db3f3d80a57a387be24546edec10af4f254"}} as unknown as TypedDocumentString<NearMeQuery, NearMeQueryVariables>;
export const TrailsDocument = {"__meta__":{"hash":"sha256:e26b6f9a0a85601e5bca2686d12884dd44b8e0ac8ccb021dcfe10d5ed8e57ed3"}} as unknown as TypedDocumentString<TrailsQuery, TrailsQueryVariables>;
export const TrailDocument = {"__meta__":{"hash":"sha256:f02c615f317c09e0d35607aac67a0a9284462d6e35e3470b056ac9756c4bca8c"}} as unknown as TypedDocumentString<TrailQuery, TrailQueryVariables>;