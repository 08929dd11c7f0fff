import '@fontsource-variable/bricolage-grotesque/wght.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { loadPage } from './screens';
import { startClock } from './state/clock.svelte';
import { preferredLanguage, setLanguage } from './state/language.svelte';
import { navigation, startNavigation } from './state/navigation.svelte';
import './styles/base.css';
import './styles/tokens.css';

startNavigation();
startClock();
// Beside the texts, not after them; a failure is shown by the shell, which asks again.
loadPage(navigation.route.page).catch(() => undefined);
await setLanguage(preferredLanguage(new URL(window.location.href)));
mount(App, { target: document.getElementById('app')! });
