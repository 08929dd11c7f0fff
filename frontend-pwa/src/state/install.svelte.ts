/** Chromium's offer to put the app on the home screen, which comes when the browser sees fit. */
interface InstallPrompt extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

interface Installation {
  /** The app runs from the home screen. */
  installed: boolean;
  /** Asks the browser to install; null when it has not offered to. */
  ask: (() => Promise<void>) | null;
}

const standalone = (): boolean => window.matchMedia('(display-mode: standalone)').matches;

export const installation: Installation = $state({ installed: standalone(), ask: null });

/** To be called once at the start: the offer comes early or not at all. */
export function awaitInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    installation.ask = async () => {
      installation.ask = null;
      await (event as InstallPrompt).prompt();
    };
  });
  window.addEventListener('appinstalled', () => {
    installation.installed = true;
    installation.ask = null;
  });
}
