"""The Temporal UI as a person uses it: its form, its page of a run, its dialog of Updates."""

import json
import pathlib
import time

from playwright.sync_api import Error, Page, expect

# How long a page may take to say what is expected: it is a busy machine that runs this.
PATIENCE = 90_000
LARGEST = 200_000


class TemporalUi:
    """One browser window on the UI at `address`; pictures go to `folder`."""

    def __init__(self, page: Page, address: str, task_queue: str, folder: pathlib.Path):
        self.page = page
        self.runs = f"{address}/namespaces/default/workflows"
        self.task_queue = task_queue
        self.folder = folder
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)

    def start(self, workflow: str, given: dict, picture: str = "") -> None:
        """Fills the form in and sends it."""
        self.page.goto(f"{self.runs}/start-workflow")
        self.page.get_by_test_id("workflowId").fill(workflow)
        self.page.get_by_test_id("taskQueue").fill(self.task_queue)
        self.page.get_by_test_id("workflowType").fill("Rollout")
        self._type(self.page.locator(".cm-content").first, given)
        expect(self.page.get_by_text("Task Queue is Active")).to_be_visible()
        if picture:
            self.picture(picture)
        self.page.get_by_test_id("start-workflow-button").click()
        expect(self.page.get_by_text("Workflow started successfully")).to_be_visible()

    def open(self, workflow: str) -> None:
        """The page of the workflow's last run."""
        self.page.goto(f"{self.runs}/{workflow}")
        expect(self.page.get_by_test_id("history-tab")).to_be_visible()

    def details(self, *wanted: str) -> None:
        """Loads the current details again until they say all that is wanted: the page does not follow them."""
        self.page.get_by_test_id("user-metadata-tab").click()
        seen = ""
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end:
            expect(self.page.get_by_text("Current Details").first).to_be_visible()
            for _ in range(20):  # the page is there long before the worker has answered
                self.page.wait_for_timeout(500)
                seen = self._details()
                if all(text in seen for text in wanted):
                    return
            self.page.reload()
        raise AssertionError(f"the current details must say {wanted}; they say: {seen}")

    def update(self, name: str, given: dict, picture: str = "") -> None:
        """Sends an Update from the menu of the run's page."""
        self.page.get_by_role("button", name="More Actions").click()
        self.page.get_by_role("menuitem", name="Send an Update").click()
        dialog = self.page.locator("dialog#update-confirmation-modal:visible")
        # The input of the list is disabled, so that only the list takes a click.
        dialog.locator("#update-select").locator("..").click()
        dialog.get_by_role("option", name=name, exact=True).click()
        self._type(dialog.locator(".cm-content"), given)
        if picture:
            self.picture(picture)
        dialog.get_by_test_id("confirm-modal-button").click()

    def ended(self, status: str, *wanted: str) -> None:
        """The run has that status, and the panel Result says all that is wanted."""
        self.page.get_by_test_id("history-tab").click()
        expect(self.page.get_by_text(status, exact=True).first).to_be_visible()
        for text in wanted:
            expect(self.page.locator(".cm-content:visible").filter(has_text=text).first).to_be_visible()

    def picture(self, name: str) -> None:
        """What the window shows, for the documentation."""
        self.page.wait_for_timeout(300)  # what fades in has done so; nothing is decided by it
        file = self.folder / f"{name}.png"
        self.page.screenshot(path=file, animations="disabled")
        assert file.stat().st_size < LARGEST, f"{file} has {file.stat().st_size} bytes; a picture has fewer than {LARGEST}"

    def _type(self, editor, given: dict) -> None:
        # Laid out as the editor does itself when it is left: a button that moves meanwhile would miss its click.
        editor.click()
        self.page.keyboard.insert_text(json.dumps(given, indent=2))

    def _details(self) -> str:
        """Temporal shows Markdown in a frame of its own."""
        try:
            return "\n".join(frame.evaluate("document.body.innerText") for frame in self.page.frames[1:])
        except Error:
            return ""  # the frame was just replaced by its next
