import { getStoryState, putStoryState, removeStoryState } from '../database/storyStates';
import { distance } from '../geo/distance';
import type { Fix } from '../guidance/progress';
import { canHearBeacons, hearBeacons } from '../triggers/beacon';
import { codeReading, typedReadings } from '../triggers/code';
import { advance, initialState, type Reading, type TriggerState } from '../triggers/match';
import { positionReading, watchPosition, type PositionProblem } from '../triggers/position';
import type { OpenStep, OpenStory } from './openStory';
import { ScreenAwake } from './wakeLock';

export type StepState = 'locked' | 'heard' | 'here';

const VIBRATION = [120, 60, 120];

const now = (): number => Date.now() / 1000;

/**
 * One story being played: sensors in, steps out. The pure engine decides which steps start; this keeps its state across
 * restarts, the screen awake, and says what the page shows.
 */
export class StoryPlayer {
  /** False until what was saved has been read. */
  ready = $state(false);
  listening = $state(false);
  awake = $state(false);
  fix: Fix | null = $state.raw(null);
  problem: PositionProblem | null = $state(null);
  beacons: 'unsupported' | 'off' | 'listening' | 'failed' = $state(canHearBeacons() ? 'off' : 'unsupported');
  /** Id of the step that is open. */
  current: string | null = $state(null);
  /** Steps that started while another one was open, the first to read first. */
  waiting: string[] = $state([]);
  answered: Record<string, number> = $state({});
  /** The step that started last, for the live region. */
  started: string | null = $state(null);

  #engine: TriggerState = $state.raw(initialState());
  #story: OpenStory;
  #stopPosition: (() => void) | null = null;
  #stopBeacons: (() => void) | null = null;
  #screen = new ScreenAwake();
  #saving: Promise<void> = Promise.resolve();

  constructor(story: OpenStory) {
    this.#story = story;
  }

  get story(): OpenStory {
    return this.#story;
  }

  /** The same story in another language, or fresher: what was heard stays heard. */
  set story(story: OpenStory) {
    this.#story = story;
  }

  readonly heard: ReadonlySet<string> = $derived(new Set(Object.keys(this.#engine.fired)));

  stateOf(step: OpenStep): StepState {
    if (!this.heard.has(step.id)) return 'locked';
    return this.listening && this.#isHere(step) ? 'here' : 'heard';
  }

  /** Metres from the phone to the step; null without position or place. */
  away(step: OpenStep): number | null {
    if (!this.fix || step.latitude === null || step.longitude === null) return null;
    return distance(this.fix, { latitude: step.latitude, longitude: step.longitude });
  }

  #isHere(step: OpenStep): boolean {
    const near = (kept: Record<string, { inside: boolean }>): boolean =>
      Object.entries(kept).some(([key, { inside }]) => inside && key.slice(0, key.lastIndexOf('/')) === step.id);
    return near(this.#engine.fences) || near(this.#engine.beacons);
  }

  async restore(): Promise<void> {
    const saved = await getStoryState(this.#story.id).catch(() => undefined);
    if (saved) {
      this.#engine = saved.engine;
      this.answered = saved.answered;
      this.current = this.#story.steps.some(({ id }) => id === saved.current) ? saved.current : null;
    }
    this.ready = true;
  }

  /** To be called in answer to a tap. */
  start(): void {
    if (this.listening) return;
    this.listening = true;
    this.problem = null;
    this.#stopPosition = watchPosition({
      onFix: (fix) => {
        this.problem = null;
        this.fix = fix;
        this.#read(positionReading(fix));
      },
      onProblem: (problem) => {
        this.problem = problem;
        this.fix = null;
      },
    });
    void this.#screen.hold().then((awake) => (this.awake = awake));
  }

  /** To be called in answer to a tap: the browser may ask which beacon. */
  async hear(): Promise<void> {
    try {
      this.#stopBeacons = await hearBeacons((reading) => this.#read(reading));
      this.beacons = 'listening';
    } catch (error) {
      this.beacons = error instanceof DOMException && error.name === 'NotFoundError' ? 'off' : 'failed';
    }
  }

  stop(): void {
    this.listening = false;
    this.awake = false;
    this.#stopPosition?.();
    this.#stopBeacons?.();
    this.#stopPosition = this.#stopBeacons = null;
    if (this.beacons === 'listening') this.beacons = 'off';
    this.#screen.release();
    this.#save();
  }

  /** Opens the step with this number, code or address; false when the story has none. */
  type(text: string): boolean {
    return typedReadings(text, now()).some((reading) => this.#read(reading, true));
  }

  openCode(code: string): boolean {
    return this.#read(codeReading(code, now()), true);
  }

  /** Opens a step that was heard already. */
  open(stepId: string): void {
    this.current = stepId;
    this.waiting = this.waiting.filter((id) => id !== stepId);
    this.#save();
  }

  close(): void {
    const [next, ...rest] = this.waiting;
    this.current = next ?? null;
    this.waiting = rest;
    this.#save();
  }

  answer(stepId: string, index: number): void {
    this.answered[stepId] = index;
    this.#save();
  }

  async restart(): Promise<void> {
    this.#engine = initialState();
    this.answered = {};
    this.waiting = [];
    this.current = this.started = null;
    await this.#saving;
    await removeStoryState(this.#story.id).catch(() => undefined);
  }

  /** What a reading does. `asked`: a person asked for it, so it opens at once. True when a step answers to it. */
  #read(reading: Reading, asked = false): boolean {
    const { state, fired } = advance(this.#story, this.#engine, reading);
    this.#engine = state;
    // The engine does not start twice what is asked twice within two seconds: it is open already.
    const [first, ...rest] = fired.length > 0 || !asked ? fired : justAsked(state, reading.at);
    if (first === undefined) return false;
    this.started = first;
    if (asked || this.current === null) {
      this.current = first;
      this.#queue(rest);
    } else {
      this.#queue(fired);
    }
    if (!asked) navigator.vibrate?.(VIBRATION);
    this.#save();
    return true;
  }

  #queue(ids: readonly string[]): void {
    this.waiting = [...new Set([...this.waiting, ...ids])].filter((id) => id !== this.current);
  }

  /** One write after another: the last one wins. A failed write (private browsing) loses the memory, not the walk. */
  #save(): void {
    const state = {
      storyId: this.#story.id,
      engine: this.#engine,
      answered: $state.snapshot(this.answered),
      current: this.current,
      savedAt: Date.now(),
    };
    this.#saving = this.#saving.then(() => putStoryState(state)).catch((error: unknown) => console.warn('story', error));
  }
}

const justAsked = (state: TriggerState, at: number): string[] => Object.keys(state.seen).filter((id) => state.seen[id] === at);
