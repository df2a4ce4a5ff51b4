"""Runs the cases in a headless Chromium: main.py ADDRESS TASK_QUEUE FOLDER. Exit code 1 when one of them failed."""

import pathlib
import sys
import time

from playwright.sync_api import Error, sync_playwright

import cases
from page import TemporalUi

CHROMIUM = "/usr/bin/chromium"


def main(address: str, task_queue: str, folder: pathlib.Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    stamp = time.strftime("%H%M%S")
    failures = 0
    with sync_playwright() as playwright:
        # Chromium's own sandbox does not start as root.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for case in cases.ALL:
            page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-GB", timezone_id="UTC")
            ui = TemporalUi(page, address, task_queue, folder)
            began = time.monotonic()
            name = case.__name__.replace("_", "-")
            try:
                case(ui, f"{name}-{stamp}")
                print(f"ok     {name}: {case.__doc__} {time.monotonic() - began:.0f} s", flush=True)
            except (AssertionError, Error) as error:
                failures += 1
                page.screenshot(path=folder / f"FAILED-{name}.png")
                print(f"FAILED {name}: {error}\nThe page as it was: {folder}/FAILED-{name}.png", flush=True)
            page.close()
        browser.close()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])))
