export interface SeenAnswer {
  data: unknown;
  seenAt: number;
}

const answers = new Map<string, SeenAnswer>();

/** The last answer seen for this key, with the moment it was seen (milliseconds since 1970). */
export async function getAnswer(key: string): Promise<SeenAnswer | undefined> {
  return answers.get(key);
}

export async function putAnswer(key: string, data: unknown): Promise<void> {
  answers.set(key, { data, seenAt: Date.now() });
}
