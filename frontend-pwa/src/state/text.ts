import { messageIn, type MessageKey, type Values } from '../i18n/translate';
import { language } from './language.svelte';

/** The message in the visitor's language; read inside a template, it follows a change of language. */
export function t(key: MessageKey, values?: Values): string {
  return messageIn(language.current, key, values);
}
