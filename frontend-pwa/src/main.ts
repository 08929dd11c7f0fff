import '@fontsource-variable/bricolage-grotesque/wght.css';
import { mount } from 'svelte';
import { startOutbox } from './actions/outbox';
import App from './App.svelte';
import { loadPage } from './screens';
import { startClock } from './state/clock.svelte';
import { preferredLanguage, setLanguage, withoutLanguage } from './state/language.svelte';
import { navigation, startNavigation } from './state/navigation.svelte';
import './styles/base.css';
import './styles/tokens.css';

const arrived = new URL(window.location.href);
if (arrived.searchParams.has('lang')) window.history.replaceState(window.history.state, '', withoutLanguage(arrived));
startNavigation();
startClock();
// Beside the texts, not after them; a failure is shown by the shell, which asks again.
loadPage(navigation.route.page).catch(() => undefined);
await setLanguage(preferredLanguage(arrived));
mount(App, { target: document.getElementById('app')! });
startOutbox();
