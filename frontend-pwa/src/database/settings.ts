import { database } from './database';

export async function getSetting<Value>(name: string): Promise<Value | undefined> {
  return (await (await database()).get('settings', name)) as Value | undefined;
}

export async function putSetting(name: string, value: unknown): Promise<void> {
  await (await database()).put('settings', value, name);
}
