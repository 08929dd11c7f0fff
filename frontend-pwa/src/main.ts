import '@fontsource-variable/bricolage-grotesque/wght.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { startClock } from './state/clock.svelte';
import { preferredLanguage, setLanguage } from './state/language.svelte';
import { startNavigation } from './state/navigation.svelte';
import './styles/base.css';
import './styles/tokens.css';

startNavigation();
startClock();
await setLanguage(preferredLanguage(new URL(window.location.href)));
mount(App, { target: document.getElementById('app')! });
