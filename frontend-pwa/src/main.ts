import { mount } from 'svelte';
import App from './App.svelte';
import { preferredLanguage, setLanguage } from './state/language.svelte';
import { startNavigation } from './state/navigation.svelte';
import '@fontsource-variable/bricolage-grotesque/wght.css';
import './styles/tokens.css';
import './styles/base.css';

startNavigation();
await setLanguage(preferredLanguage(new URL(window.location.href)));
mount(App, { target: document.getElementById('app')! });
