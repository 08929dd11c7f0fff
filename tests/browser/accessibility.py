"""What axe finds on a page."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.server import ROOT

AXE = ROOT / "frontend-pwa" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def grave_violations(page: Page) -> list[str]:
    """Serious and critical findings, one line each."""
    page.evaluate(Path(AXE).read_text())
    found: dict[str, Any] = page.evaluate(
        "(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", RULES
    )
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]} {node['failureSummary']}"
        for rule in found["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]
