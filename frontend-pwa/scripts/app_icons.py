"""Draws the PNG icons of the app from public/icons/*.svg in Chromium (run once after a change of the drawings)."""

from pathlib import Path

from playwright.sync_api import sync_playwright

ICONS = Path(__file__).parent.parent / "public" / "icons"
DRAWN = [
    ("icon.svg", "icon-192.png", 192),
    ("icon.svg", "icon-512.png", 512),
    ("maskable.svg", "maskable-512.png", 512),
    ("maskable.svg", "apple-touch-icon.png", 180),
]

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for source, target, size in DRAWN:
        page = browser.new_page(viewport={"width": size, "height": size})
        page.set_content(
            f"<style>*{{margin:0}}svg{{width:{size}px;height:{size}px;display:block}}</style>{(ICONS / source).read_text()}"
        )
        page.screenshot(path=str(ICONS / target), omit_background=True)
        page.close()
    browser.close()
